// Runs every case in test/cases. One helper asks `cals`; no other line knows the API.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Answer } from "../src/calculator/answer";
import { Problem } from "../src/calculator/problem";
import { cals } from "../src/cals";

interface Case {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect: unknown;
  readonly because?: readonly string[];
  readonly says?: string;
  readonly source: string;
  /** An answer given in public that is not ours; docs/published-answers.md tells them all. */
  readonly published?: {
    readonly answer: unknown;
    readonly by: string;
    readonly href?: string;
    readonly why: string;
    readonly disputed?: true;
  };
}

const folder = join(__dirname, "cases");

describe.each(readdirSync(folder))("%s", (file) => {
  const { question, cases } = parse(readFileSync(join(folder, file), "utf8")) as {
    question: keyof typeof cals;
    cases: readonly Case[];
  };

  test.each(cases)("$name", ({ given, expect: expected, because = [], says, published }) => {
    const { value, rules, text } = asked(question, given);
    expect(value).toEqual(expected);
    expect(rules).toEqual(expect.arrayContaining([...because]));
    // The page's own sentence comes first wherever it is told.
    if (rules.includes("server-license-alone")) expect(rules[0]).toBe("server-license-alone");
    if (says) expect(text).toContain(says);
    if (published) {
      expect(value).not.toEqual(published.answer);
      expect([published.by, published.why]).toEqual([expect.any(String), expect.any(String)]);
    }
  });
});

/** A refusal is `{ refused: kind }`, so that a case can expect one. */
function asked(question: keyof typeof cals, given: Case["given"]) {
  try {
    const ask = cals[question] as (given: Case["given"]) => Answer<unknown>;
    const { value, because } = ask(given);
    return told(value, because, "");
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    return told({ refused: trouble.kind }, trouble.because, trouble.message);
  }
}

const told = (value: unknown, because: Answer<unknown>["because"], message: string) => ({
  value,
  rules: because.map(({ rule }) => rule),
  text: [message, ...because.map(({ says }) => says)].join(" "),
});
