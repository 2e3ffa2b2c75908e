import { columnOf, sheetSize } from "./cell-address";

/** What an argument of a call is, as far as it can be told without calculating. */
export type CallArgument =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "cells"; readonly sheet: string | undefined; readonly address: string }
  | {
      readonly kind: "column";
      /** Undefined for the table of the formula's own cell. */
      readonly table: string | undefined;
      readonly column: string;
      readonly ownRow: boolean;
    }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "calculated" };

/**
 * A name without quotes, where it begins, which is not in an error or behind another workbook. Marks
 * belong to letters: Thai and Hindi have few words without them.
 */
export const plainName = String.raw`(?<![\p{L}\p{M}\p{N}_.#\]])[\p{L}_\\][\p{L}\p{M}\p{N}_.]*`;
const sheetPart = new RegExp(`^(?:'((?:[^']|'')+)'|(${plainName}))!`, "u");
const cellPart = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/i;
const columnPart = /^\$?([A-Z]{1,3})$/i;
const definedName = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u;

/** Tells what an argument is from how it is written. */
export function callArgument(text: string): CallArgument {
  const literal = literalOf(text);
  if (literal) return { kind: "value", value: literal.value };
  return cellsOf(text) ?? columnIn(text) ?? nameOf(text) ?? { kind: "calculated" };
}

function literalOf(text: string): { value: unknown } | undefined {
  if (text === "") return { value: null };
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  if (/^"(?:[^"]|"")*"$/.test(text)) return { value: text.slice(1, -1).replace(/""/g, '"') };
  if (/^true$/i.test(text)) return { value: true };
  if (/^false$/i.test(text)) return { value: false };
  if (/^#(?:N\/A|[A-Z0-9/]+[!?])$/i.test(text)) return { value: errorCard(text.toUpperCase()) };
  return arrayOf(text);
}

/** An error as Excel hands it to a function. */
export const errorCard = (error: string) => ({
  type: "Error",
  basicType: "Error",
  basicValue: error,
});

/** Such as `{1,"a";2,"b"}`. */
function arrayOf(text: string): { value: unknown[][] } | undefined {
  if (!/^\{.*\}$/s.test(text)) return undefined;
  const cells = text.slice(1, -1).match(/"(?:[^"]|"")*"|[^,;]+|[,;]/g) ?? [];
  const rows: unknown[][] = [[]];
  for (const cell of cells) {
    if (cell === ";") rows.push([]);
    else if (cell !== ",") {
      const literal = literalOf(cell.trim());
      if (!literal || Array.isArray(literal.value)) return undefined;
      rows[rows.length - 1].push(literal.value);
    }
  }
  return { value: rows };
}

function cellsOf(text: string): CallArgument | undefined {
  const found = sheetPart.exec(text);
  const sheet = found ? (found[1]?.replace(/''/g, "'") ?? found[2]) : undefined;
  // A cell of another workbook cannot be read from here.
  if (sheet?.includes("[")) return { kind: "calculated" };
  const address = text.slice(found?.[0].length ?? 0);
  const ends = address.split(":");
  const isCells = ends.length <= 2 && ends.every(isCell);
  const isColumns = ends.length === 2 && ends.every(isColumn);
  return isCells || isColumns ? { kind: "cells", sheet, address } : undefined;
}

function isCell(text: string): boolean {
  const [, column, row] = cellPart.exec(text) ?? [];
  return row !== undefined && columnOf(column) < sheetSize.columns && Number(row) <= sheetSize.rows;
}

function isColumn(text: string): boolean {
  const [, column] = columnPart.exec(text) ?? [];
  return column !== undefined && columnOf(column) < sheetSize.columns;
}

const table = `(${plainName})?`;
const plainColumn = String.raw`((?:[^\[\]'#@]|'.)+)`;
const ownRowShort = new RegExp(`^${table}\\[@(?:\\[${plainColumn}\\]|${plainColumn})\\]$`, "u");
const ownRowLong = new RegExp(
  `^${table}\\[\\s*\\[#This Row\\]\\s*,\\s*\\[${plainColumn}\\]\\s*\\]$`,
  "iu",
);
const allRows = new RegExp(`^${table}\\[(?:\\[${plainColumn}\\]|${plainColumn})\\]$`, "u");

/** `[@Users]`, `T[@[CAL type]]`, `T[[#This Row],[Users]]` or `T[Users]`. */
function columnIn(text: string): CallArgument | undefined {
  const own = ownRowShort.exec(text) ?? ownRowLong.exec(text);
  const found = own ?? allRows.exec(text);
  if (!found) return undefined;
  const column = (found[2] ?? found[3]).replace(/'(.)/g, "$1");
  return { kind: "column", table: found[1], column, ownRow: own !== null };
}

const nameOf = (text: string): CallArgument | undefined =>
  definedName.test(text) ? { kind: "name", name: text } : undefined;
