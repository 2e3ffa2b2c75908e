import { FormulaToken, tokensOf } from "../books/formula-tokens";
import { columnName, parseAddress, sheetColumns, sheetRows } from "../host/address";

/**
 * A formula that was filled into other cells is written once; this is how it reads so many rows
 * further down and columns to the right. exceljs does this without looking for quotes, and would
 * make "2012 R3 Standard" of "2012 R2 Standard".
 */
export function slide(formula: string, rows: number, columns: number): string {
  const tokens = tokensOf(formula);
  return tokens
    .map(({ kind, text }, at) => {
      const [before, after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
      if (after === "(" || after === "!") return text;
      if (kind === "name" && cell.test(text)) {
        return moved(text, rows, columns);
      }
      const isSpan = isColon(tokens, at + 1) || isColon(tokens, at - 1);
      const other = tokens[before === ":" ? at - 2 : at + 2]?.text ?? "";
      if (isSpan && wholeColumn.test(text) && wholeColumn.test(other)) {
        return moved(text, 0, columns);
      }
      if (isSpan && wholeRow.test(text) && wholeRow.test(other)) return moved(text, rows, 0);
      return text;
    })
    .join("");
}

const cell = /^\$?[a-z]{1,3}\$?\d+$/i;
const wholeColumn = /^\$?[a-z]{1,3}$/i;
const wholeRow = /^\$?\d+$/;

const isColon = (tokens: readonly FormulaToken[], at: number) =>
  tokens[at]?.kind === "operator" && tokens[at].text === ":";

/** `$A1`, `B`, `$3`: what has no dollar moves. */
function moved(reference: string, rows: number, columns: number): string {
  const [, fixedColumn = "", column = "", fixedRow = "", row = ""] =
    /^(\$?(?=[a-z]))?([a-z]*)(\$?)(\d*)$/i.exec(reference) ?? [];
  const at = column ? parseAddress(`${column}1`)?.column : undefined;
  const newColumn = at === undefined || fixedColumn ? at : at + columns;
  const newRow = row === "" || fixedRow ? Number(row) : Number(row) + rows;
  const isOut =
    (newColumn !== undefined && (newColumn < 0 || newColumn >= sheetColumns)) ||
    (row !== "" && (newRow < 1 || newRow > sheetRows));
  if (isOut) return "#REF!";
  const name = newColumn === undefined ? "" : fixedColumn + columnName(newColumn);
  return `${name}${fixedRow}${row === "" ? "" : newRow}`;
}
