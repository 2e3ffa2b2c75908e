import { Rect, sheetColumns, sheetRows } from "./address";

export type Shift = "down" | "right" | "up" | "left";

/**
 * Where a reference points after cells were inserted or deleted at a place; nothing where all its
 * cells are gone. It stays where it is when only some of its rows or columns would move.
 */
export function shifted(rect: Rect, at: Rect, shift: Shift): Rect | undefined {
  if (shift === "right" || shift === "left") {
    const turned = shifted(turn(rect), turn(at), shift === "right" ? "down" : "up");
    return turned && turn(turned);
  }
  const covers = at.column <= rect.column && at.column + at.columns >= rect.column + rect.columns;
  if (!covers) return rect;
  const [from, to] = [rect.row, rect.row + rect.rows];
  const place = shift === "down" ? pushed(at) : pulled(at);
  const rows = place(to, true) - place(from, false);
  const edge = Math.max(sheetRows, sheetColumns);
  return rows > 0 ? { ...rect, row: place(from, false), rows: Math.min(rows, edge) } : undefined;
}

/** The end of a block is the line below its last row: it moves with that row. */
const pushed = (at: Rect) => (line: number, isEnd: boolean) =>
  line > at.row || (line === at.row && !isEnd) ? line + at.rows : line;

const pulled = (at: Rect) => (line: number) =>
  line <= at.row ? line : Math.max(at.row, line - at.rows);

const turn = ({ row, column, rows, columns }: Rect): Rect => ({
  row: column,
  column: row,
  rows: columns,
  columns: rows,
});
