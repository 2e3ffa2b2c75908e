import { bandsOf } from "./bands";
import type { CellValue } from "./cell-text";

/**
 * Queues formulas and values with their number formats; null leaves a cell, or its format, as it is.
 * They are entered under General and formatted afterwards. There a formula surely calculates and an
 * apostrophe is surely a mark: under the text format a formula stays text, and perhaps so does the mark.
 */
export function enterCells(
  range: Excel.Range,
  cells: readonly (readonly CellValue[])[],
  formats: readonly (readonly (string | null)[])[],
): void {
  // Excel takes null for "as it is", which its types leave out.
  const general = formats.map((row) => row.map((format) => (format === null ? null : "General")));
  range.numberFormat = general as string[][];
  range.formulas = cells.map((row) => [...row]);
  range.numberFormat = formats.map((row) => [...row]) as string[][];
}

/**
 * Enters cells in as many requests as their number asks for. The last of them waits for the next sync, so
 * that few cells go to Excel as one with what follows.
 */
export async function enterInBands(
  range: Excel.Range,
  cells: readonly (readonly CellValue[])[],
  formats: readonly (readonly (string | null)[])[],
): Promise<void> {
  const place = { row: 0, column: 0, rows: cells.length, columns: cells[0].length };
  for (const { row, rows } of bandsOf(place)) {
    if (row > 0) await range.context.sync();
    const band = range.getRow(row).getResizedRange(rows - 1, 0);
    enterCells(band, cells.slice(row, row + rows), formats.slice(row, row + rows));
  }
}
