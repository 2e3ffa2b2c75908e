import { sheetSize, type Place } from "./cell-address";
import { asItWas, type CellValue } from "./cell-text";
import { enterCells } from "./enter-cells";
import { loadObstacles, obstacleIn, refuseProtected } from "./obstacles";
import { WorkbookTrouble } from "./written";

/** The cells that something is to be written on, as they were before. */
export interface Ground extends Place {
  readonly sheet: Excel.Worksheet;
  /** With its sheet, such as "Sheet1!B2:D9". */
  readonly address: string;
  readonly formulas: readonly (readonly CellValue[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly valueTypes: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
  readonly looks: readonly ColumnLook[];
  /** What makes these cells unfit to be written on, whatever they hold. */
  readonly obstacle: string | undefined;
}

/** What is changed of a column's look, and of its first cell's: a header wraps its text. */
interface ColumnLook {
  readonly width: number;
  readonly wrapText: boolean;
}

/** The cells at the selected one, down and to the right, if a table can stand there. */
export async function groundAtSelection(
  context: Excel.RequestContext,
  size: Pick<Place, "rows" | "columns">,
): Promise<Ground> {
  const cell = context.workbook.getActiveCell();
  // The cell's own sheet: the person may have gone to another one by the time of the next sync.
  const { worksheet } = cell;
  cell.load("rowIndex,columnIndex");
  await context.sync();
  const place = { row: cell.rowIndex, column: cell.columnIndex, ...size };
  const ground = await groundAt(context, worksheet, place);
  if (!ground.obstacle) return ground;
  throw new WorkbookTrouble(`${ground.obstacle} Select a cell farther from it.`);
}

/** Looks at cells before anything is written on them: the last thing to do before writing. */
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
  area.load("address,formulas,values,valueTypes,numberFormat");
  sheet.protection.load("protected");
  const obstacles = loadObstacles(area);
  const formats = Array.from({ length: columns }, (_, i) => formatsAt(area, i));
  formats.forEach(({ ofColumn, ofFirst }) => {
    ofColumn.load("columnWidth");
    ofFirst.load("wrapText");
  });
  await context.sync();
  refuseProtected(sheet);
  return {
    ...place,
    sheet,
    address: area.address,
    formulas: area.formulas,
    values: area.values,
    valueTypes: area.valueTypes,
    formats: area.numberFormat,
    looks: formats.map(({ ofColumn, ofFirst }) => ({
      width: ofColumn.columnWidth,
      wrapText: ofFirst.wrapText,
    })),
    obstacle: obstacleIn(obstacles),
  };
}

export const cellsOfGround = ({ sheet, row, column, rows, columns }: Ground): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);

/** Some cells of a ground, as a ground of their own. */
export function partOfGround(ground: Ground, place: Place): Ground {
  const [top, left] = [place.row - ground.row, place.column - ground.column];
  const cut = <T>(rows: readonly (readonly T[])[]) =>
    rows.slice(top, top + place.rows).map((row) => row.slice(left, left + place.columns));
  const { formulas, values, valueTypes, formats, looks } = ground;
  return {
    ...ground,
    ...place,
    ...{ formulas: cut(formulas), values: cut(values), valueTypes: cut(valueTypes) },
    formats: cut(formats),
    looks: looks.slice(left, left + place.columns),
  };
}

/** Columns also hold what stands above and below, so they are made wider and never narrower. */
export function widen(ground: Ground, wanted: readonly number[]): void {
  const area = cellsOfGround(ground);
  ground.looks.forEach(({ width }, i) => {
    formatsAt(area, i).ofColumn.columnWidth = Math.max(width, wanted[i]);
  });
}

/** Gives the cells back what they held, and their look, as far as anything of ours changes it. */
export async function restoreGround(ground: Ground): Promise<void> {
  const area = cellsOfGround(ground);
  const { formulas, values, valueTypes, formats, looks } = ground;
  const cells = formulas.map((row, i) =>
    row.map((formula, j) => asItWas(formula, values[i][j], valueTypes[i][j])),
  );
  enterCells(area, cells, formats);
  looks.forEach(({ width, wrapText }, i) => {
    const { ofColumn, ofFirst } = formatsAt(area, i);
    ofColumn.columnWidth = width;
    ofFirst.wrapText = wrapText;
  });
  await ground.sheet.context.sync();
}

const formatsAt = (area: Excel.Range, i: number) => ({
  ofColumn: area.getColumn(i).format,
  ofFirst: area.getCell(0, i).format,
});
