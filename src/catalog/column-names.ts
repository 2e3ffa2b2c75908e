import { data, type ColumnName } from "./data";
import { plain } from "./names";

export type { ColumnName } from "./data";

/** Where each of some columns is, by what people write above it; those that are not there are left out. */
export function columnsNamed<C extends ColumnName>(
  headers: readonly string[],
  wanted: readonly C[],
): ReadonlyMap<C, readonly number[]> {
  const written = headers.map(plain);
  const found = wanted.map((column): [C, readonly number[]] => {
    const own = placesOf(written, [column]);
    return [column, own.length > 0 ? own : placesOf(written, data.words.columns[column])];
  });
  return new Map(found.filter(([, places]) => places.length > 0));
}

function placesOf(written: readonly string[], names: readonly string[]): readonly number[] {
  const meant = new Set(names.map(plain));
  return written.flatMap((header, i) => (meant.has(header) ? [i] : []));
}
