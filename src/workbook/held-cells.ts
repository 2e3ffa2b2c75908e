import { bandsOf, rangeAt, readContents, type CellContents } from "./bands";
import type { Place } from "./cell-address";
import { looksOf, putLooksBack, type BandLooks } from "./cell-looks";
import { asItWas } from "./cell-text";
import { enterCells } from "./enter-cells";

/** What cells hold and how they look, read so that it can be put back. */
export interface HeldCells extends Place, CellContents {
  readonly sheetId: string;
  /** Of their columns, in points. */
  readonly widths: readonly number[];
  /** Band by band. */
  readonly looks: readonly BandLooks[];
}

/** A sheet, by an id that it keeps. */
export interface KnownSheet {
  readonly sheet: Excel.Worksheet;
  readonly sheetId: string;
}

export async function holdCells({ sheet, sheetId }: KnownSheet, place: Place): Promise<HeldCells> {
  const columns = columnsOf(sheet, place);
  columns.forEach((format) => format.load("columnWidth"));
  const looks = await looksOf(sheet, place);
  const contents = await readContents(sheet, place);
  const { row, column, rows, columns: count } = place;
  const widths = columns.map(({ columnWidth }) => columnWidth);
  return { ...contents, sheetId, row, column, rows, columns: count, widths, looks };
}

/** Gives cells back what they held and how they looked, only where that is no longer so. */
export async function putHeldBack(context: Excel.RequestContext, held: HeldCells): Promise<void> {
  const { sheetId } = held;
  const sheet = await standingSheet(context, sheetId);
  if (!sheet) return;
  const now = await holdCells({ sheet, sheetId }, held);
  columnsOf(sheet, held).forEach((format, i) => {
    if (now.widths[i] !== held.widths[i]) format.columnWidth = held.widths[i];
  });
  for (const [i, band] of bandsOf(held).entries()) {
    const range = rangeAt(sheet, band);
    if (!isSame(now.looks[i], held.looks[i])) putLooksBack(range, held.looks[i]);
    await putContentsBack(range, band.row - held.row, held, now);
  }
}

async function putContentsBack(
  range: Excel.Range,
  top: number,
  held: HeldCells,
  now: HeldCells,
): Promise<void> {
  const { rows } = bandsOf(held)[0];
  const of = ({ formulas, values, valueTypes, formats }: CellContents) =>
    [formulas, values, valueTypes, formats].map((lines) => lines.slice(top, top + rows));
  if (!isSame(of(held), of(now))) {
    const { formulas, values, valueTypes, formats } = held;
    const cells = formulas
      .slice(top, top + rows)
      .map((row, i) =>
        row.map((formula, j) => asItWas(formula, values[top + i][j], valueTypes[top + i][j])),
      );
    enterCells(range, cells, formats.slice(top, top + rows));
  }
  await range.context.sync();
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const columnsOf = (sheet: Excel.Worksheet, place: Place): Excel.RangeFormat[] =>
  Array.from({ length: place.columns }, (_, i) => rangeAt(sheet, place).getColumn(i).format);

/** A sheet by its id; nothing where somebody has deleted it. */
export async function standingSheet(
  context: Excel.RequestContext,
  id: string,
): Promise<Excel.Worksheet | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load("id");
  await context.sync();
  return sheet.isNullObject ? undefined : sheet;
}
