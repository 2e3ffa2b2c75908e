import type { Citation, Reason } from "../calculator/answer";
import { Problem } from "../calculator/problem";
import { questionNamed } from "./questions";
import { text } from "./read-cell";

/** The columns of CALS.EXPLAIN. People INDEX them, so their order is frozen. */
const explainHeader = ["Rule", "What it says here", "Source", "Where", "Checked"] as const;

/** What a question answered, or why it was refused. */
export interface Explained {
  readonly value?: unknown;
  readonly refusal?: Problem;
  readonly because: readonly Reason[];
}

/** Asks a question for its reasons. A refusal is explained too: it is what the buyer wonders about most. */
export function explained(name: unknown, cells: readonly unknown[]): Explained {
  const question = questionNamed(text("Question").read(name));
  try {
    return question.ask(cells);
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    return { refusal: trouble, because: trouble.because };
  }
}

/** One row for each reason; the refusal first, where there is one. */
export function explainRows({ refusal, because }: Explained): string[][] {
  const rows = because.map(({ title, says, cites }) => [
    title,
    says,
    joined(cites, ({ title, publisher }) => `${title}, ${publisher}`),
    joined(cites, ({ at, href }) => [at, href].filter(Boolean).join(", ")),
    joined(cites, ({ checked }) => checked),
  ]);
  return [[...explainHeader], ...withRefusal(rows, refusal?.message)];
}

/** A refusal that says no more than its reason takes the place of the reason's title. */
function withRefusal(rows: string[][], refusal: string | undefined): string[][] {
  if (refusal === undefined) return rows;
  const [first, ...others] = rows;
  if (first?.[1] === refusal) return [["No answer", ...first.slice(1)], ...others];
  return [["No answer", refusal, "", "", ""], ...rows];
}

/** The reasons in one cell, for tables, where a spill cannot live; each reason's first source once, at the end. */
export function whyText({ refusal, because }: Explained): string {
  const message = refusal?.message ?? "";
  const sentences = because.map(({ says }) => says);
  const told = [message, ...sentences.filter((says) => !message.includes(beginning(says)))];
  const sources = joined(
    because.flatMap(({ cites }) => cites.slice(0, 1)),
    ({ title }) => title,
  );
  const text = told.join(" ").trim();
  return sources ? `${text} Sources: ${sources}.` : text;
}

/** A sentence without its full stop: a refusal goes on where its reason ends. */
const beginning = (says: string): string => says.replace(/\.$/, "");

const joined = (cites: readonly Citation[], tell: (cite: Citation) => string): string =>
  [...new Set(cites.map(tell))].filter(Boolean).join("; ");
