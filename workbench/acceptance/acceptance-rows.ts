import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../built-add-in";
import { FunctionMetadata, FunctionsFile, namespace } from "../host/function-metadata";

/** A formula, and what the add-in must answer. */
export interface AcceptanceRow {
  name: string;
  about: string;
  formula: string;
  /** A block for a formula that spills. */
  expected: Expected | Expected[][];
  source: string;
}

/** An error by its code, as `{ error: "#N/A" }`. */
export type Expected = string | number | boolean | { error: string };

interface Case {
  name: string;
  given: Record<string, unknown>;
  expect: unknown;
  source: string;
}

/** The examples of the help, and the cases of the licensing experts, as formulas. */
export function acceptanceRows({ functions }: FunctionsFile): AcceptanceRow[] {
  return functions.flatMap((one) => [...examplesOf(one), ...casesOf(one)]);
}

const read = (path: string): unknown => parse(readFileSync(join(root, path), "utf8"));

function examplesOf({ name }: FunctionMetadata): AcceptanceRow[] {
  const examples = read("src/functions/examples.yaml") as Record<
    string,
    { formula: string; answer: Expected | Expected[][] }[]
  >;
  return (examples[name] ?? []).map(({ formula, answer }) => ({
    name,
    about: `Example of ${namespace}.${name}`,
    formula,
    expected: isErrorCode(answer) ? { error: answer } : answer,
    source: "the help of the function",
  }));
}

const isErrorCode = (answer: unknown): answer is string =>
  answer === "#N/A" || answer === "#VALUE!";

/** Cases whose arguments or answers are no plain cells are left to the tests. */
function casesOf(one: FunctionMetadata): AcceptanceRow[] {
  const file = `${one.name.toLowerCase()}.yaml`;
  if (!readdirSync(join(root, "test/cases")).includes(file)) return [];
  const { cases } = read(`test/cases/${file}`) as { cases: Case[] };
  return cases.flatMap(({ name, given, expect, source }) => {
    const formula = formulaOf(one, given);
    const expected = expectedOf(one.name, expect);
    return formula && expected !== undefined
      ? [{ name: one.name, about: name, formula, expected, source }]
      : [];
  });
}

function formulaOf(
  { name, parameters = [] }: FunctionMetadata,
  given: Record<string, unknown>,
): string | undefined {
  const labels = parameters.map((parameter) => parameter.name);
  if (Object.keys(given).some((key) => !labels.includes(key))) return undefined;
  const args = labels.map((label) => (label in given ? literal(given[label]) : ""));
  if (args.includes(undefined)) return undefined;
  // what must be given may be blank, but Excel wants its comma
  const last = labels.findLastIndex((label, i) => label in given || !parameters[i]!.optional);
  return `=${namespace}.${name}(${args.slice(0, last + 1).join(",")})`;
}

/** A value as a formula says it, a list as a column; undefined for anything else. */
function literal(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const items = value.map((item) => (Array.isArray(item) ? undefined : literal(item)));
  return items.includes(undefined) ? undefined : `{${items.join(";")}}`;
}

const errors: Readonly<Record<string, string>> = { "not-understood": "#VALUE!" };

function expectedOf(name: string, expect: unknown): AcceptanceRow["expected"] | undefined {
  if (typeof expect === "number" || typeof expect === "boolean") return expect;
  if (typeof expect === "string") {
    const isDay = name === "ENDOFSUPPORT" && /^\d{4}-\d\d-\d\d$/.test(expect);
    return isDay ? Date.parse(`${expect}T00:00:00Z`) / 86400000 + firstDay : expect;
  }
  if (Array.isArray(expect)) {
    const isColumn = expect.length > 0 && expect.every((one) => typeof one !== "object");
    return isColumn ? expect.map((one) => [one as Expected]) : undefined;
  }
  const refused = (expect as { refused?: string } | null)?.refused;
  return refused === undefined ? undefined : { error: errors[refused] ?? "#N/A" };
}

/** The serial number of 1 January 1970. */
const firstDay = 25569;
