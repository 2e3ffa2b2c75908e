import { columnName, parseAddress, quoteSheet, Rect } from "../host/address";
import { FormulaToken, tokensOf } from "./formula-tokens";

/** Where the cells of a sheet are now; nothing where their sheet is gone, or the cells are. */
export type Move = (
  sheet: string,
  rect: Rect,
) => { sheet: string; rect: Rect | undefined } | undefined;

/** A formula of the sheet `own` after cells moved: each reference goes with its cells, as in Excel. */
export function movedFormula(formula: string, own: string, move: Move): string {
  const tokens = tokensOf(formula);
  let result = "";
  for (let i = 0; i < tokens.length; i++) {
    const found = referenceAt(tokens, i);
    result += found ? moved(found, own, move) : tokens[i]!.text;
    if (found) i += found.count - 1;
  }
  return result;
}

interface Reference {
  count: number;
  prefix: string;
  sheet: string | undefined;
  ends: string[];
  rect: Rect;
}

function referenceAt(tokens: readonly FormulaToken[], at: number): Reference | undefined {
  // what follows a sheet of another workbook is none of ours
  if (tokens[at - 1]?.text === "!") return undefined;
  const hasSheet = isSheet(tokens[at]!) && tokens[at + 1]?.text === "!";
  const isOfOther = tokens[at - 1]?.kind === "brackets" || tokens[at]!.text.includes("[");
  if (hasSheet && isOfOther) return undefined;
  const start = hasSheet ? at + 2 : at;
  const [first, colon, last] = tokens.slice(start);
  if (!isEnd(first)) return undefined;
  const prefix = hasSheet ? tokens[at]!.text : "";
  const sheet = hasSheet ? prefix.replace(/^'(.*)'$/s, "$1").replaceAll("''", "'") : undefined;
  for (const length of colon?.text === ":" && isEnd(last) ? [3, 1] : [1]) {
    const address = tokens.slice(start, start + length).map(({ text }) => text);
    const next = tokens[start + length];
    const rect = parseAddress(address.join(""));
    if (!rect || next?.text === "(" || next?.text === "!" || next?.kind === "brackets") continue;
    return { count: start - at + length, prefix, sheet, ends: address.join("").split(":"), rect };
  }
  return undefined;
}

const isSheet = ({ kind }: FormulaToken) => kind === "quotedSheet" || kind === "name";
const isEnd = (token: FormulaToken | undefined) =>
  token?.kind === "name" || token?.kind === "number";

function moved({ prefix, sheet, ends, rect }: Reference, own: string, move: Move): string {
  const now = move(sheet ?? own, rect);
  if (!now) return "#REF!";
  const isSame = sheet === undefined || now.sheet.toLowerCase() === sheet.toLowerCase();
  const said = !prefix ? "" : `${isSame ? prefix : quoteSheet(now.sheet)}!`;
  if (!now.rect) return `${said}#REF!`;
  const { row, column, rows, columns } = now.rect;
  const corners = [
    { row, column },
    { row: row + rows - 1, column: column + columns - 1 },
  ];
  return said + ends.map((end, i) => endAt(end, corners[i]!)).join(":");
}

const endAt = (end: string, { row, column }: { row: number; column: number }) =>
  end.replace(/[A-Z]+/i, columnName(column)).replace(/\d+/, String(row + 1));
