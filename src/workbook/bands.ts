import type { Place } from "./cell-address";
import type { CellValue } from "./cell-text";

/** So many cells go to Excel or come from it at once: on the web it refuses more than 5 MB. */
export const cellsAtOnce = 10_000;

/** A place in bands of whole rows, none of them too large for one request. */
export function bandsOf(place: Place): readonly Place[] {
  const height = Math.max(1, Math.floor(cellsAtOnce / place.columns));
  return Array.from({ length: Math.ceil(place.rows / height) }, (_, i) => ({
    ...place,
    row: place.row + i * height,
    rows: Math.min(height, place.rows - i * height),
  }));
}

/** What cells hold, row by row. */
export interface CellContents {
  readonly formulas: readonly (readonly CellValue[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly valueTypes: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
}

/** Reads cells band by band, so that many cells are no answer too long. */
export async function readContents(sheet: Excel.Worksheet, place: Place): Promise<CellContents> {
  const bands: Excel.Range[] = [];
  for (const band of bandsOf(place)) {
    const range = rangeAt(sheet, band);
    range.load("formulas,values,valueTypes,numberFormat");
    await sheet.context.sync();
    bands.push(range);
  }
  return {
    formulas: bands.flatMap(({ formulas }) => formulas as CellValue[][]),
    values: bands.flatMap(({ values }) => values as CellValue[][]),
    valueTypes: bands.flatMap(({ valueTypes }) => valueTypes as string[][]),
    formats: bands.flatMap(({ numberFormat }) => numberFormat as string[][]),
  };
}

export const rangeAt = (sheet: Excel.Worksheet, place: Place): Excel.Range =>
  sheet.getRangeByIndexes(place.row, place.column, place.rows, place.columns);
