import { quoteSheet } from "../host/address";
import { tokensOf } from "./formula-tokens";

/**
 * The places where Excel changes a formula as it is entered. Texts in quotes are never touched.
 */

const text = String.raw`"(?:[^"]|"")*"`;
const sheet = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const cells = String.raw`\$?[a-z]{1,3}\$?\d+(?::\$?[a-z]{1,3}\$?\d+)?|\$?[a-z]{1,3}:\$?[a-z]{1,3}|\$?\d+:\$?\d+`;
const sheetReference = new RegExp(`${text}|${sheet}(${cells})(?![\\p{L}\\p{N}_.(])`, "giu");

/**
 * Writes the names of sheets as the sheets have them, and `#REF!` for a sheet that is not there.
 * `nameOf` finds a sheet's own name, whatever the case it was asked for in.
 */
export function resolveSheets(
  formula: string,
  nameOf: (name: string) => string | undefined,
): string {
  return formula.replace(
    sheetReference,
    (found, quoted?: string, plain?: string, reference?: string) => {
      const asked = quoted?.replaceAll("''", "'") ?? plain;
      if (asked === undefined) return found;
      const name = nameOf(asked);
      return name === undefined ? "#REF!" : `${quoteSheet(name)}!${reference}`;
    },
  );
}

const column = String.raw`(?:[^\[\]'"@#]|'.)+`;
const thisRow = new RegExp(
  `${text}|([\\p{L}_\\\\][\\p{L}\\p{N}_.]*)?\\[@(?:\\[(${column})\\]|(${column}))?\\]`,
  "giu",
);

/** `[@Users]` and `T[@[CAL type]]` become `T[[#This Row],[CAL type]]`, which Univer can read. */
export function spellOutThisRow(formula: string, tableHere: string | undefined): string {
  return formula.replace(thisRow, (found, table?: string, bracketed?: string, plain?: string) => {
    const name = table ?? tableHere;
    if (found.startsWith('"') || name === undefined) return found;
    const columnName = bracketed ?? plain;
    return columnName === undefined ? `${name}[#This Row]` : `${name}[[#This Row],[${columnName}]]`;
  });
}

/** Files name functions newer than the file format with a prefix that nobody types. */
export const withoutFilePrefixes = (formula: string) =>
  tokensOf(formula)
    .map(({ kind, text }) => (kind === "name" ? text.replace(/^_xlfn\.(?:_xlws\.)?/i, "") : text))
    .join("");

/** A formula as Excel keeps it, wherever it was entered. */
export const asKept = (
  formula: string,
  nameOfSheet: (name: string) => string | undefined,
  tableHere: string | undefined,
) => spellOutThisRow(resolveSheets(withoutFilePrefixes(formula), nameOfSheet), tableHere);
