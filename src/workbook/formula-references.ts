import { placeOf, sheetSize, type Place } from "./cell-address";

/** Cells that a formula names, and where in its text it does. */
export interface WrittenReference {
  readonly start: number;
  readonly text: string;
  /** As it is written, such as "'My sheet'!", or "". */
  readonly prefix: string;
  /** The sheet of the prefix. */
  readonly sheet: string | undefined;
  /** Such as "$A1" or "A:C". */
  readonly address: string;
}

const name = String.raw`[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*`;
const brackets = String.raw`\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]`;
const cell = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const column = String.raw`\$?[A-Z]{1,3}`;
const row = String.raw`\$?[1-9]\d{0,6}`;

/** Texts, columns of tables, functions and names are passed over, with the digits in them. */
const parts = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`(?<prefix>'(?:[^']|'')+'!|(?:\[[^\[\]]+\])?${name}(?::${name})?!)?` +
      String.raw`(?<address>${cell}:${cell}|${cell}|${column}:${column}|${row}:${row})` +
      String.raw`(?![\p{L}\p{M}\p{N}_.\\(!\[])`,
    String.raw`${name}(?:${brackets})?`,
    brackets,
    String.raw`'(?:[^']|'')+'`,
    String.raw`\d+\.?\d*(?:E[+-]?\d+)?`,
  ].join("|"),
  "giu",
);

/** The cells of this workbook that a formula names, from left to right, each as it is written. */
export function referencesIn(formula: string): readonly WrittenReference[] {
  return [...formula.matchAll(parts)].flatMap(({ 0: text, index, groups }) => {
    const { prefix = "", address } = groups as Partial<Record<string, string>>;
    // Another workbook's cells do not move with ours, and those of several sheets belong to none.
    if (address === undefined || /^[^!]*[[:]/.test(prefix)) return [];
    // YTD2024 lies beyond the last column: it is somebody's name.
    if (!isOnSheet(placeOf(address)!)) return [];
    return [{ start: index, text, prefix, sheet: sheetOf(prefix), address }];
  });
}

const isOnSheet = ({ row, column, rows, columns }: Place): boolean =>
  row + rows <= sheetSize.rows && column + columns <= sheetSize.columns;

const sheetOf = (prefix: string): string | undefined =>
  prefix === "" ? undefined : unquoted(prefix.slice(0, -1));

/** A sheet's name as the sheet has it. */
export const unquoted = (sheet: string): string =>
  sheet.replace(/^'(.*)'$/s, "$1").replace(/''/g, "'");

/** The formula with other words for some of its references; nothing where one has none. */
export function withReferences(
  formula: string,
  say: (reference: WrittenReference) => string | undefined,
): string | undefined {
  let result = "";
  let at = 0;
  for (const reference of referencesIn(formula)) {
    const said = say(reference);
    if (said === undefined) return undefined;
    result += formula.slice(at, reference.start) + said;
    at = reference.start + reference.text.length;
  }
  return result + formula.slice(at);
}
