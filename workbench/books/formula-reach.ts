import { parseAddress, sheetColumns, sheetRows } from "../host/address";
import { tokensOf } from "./formula-tokens";

/** So many rows and columns a sheet must have; none for whole columns and rows, which every sheet has. */
export interface Reach {
  rows: number;
  columns: number;
}

/** How far down and to the right the references of a formula go. */
export function reachOf(formula: string): Reach {
  const tokens = tokensOf(formula);
  const reach = { rows: 0, columns: 0 };
  tokens.forEach(({ kind, text }, index) => {
    const [colon, last, after] = tokens.slice(index + 1);
    if ((kind !== "name" && kind !== "number") || colon?.text === "(") return;
    const isSpan = colon?.text === ":" && last && after?.text !== "(";
    const rect = parseAddress(isSpan ? `${text}:${last.text}` : text) ?? parseAddress(text);
    if (!rect) return;
    if (rect.rows < sheetRows) reach.rows = Math.max(reach.rows, rect.row + rect.rows);
    if (rect.columns < sheetColumns) {
      reach.columns = Math.max(reach.columns, rect.column + rect.columns);
    }
  });
  return reach;
}
