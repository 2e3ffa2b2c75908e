import type { Place } from "./cell-address";
import type { CellValue } from "./cell-text";
import type { FrozenValue } from "./freeze-record";
import { cellAt, type SheetCells } from "./workbook-cells";

/** What a block of cells holds, as it is frozen. */
export function valuesIn(
  sheet: SheetCells,
  { row, column, rows, columns }: Place,
): readonly (readonly FrozenValue[])[] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => {
      const { value, type } = cellAt(sheet, row + i, column + j);
      return { kind: kindOf(value, type), value };
    }),
  );
}

function kindOf(value: CellValue, type: string): FrozenValue["kind"] {
  if (type === "Error") return "error";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "truth" : "text";
}

/**
 * What to enter for a value so that the cell holds just it. An empty text stays one, for a formula that
 * reads it answers otherwise than for a blank cell; an error stays an error, so that no sum counts it.
 */
export const toEnterFrozen = ({ kind, value }: FrozenValue): CellValue =>
  kind === "text" ? `'${value}` : value;

/** What a cell can hold without a formula. */
const constantErrors = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NULL!"];
/** What a cell shows while Excel works it out. */
const waiting = ["#BUSY!", "#GETTING_DATA"];

export const isWaiting = ({ kind, value }: FrozenValue): boolean =>
  kind !== "number" && waiting.includes(String(value));

/** Such as `#NAME?`, which says that there is no value yet, or `#SPILL!`. */
export const isNoValue = ({ kind, value }: FrozenValue): boolean =>
  kind === "error" && !constantErrors.includes(String(value));

/** A file keeps 15 digits of a number for sure. */
const tolerance = 1e-13;

export function isSameValue(a: FrozenValue, b: FrozenValue): boolean {
  if (a.kind !== b.kind) return false;
  if (a.value === b.value) return true;
  if (typeof a.value !== "number" || typeof b.value !== "number") return false;
  return Math.abs(a.value - b.value) <= tolerance * Math.max(Math.abs(a.value), Math.abs(b.value));
}
