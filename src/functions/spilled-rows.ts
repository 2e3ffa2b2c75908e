/** Columns by their headers, and the field of a line that each shows. */
type Columns<T> = Readonly<Record<string, keyof T>>;

/** A header row, and a row for each line. People INDEX the columns, so their order is frozen. */
export function spilledRows<T>(columns: Columns<T>, lines: readonly T[]): unknown[][] {
  const fields = Object.values(columns);
  return [Object.keys(columns), ...lines.map((line) => fields.map((field) => line[field]))];
}
