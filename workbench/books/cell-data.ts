import type { ICellData, Nullable } from "@univerjs/core";
import { CellValue } from "../host/cell-value";

/** Univer's cell types. */
const type = { text: 1, number: 2, boolean: 3, forcedText: 4 } as const;

/** What is a text whatever it looks like. */
export const { forcedText } = type;

/** A cell of Univer with this value, and without a formula. */
export function cellOf(value: CellValue, isText = false): ICellData {
  const cell = { f: null, si: null, p: null };
  if (value === "" && !isText) return { ...cell, v: null, t: null };
  if (typeof value === "boolean") return { ...cell, v: value ? 1 : 0, t: type.boolean };
  if (typeof value === "number") return { ...cell, v: value, t: type.number };
  return { ...cell, v: value, t: isText ? type.forcedText : type.text };
}

/** A cell with a formula, to be calculated. */
export const formulaCell = (formula: string): ICellData => ({
  f: formula,
  v: null,
  t: null,
  si: null,
  p: null,
});

/** What a cell of Univer holds, in Excel's terms; `""` when it holds nothing. */
export function valueOf(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === null || value === undefined) return "";
  return cell?.t === type.boolean ? Boolean(Number(value)) : value;
}
