/** A block of cells, counted from 0. */
export interface Rect {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The size of a sheet in Excel. */
export const sheetRows = 1048576;
export const sheetColumns = 16384;

export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

const columnIndex = (name: string) =>
  [...name.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A name that could be taken for a cell or holds anything unusual needs quotes. */
export const quoteSheet = (name: string) =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseAddress(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

const pattern =
  /^(?:(?:'((?:[^']|'')+)'|([^!']+))!)?\$?([a-z]{1,3})?\$?(\d+)?(?::\$?([a-z]{1,3})?\$?(\d+)?)?$/i;

/** Reads `Sheet1!$A$1:C3`, `B:B`, `3:5`; nothing if it is not an address. */
export function parseAddress(text: string): (Rect & { sheet: string | undefined }) | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, quoted, plain, columnA, rowA, columnB, rowB] = match;
  const isSpan = text.includes(":", (quoted ?? plain ?? "").length);
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  const rows = columnA && !rowA && !rowB ? ([1, sheetRows] as const) : span(rowA, rowB, Number);
  const columns =
    rowA && !columnA && !columnB
      ? ([1, sheetColumns] as const)
      : span(columnA, columnB, (name) => columnIndex(name) + 1);
  // `B` and `3` alone are no addresses, and `B:3` is none either
  if (!rows || !columns || (!isSpan && !(columnA && rowA))) return undefined;
  if (isSpan && (Boolean(columnA) !== Boolean(columnB) || Boolean(rowA) !== Boolean(rowB))) {
    return undefined;
  }
  if (rows[0] < 1 || rows[1] > sheetRows || columns[1] > sheetColumns) return undefined;
  return {
    sheet,
    row: rows[0] - 1,
    column: columns[0] - 1,
    rows: rows[1] - rows[0] + 1,
    columns: columns[1] - columns[0] + 1,
  };
}

function span(
  first: string | undefined,
  last: string | undefined,
  count: (text: string) => number,
) {
  if (!first) return undefined;
  const a = count(first);
  const b = last ? count(last) : a;
  return [Math.min(a, b), Math.max(a, b)] as const;
}

/** `A1:B2`, in the way `range.address` writes it after the sheet's name. */
export function formatAddress({ row, column, rows, columns }: Rect, absolute = false): string {
  const mark = absolute ? "$" : "";
  const cell = (r: number, c: number) => `${mark}${columnName(c)}${mark}${r + 1}`;
  if (rows === sheetRows && columns < sheetColumns) {
    return `${mark}${columnName(column)}:${mark}${columnName(column + columns - 1)}`;
  }
  if (columns === sheetColumns) return `${mark}${row + 1}:${mark}${row + rows}`;
  const first = cell(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${cell(row + rows - 1, column + columns - 1)}`;
}

export const overlaps = (a: Rect, b: Rect) =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

export const contains = (outer: Rect, inner: Rect) =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

export function intersection(a: Rect, b: Rect): Rect | undefined {
  if (!overlaps(a, b)) return undefined;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return {
    row,
    column,
    rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The smallest block that holds both. */
export function boundingRect(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The smallest block that holds all of them, of which there may be a great many. */
export const aroundAll = (rects: readonly Rect[]): Rect | undefined =>
  rects.length === 0 ? undefined : rects.reduce(boundingRect);
