import { rangeAt } from "./bands";
import { sheetSize, type Place } from "./cell-address";
import { holdCells, type HeldCells, type KnownSheet } from "./held-cells";
import { loadObstacles, obstacleIn, refuseProtected } from "./obstacles";
import { WorkbookTrouble } from "./written";

/** Where something is to be written. */
export interface Site extends Place {
  readonly sheet: Excel.Worksheet;
  /** Of its columns, in points, as they were before. */
  readonly widths: readonly number[];
}

/** The cells that something is to be written on, as they were before. */
export interface Ground extends Site, HeldCells {
  /** With its sheet, such as "Sheet1!B2:D9". */
  readonly address: string;
  /** What makes these cells unfit to be written on, whatever they hold. */
  readonly obstacle: string | undefined;
}

/** The cells at the selected one, down and to the right, if a table can stand there. */
export async function groundAtSelection(
  context: Excel.RequestContext,
  size: Pick<Place, "rows" | "columns">,
): Promise<Ground> {
  const cell = context.workbook.getActiveCell();
  // The cell's own sheet: the person may have gone to another one by the time of the next sync.
  const { worksheet: sheet } = cell;
  sheet.load("id");
  cell.load("rowIndex,columnIndex");
  await context.sync();
  const place = { row: cell.rowIndex, column: cell.columnIndex, ...size };
  const ground = await groundAt({ sheet, sheetId: sheet.id }, place);
  if (!ground.obstacle) return ground;
  throw new WorkbookTrouble(`${ground.obstacle} Select a cell farther from it.`);
}

/** Looks at cells before anything is written on them: the last thing to do before writing. */
export async function groundAt(on: KnownSheet, place: Place): Promise<Ground> {
  const { sheet } = on;
  const { row, column, rows, columns } = place;
  if (row + rows > sheetSize.rows || column + columns > sheetSize.columns) {
    throw new WorkbookTrouble(
      `There is no room at the edge of the sheet: ${rows} rows and ${columns} columns are needed. Choose another place.`,
    );
  }
  const area = rangeAt(sheet, place);
  area.load("address");
  sheet.protection.load("protected");
  const obstacles = loadObstacles(area);
  const held = await holdCells(on, place);
  refuseProtected(sheet);
  return { ...held, sheet, address: area.address, obstacle: obstacleIn(obstacles) };
}

export const cellsAt = (site: Site): Excel.Range => rangeAt(site.sheet, site);

/** Some cells of a site, as a site of their own. */
export function partOf({ sheet, column, widths }: Site, place: Place): Site {
  const left = place.column - column;
  return { ...place, sheet, widths: widths.slice(left, left + place.columns) };
}

/** Columns also hold what stands above and below, so they are made wider and never narrower. */
export function widen(site: Site, wanted: readonly number[]): void {
  const area = cellsAt(site);
  site.widths.forEach((width, i) => {
    area.getColumn(i).format.columnWidth = Math.max(width, wanted[i]);
  });
}
