import { addressOf, sheetPrefix, sheetSize, type Place } from "./cell-address";
import { asItWas, type CellValue } from "./cell-text";
import { WorkbookTrouble, type Written } from "./written";

/** The cells that something is to be written on, as they were before. */
export interface Ground extends Place {
  readonly sheet: Excel.Worksheet;
  /** With its sheet, such as "Sheet1!B2:D9". */
  readonly address: string;
  readonly formulas: readonly (readonly CellValue[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly formats: string[][];
  readonly widths: readonly number[];
}

/** The cells at the selected one, down and to the right, if a table can stand there. */
export async function groundAtSelection(
  context: Excel.RequestContext,
  size: Pick<Place, "rows" | "columns">,
): Promise<Ground> {
  const cell = context.workbook.getActiveCell();
  cell.load("rowIndex,columnIndex");
  await context.sync();
  const place = { row: cell.rowIndex, column: cell.columnIndex, ...size };
  return groundAt(context, context.workbook.worksheets.getActiveWorksheet(), place);
}

/** Looks at cells before anything is written on them. Another table in the way is trouble. */
export async function groundAt(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  place: Place,
): Promise<Ground> {
  const { row, column, rows, columns } = place;
  if (row + rows > sheetSize.rows || column + columns > sheetSize.columns) {
    throw new WorkbookTrouble(
      `There is no room at the edge of the sheet: ${rows} rows and ${columns} columns are needed. Choose another place.`,
    );
  }
  const area = sheet.getRangeByIndexes(row, column, rows, columns);
  area.load("address,formulas,values,numberFormat");
  const tables = area.getTables(false);
  tables.load("items/name");
  sheet.protection.load("protected");
  const formats = Array.from({ length: columns }, (_, i) => columnFormat(area, i));
  formats.forEach((format) => format.load("columnWidth"));
  await context.sync();
  refuseProtected(sheet);
  refuseTables(tables.items.map(({ name }) => name));
  return {
    ...place,
    sheet,
    address: area.address,
    formulas: area.formulas,
    values: area.values,
    formats: area.numberFormat,
    widths: formats.map(({ columnWidth }) => columnWidth),
  };
}

/** Asked for after `protection/protected` is loaded, so that nothing fails half-way. */
export function refuseProtected(sheet: Excel.Worksheet): void {
  if (!sheet.protection.protected) return;
  throw new WorkbookTrouble(
    "The sheet is protected. Unprotect it on the Review tab, or choose another sheet. Nothing was written.",
  );
}

function refuseTables(names: readonly string[]): void {
  if (names.length === 0) return;
  throw new WorkbookTrouble(
    `The table ${names.join(", ")} is in the way, and a table is never written over. Select a cell farther from it.`,
  );
}

/** The cells that are not empty, as one rectangle around them; undefined where the ground is free. */
export function occupiedBy(ground: Ground): (Written & { done: false }) | undefined {
  const filled = ground.formulas.flatMap((row, i) =>
    row.flatMap((cell, j) => (cell === "" || cell === null ? [] : [{ i, j }])),
  );
  if (filled.length === 0) return undefined;
  const [top, left] = [
    Math.min(...filled.map(({ i }) => i)),
    Math.min(...filled.map(({ j }) => j)),
  ];
  const around = addressOf({
    row: ground.row + top,
    column: ground.column + left,
    rows: Math.max(...filled.map(({ i }) => i)) - top + 1,
    columns: Math.max(...filled.map(({ j }) => j)) - left + 1,
  });
  return { done: false, occupied: sheetPrefix(ground.address) + around, cells: filled.length };
}

export const rangeOf = ({ sheet, row, column, rows, columns }: Ground): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);

/** Writes, and where that fails half-way takes back what was made and puts back what was there. */
export async function allOrNothing<T>(
  ground: Ground,
  write: () => Promise<T>,
  takeBack: () => Promise<void>,
): Promise<T> {
  try {
    return await write();
  } catch (refusal) {
    try {
      await takeBack();
      await putBack(ground);
    } catch {
      throw new WorkbookTrouble(
        "Excel stopped half-way, and what was written could not be taken back. Undo it with Ctrl+Z.",
      );
    }
    throw refusal;
  }
}

async function putBack(ground: Ground): Promise<void> {
  const area = rangeOf(ground);
  area.numberFormat = ground.formats;
  area.formulas = ground.formulas.map((row, i) =>
    row.map((formula, j) => asItWas(formula, ground.values[i][j])),
  );
  setWidths(ground, ground.widths);
  await ground.sheet.context.sync();
}

/** Columns also hold what stands above and below, so they are made wider and never narrower. */
export function widen(ground: Ground, wanted: readonly number[]): void {
  setWidths(
    ground,
    ground.widths.map((width, i) => Math.max(width, wanted[i])),
  );
}

function setWidths(ground: Ground, widths: readonly number[]): void {
  const area = rangeOf(ground);
  widths.forEach((width, i) => (columnFormat(area, i).columnWidth = width));
}

const columnFormat = (area: Excel.Range, i: number): Excel.RangeFormat => area.getColumn(i).format;
