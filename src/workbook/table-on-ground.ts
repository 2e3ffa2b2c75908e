import type { CellValue } from "./cell-text";
import { enterCells } from "./enter-cells";
import { freeDefinedName } from "./free-name";
import { cellsOfGround, widen, type Ground } from "./ground";

/** One column of a table to be written. */
export interface TableColumn {
  readonly header: string;
  /** In points. */
  readonly width: number;
  readonly format: string;
}

/**
 * Queues a real Excel table at the top of the ground: first its cells, then the table, then its name.
 * Formulas come after it, because they speak of the table.
 */
export function tableOn(
  ground: Ground,
  name: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly CellValue[])[],
): Excel.Table {
  const { sheet, row, column } = ground;
  cellsOfGround(ground).clear("Contents");
  const range = sheet.getRangeByIndexes(row, column, rows.length + 1, columns.length);
  const headers = columns.map(({ header }) => header);
  const formats = columns.map(({ format }) => format);
  enterCells(range, [headers, ...rows], [headers.map(() => "General"), ...rows.map(() => formats)]);
  const table = sheet.tables.add(range, true);
  table.name = name;
  table.style = "TableStyleMedium2";
  widen(
    ground,
    columns.map(({ width }) => width),
  );
  return table;
}

/** Queues the line that stands in the last row of the ground. */
export function lineOn({ sheet, row, rows, column }: Ground, content: string): void {
  enterCells(sheet.getCell(row + rows - 1, column), [[content]], [["General"]]);
}

/** No table stood on the ground before, so one that stands there now is ours, whatever its name. */
export async function takeBackTable(ground: Ground): Promise<void> {
  const tables = cellsOfGround(ground).getTables(false);
  tables.load("items/id");
  await ground.sheet.context.sync();
  tables.items.forEach((table) => table.delete());
  await ground.sheet.context.sync();
}

/** Gives a whole column of a table one formula. */
export function fillColumn(
  table: Excel.Table,
  header: string,
  rows: number,
  formula: string,
): void {
  const body = table.columns.getItem(header).getDataBodyRange();
  body.formulas = Array.from({ length: rows }, () => [formula]);
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
