import type { CellValue } from "./cell-text";
import type { TakeBack } from "./all-or-nothing";
import { rangeAt } from "./bands";
import { enterCells, enterInBands } from "./enter-cells";
import { freeDefinedName } from "./free-name";
import { cellsAt, widen, type Ground, type Site } from "./ground";
import { putHeldBack, standingSheet } from "./held-cells";

/** One column of a table to be written. */
export interface TableColumn {
  readonly header: string;
  /** In points. */
  readonly width: number;
  readonly format: string;
}

/**
 * Queues a real Excel table at the top of a site: first its cells, then the table, then its name.
 * Formulas come after it, because they speak of the table.
 */
export async function tableOn(
  site: Site,
  name: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly CellValue[])[],
): Promise<Excel.Table> {
  const { sheet, row, column } = site;
  cellsAt(site).clear("Contents");
  const place = { row, column, rows: rows.length + 1, columns: columns.length };
  const headers = columns.map(({ header }) => header);
  const formats = columns.map(({ format }) => format);
  const range = rangeAt(sheet, place);
  const generals = headers.map(() => "General");
  await enterInBands(range, [headers, ...rows], [generals, ...rows.map(() => formats)]);
  const table = sheet.tables.add(range, true);
  table.name = name;
  table.style = "TableStyleMedium2";
  widen(
    site,
    columns.map(({ width }) => width),
  );
  return table;
}

/** Queues the line that stands in the last row of a site. */
export function lineOn({ sheet, row, rows, column }: Site, content: string): void {
  enterCells(sheet.getCell(row + rows - 1, column), [[content]], [["General"]]);
}

/** What tables written on a ground leave: themselves, their entry rules, their cells. */
export const tablesTakenBack = (
  context: Excel.RequestContext,
  ground: Ground,
): readonly TakeBack[] => [
  { of: `the table at ${ground.address}`, run: () => deleteTables(context, ground) },
  cellsTakenBack(context, ground),
];

export const cellsTakenBack = (context: Excel.RequestContext, ground: Ground): TakeBack => ({
  of: `the cells ${ground.address}`,
  run: () => putHeldBack(context, ground),
});

/**
 * No table stood on the ground before, so one that stands there now is ours, whatever its name. Neither
 * were there rules.
 */
async function deleteTables(context: Excel.RequestContext, ground: Ground): Promise<void> {
  const sheet = await standingSheet(context, ground.sheetId);
  if (!sheet) return;
  const area = rangeAt(sheet, ground);
  const { dataValidation } = area;
  const tables = area.getTables(false);
  tables.load("items/id");
  dataValidation.load("type");
  await context.sync();
  tables.items.forEach((table) => table.delete());
  if (dataValidation.type !== "None") dataValidation.clear();
  await context.sync();
}

/** Gives a whole column of a table one formula, in as many requests as that takes. */
export async function fillColumn(
  table: Excel.Table,
  header: string,
  rows: number,
  formula: string,
): Promise<void> {
  const lines = Array.from({ length: rows }, () => [formula]);
  const formats = lines.map(() => [null]);
  await enterInBands(table.columns.getItem(header).getDataBodyRange(), lines, formats);
}

/** Tables and defined names share one set of names. */
export async function freeTableName(
  context: Excel.RequestContext,
  wanted: string,
): Promise<string> {
  const { tables, names } = context.workbook;
  tables.load("items/name");
  names.load("items/name");
  await context.sync();
  return freeDefinedName(
    wanted,
    [...tables.items, ...names.items].map(({ name }) => name),
  );
}
