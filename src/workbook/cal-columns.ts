import { allOrNothing, type TakeBack } from "./all-or-nothing";
import { rangeAt } from "./bands";
import { calColumns, calsFormulas, type CalColumn, type RowCells } from "./cals-formulas";
import { enterCells } from "./enter-cells";
import { freeHeader } from "./free-name";
import { groundAt, widen, type Ground } from "./ground";
import { standingSheet } from "./held-cells";
import { guessFields, type FieldMap } from "./guess-fields";
import { inExcel } from "./in-excel";
import { refuseIncomplete, refuseMissing } from "./mapped-columns";
import { occupiedBy } from "./occupied";
import { thisRow } from "./table-formula";
import { cellsTakenBack } from "./table-on-ground";
import { WorkbookTrouble } from "./written";

/** A table of the buyer's, with the headers that seem to hold what our functions ask for. */
export interface BuyerTable {
  readonly table: string;
  readonly headers: readonly string[];
  readonly guess: FieldMap;
}

const reading = { to: "read the selected table", needs: "1.9" };
const adding = { to: "add CAL columns to a table", needs: "1.13", writes: true };

/** The table that holds the selected cell. */
export function buyerTable(): Promise<BuyerTable | undefined> {
  return inExcel(reading, async (context) => {
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
 * Adds the columns at the right of a table, with live formulas on the columns that the buyer named,
 * and tells their address. What stands to the right is never pushed aside or written over.
 */
export function addCalColumns(
  table: string,
  mapping: FieldMap,
  columns: readonly CalColumn[],
): Promise<string> {
  return inExcel(adding, async (context) => {
    refuseIncomplete(mapping, columns);
    const { buyers, headers, ground } = await surveyed(context, table, columns.length);
    refuseMissing(mapping, headers);
    refuseTaken(ground);
    const added = newHeaders(headers, columns);
    const formulas = calsFormulas(rowCells(table, mapping, added));
    await allOrNothing(
      () => write(context, buyers, ground, added, formulas),
      [sizeTakenBack(context, buyers, ground), cellsTakenBack(context, ground)],
    );
    return ground.address;
  });
}

/** The cells beside a table are the buyer's, so this is no question to ask. */
function refuseTaken(ground: Ground): void {
  const occupied = occupiedBy(ground);
  const inTheWay = ground.obstacle ?? (occupied && `${occupied.occupied} is not empty.`);
  if (!inTheWay) return;
  throw new WorkbookTrouble(`${inTheWay} Make room at the right of the table first.`);
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
  buyers.load("id,name,showTotals");
  buyers.worksheet.load("id");
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
  const { worksheet: sheet } = buyers;
  const ground = await groundAt({ sheet, sheetId: sheet.id }, place);
  return { buyers, headers: header.values[0].map(String), ground };
}

/** A header that the buyer has already keeps its place; ours becomes "Required 2". */
function newHeaders(
  headers: readonly string[],
  columns: readonly CalColumn[],
): ReadonlyMap<CalColumn, string> {
  return new Map(columns.map((column) => [column, freeHeader(column, headers)]));
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
    isCalTypeOurs: !mapping.calType && added.has("CAL type"),
    channel: cell(mapping.channel),
    owned: cell(mapping.owned),
  };
}

async function write(
  context: Excel.RequestContext,
  buyers: Excel.Table,
  ground: Ground,
  added: ReadonlyMap<CalColumn, string>,
  formulas: Readonly<Record<CalColumn, string>>,
): Promise<void> {
  const { sheet, row, column, rows, columns } = ground;
  buyers.resize(buyers.getRange().getResizedRange(0, columns));
  sheet.getRangeByIndexes(row, column, 1, columns).values = [[...added.values()]];
  const cells = [...added.keys()].map((each) => formulas[each]);
  const body = Array.from({ length: rows - 1 }, () => cells);
  // A new column may take over the text format of its neighbor, and then a formula stays text.
  enterCells(
    sheet.getRangeByIndexes(row + 1, column, rows - 1, columns),
    body,
    body.map((each) => each.map(() => "General")),
  );
  widen(
    ground,
    [...added.keys()].map((each) => calColumns[each]),
  );
  await context.sync();
}

/** The buyer's table ends again where the ground begins; then the cells there are put back like any others. */
const sizeTakenBack = (
  context: Excel.RequestContext,
  { id, name }: Excel.Table,
  ground: Ground,
): TakeBack => ({
  of: `the columns added to the table ${name}`,
  run: async () => {
    const sheet = await standingSheet(context, ground.sheetId);
    const table = context.workbook.tables.getItemOrNullObject(id);
    const range = table.getRange();
    range.load("columnIndex,columnCount,rowIndex,rowCount");
    await context.sync();
    if (!sheet || table.isNullObject) return;
    const { columnIndex: column, columnCount, rowIndex: row, rowCount: rows } = range;
    const columns = ground.column - column;
    if (columnCount > columns) table.resize(rangeAt(sheet, { row, column, rows, columns }));
    await context.sync();
  },
});
