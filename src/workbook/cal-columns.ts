import { calsFormulas, type CalColumn, type RowCells } from "./cals-formulas";
import { freeName } from "./free-name";
import { allOrNothing, groundAt, occupiedBy, widen, type Ground } from "./ground";
import { guessFields, type FieldMap } from "./guess-fields";
import { inExcel } from "./in-excel";
import { thisRow } from "./table-formula";
import { WorkbookTrouble, type Written } from "./written";

export type { CalColumn } from "./cals-formulas";
export type { CalField } from "./guess-fields";

/** A table of the buyer's, with the headers that seem to hold what our functions ask for. */
export interface BuyerTable {
  readonly table: string;
  readonly headers: readonly string[];
  readonly guess: FieldMap;
}

/** The table that holds the selected cell. */
export function buyerTable(): Promise<BuyerTable | undefined> {
  return inExcel(async (context) => {
    const tables = context.workbook.getActiveCell().getTables(false);
    tables.load("items/name,items/showHeaders");
    await context.sync();
    const table = tables.items.find(({ showHeaders }) => showHeaders);
    if (!table) return undefined;
    const header = table.getHeaderRowRange();
    header.load("values");
    await context.sync();
    const headers = header.values[0].map(String);
    return { table: table.name, headers, guess: guessFields(headers) };
  });
}

/**
 * Adds the columns at the right of a table, with live formulas on the columns that the buyer named.
 * What stands to the right is never pushed aside or written over.
 */
export function addCalColumns(
  table: string,
  mapping: FieldMap,
  columns: readonly CalColumn[],
): Promise<Written> {
  return inExcel(async (context) => {
    refuseIncomplete(mapping, columns);
    const { buyers, headers, ground } = await surveyed(context, table, columns.length);
    const occupied = occupiedBy(ground);
    if (occupied) return occupied;
    refuseMissing(mapping, headers);
    const added = newHeaders(headers, columns);
    const formulas = calsFormulas(rowCells(table, mapping, added));
    return allOrNothing(
      ground,
      () => write(context, buyers, ground, added, formulas),
      () => shrinkBack(context, buyers, ground, headers.length),
    );
  });
}

/** Without these there is no question to ask. */
function refuseIncomplete(mapping: FieldMap, columns: readonly CalColumn[]): void {
  if (columns.length === 0) throw new WorkbookTrouble("Choose at least one column to add.");
  if (!mapping.edition) {
    throw new WorkbookTrouble("Choose the column that names the server product.");
  }
  const counting = columns.filter((column) => column !== "CAL" && column !== "Included");
  if (counting.length > 0 && !mapping.users && !mapping.devices) {
    throw new WorkbookTrouble(
      `${counting.join(", ")}: choose the column with the users, with the devices, or both.`,
    );
  }
}

function refuseMissing(mapping: FieldMap, headers: readonly string[]): void {
  const missing = Object.values(mapping).filter((header) => header && !headers.includes(header));
  if (missing.length === 0) return;
  throw new WorkbookTrouble(
    `The table has no column ${missing.join(", ")} any more. Choose the columns again.`,
  );
}

interface Surveyed {
  readonly buyers: Excel.Table;
  readonly headers: readonly string[];
  /** The cells to the right of the table. */
  readonly ground: Ground;
}

async function surveyed(
  context: Excel.RequestContext,
  name: string,
  more: number,
): Promise<Surveyed> {
  const buyers = context.workbook.tables.getItemOrNullObject(name);
  buyers.load("name,showHeaders,showTotals");
  const range = buyers.getRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  const header = buyers.getHeaderRowRange();
  header.load("values");
  await context.sync();
  if (buyers.isNullObject) {
    throw new WorkbookTrouble(`There is no table “${name}” any more. Select a cell in a table.`);
  }
  if (buyers.showTotals) {
    throw new WorkbookTrouble(
      `The table ${name} shows a total row. Hide it (Table Design, Total Row), add the columns, and show it again.`,
    );
  }
  const { rowIndex: row, columnIndex, rowCount: rows, columnCount } = range;
  const place = { row, column: columnIndex + columnCount, rows, columns: more };
  const ground = await groundAt(context, buyers.worksheet, place);
  return { buyers, headers: header.values[0].map(String), ground };
}

/** A header that the buyer has already keeps its place; ours becomes "Required 2". */
function newHeaders(
  headers: readonly string[],
  columns: readonly CalColumn[],
): ReadonlyMap<CalColumn, string> {
  return new Map(columns.map((column) => [column, freeName(column, headers, " ")]));
}

/** Where a CAL type is not mapped but is being added, the other columns follow the added one. */
function rowCells(
  table: string,
  mapping: FieldMap,
  added: ReadonlyMap<CalColumn, string>,
): RowCells {
  const cell = (header: string | undefined) => (header ? thisRow(table, header) : "");
  return {
    edition: cell(mapping.edition),
    users: cell(mapping.users),
    devices: cell(mapping.devices),
    calType: cell(mapping.calType ?? added.get("CAL type")),
    channel: cell(mapping.channel),
    owned: cell(mapping.owned),
  };
}

const columnWidths: Readonly<Record<CalColumn, number>> = {
  "CAL type": 60,
  CAL: 165,
  Required: 65,
  Included: 60,
  "To buy": 55,
  Why: 340,
};

async function write(
  context: Excel.RequestContext,
  buyers: Excel.Table,
  ground: Ground,
  added: ReadonlyMap<CalColumn, string>,
  formulas: Readonly<Record<CalColumn, string>>,
): Promise<Written> {
  context.application.suspendApiCalculationUntilNextSync();
  const { sheet, row, column, rows, columns } = ground;
  buyers.resize(buyers.getRange().getResizedRange(0, columns));
  sheet.getRangeByIndexes(row, column, 1, columns).values = [[...added.values()]];
  const body = sheet.getRangeByIndexes(row + 1, column, rows - 1, columns);
  const cells = [...added.keys()].map((each) => formulas[each]);
  // A new column may take over the text format of its neighbor, and then a formula stays text.
  body.numberFormat = Array.from({ length: rows - 1 }, () => cells.map(() => "General"));
  body.formulas = Array.from({ length: rows - 1 }, () => cells);
  widen(
    ground,
    [...added.keys()].map((each) => columnWidths[each]),
  );
  await context.sync();
  return { done: true, table: buyers.name, address: ground.address };
}

/** The buyer's table gets its old size back; then the cells beside it are cleared like any others. */
async function shrinkBack(
  context: Excel.RequestContext,
  buyers: Excel.Table,
  { sheet, row, rows, column }: Ground,
  columnCount: number,
): Promise<void> {
  buyers.resize(sheet.getRangeByIndexes(row, column - columnCount, rows, columnCount));
  await context.sync();
}
