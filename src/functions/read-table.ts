import { columnsNamed, type ColumnName } from "../catalog/column-names";
import { shortened } from "../catalog/names";
import { withPlainDigits } from "../calculator/folded";
import { isAbsent, misread } from "./read-cell";

/** A row of a table whose columns have been found; `row` is its place in the range, the header being the first. */
export interface TableRow<C extends ColumnName> {
  readonly row: number;
  /** The cell in a column; undefined where the table has no such column. */
  cell(column: C): unknown;
}

/** The columns that a table may have. Of each list in `necessary` it must have at least one. */
export interface TableShape<C extends ColumnName> {
  readonly columns: readonly C[];
  readonly necessary: readonly (readonly C[])[];
}

/**
 * The rows of a range with a header, its columns found by name in any order; columns with other names are
 * left alone, and so are rows that are blank in all that are known.
 */
export function readTable<C extends ColumnName>(
  label: string,
  cells: unknown,
  { columns, necessary }: TableShape<C>,
): readonly TableRow<C>[] {
  const range = Array.isArray(cells) ? (cells as readonly (readonly unknown[])[]) : [[cells]];
  if (range.every((row) => row.every(isBlank))) return [];
  const headers = range[0].map(headerIn);
  const places = columnsNamed(headers, columns);
  refuseMissing(label, headers, places, necessary);
  refuseTwice(label, headers, places);
  const known = [...places].map(([column, [place]]): [C, number] => [column, place]);
  const placeOf = new Map(known);
  return range.slice(1).flatMap((row, i) => {
    if (known.every(([, place]) => isBlank(row[place]))) return [];
    return [{ row: i + firstRow, cell: (column: C) => cellAt(row, placeOf.get(column)) }];
  });
}

const firstRow = 2;

const cellAt = (row: readonly unknown[], place: number | undefined): unknown =>
  place === undefined ? undefined : row[place];

/** Excel may send a blank cell as 0. */
const isBlank = (cell: unknown): boolean =>
  isAbsent(cell) || cell === 0 || (typeof cell === "string" && withPlainDigits(cell).trim() === "");

function headerIn(cell: unknown): string {
  const plain = (cell as { basicValue?: unknown } | null)?.basicValue ?? cell;
  return typeof plain === "string" || typeof plain === "number" ? String(plain).trim() : "";
}

function refuseMissing<C extends ColumnName>(
  label: string,
  headers: readonly string[],
  places: ReadonlyMap<C, unknown>,
  necessary: readonly (readonly C[])[],
): void {
  const missing = necessary.filter((either) => !either.some((column) => places.has(column)));
  if (missing.length === 0) return;
  const named = missing.map((either) => either.map((column) => `“${column}”`).join(" or "));
  const found = headers.filter(Boolean).map(shortened);
  const shown = found.slice(0, mostHeaders).join(", ") || "nothing";
  throw misread(
    `${label} has no column ${named.join(", and none ")}. Its first row has: ${shown}. Begin the range with the row of headers, such as Table1[#All].`,
  );
}

const mostHeaders = 12;

function refuseTwice<C extends ColumnName>(
  label: string,
  headers: readonly string[],
  places: ReadonlyMap<C, readonly number[]>,
): void {
  for (const [column, found] of places) {
    if (found.length === 1) continue;
    const both = found.map((place) => `“${headers[place]}”`).join(" and ");
    throw misread(
      `${label} has more than one column for ${column}: ${both}. Keep the name for one of them.`,
    );
  }
}
