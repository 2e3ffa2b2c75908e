import type { CellValue } from "./cell-text";
import { freeName } from "./free-name";
import { rangeOf, widen, type Ground } from "./ground";

/** One column of a table to be written. */
export interface ColumnLook {
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
  columns: readonly ColumnLook[],
  rows: readonly (readonly CellValue[])[],
): Excel.Table {
  const { sheet, row, column } = ground;
  rangeOf(ground).clear("Contents");
  const range = sheet.getRangeByIndexes(row, column, rows.length + 1, columns.length);
  range.numberFormat = [
    columns.map(() => "General"),
    ...rows.map(() => columns.map(({ format }) => format)),
  ];
  range.values = [columns.map(({ header }) => header), ...rows.map((cells) => [...cells])];
  const table = sheet.tables.add(range, true);
  table.name = name;
  table.style = "TableStyleMedium2";
  widen(
    ground,
    columns.map(({ width }) => width),
  );
  return table;
}

/** No table stood on the ground before, so one that stands there now is ours, whatever its name. */
export async function takeBackTable(ground: Ground): Promise<void> {
  const tables = rangeOf(ground).getTables(false);
  tables.load("items/id");
  await ground.sheet.context.sync();
  tables.items.forEach((table) => table.delete());
  rangeOf(ground).dataValidation.clear();
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
  return freeName(
    wanted,
    [...tables.items, ...names.items].map(({ name }) => name),
  );
}
