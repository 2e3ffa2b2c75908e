import { ownIn } from "./add-in-settings";
import { readContents, type CellContents } from "./bands";
import type { CellValue } from "./cell-text";
import { refuseProtected } from "./obstacles";
import { missingColumns } from "./refresh-plan";
import {
  loadRemembered,
  readRemembered,
  rememberedOf,
  type Remembered,
  type TableSign,
} from "./remembered-tables";
import { WorkbookTrouble } from "./written";
import { addressOf, type Place } from "./cell-address";

/** A pricing table as it stands now, and what the workbook remembers of it. */
export interface StandingTable extends CellContents {
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly sign: TableSign;
  readonly sheetId: string;
  /** With its sheet, such as "Prices!B3:J9". */
  readonly address: string;
  /** With its header, and with its total row if it shows one. */
  readonly place: Place;
  readonly headers: readonly string[];
  readonly showTotals: boolean;
  /** What stands under the first column, where the list's line belongs. */
  readonly below: CellValue;
  readonly entry: Remembered;
  readonly all: readonly Remembered[];
  /** All that the add-in keeps in the workbook, by its keys. */
  readonly settings: Readonly<Record<string, string>>;
  readonly tables: readonly TableSign[];
}

export async function readStandingTable(
  context: Excel.RequestContext,
  name: string,
): Promise<StandingTable> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("id,name,showTotals");
  table.worksheet.load("id,name");
  table.worksheet.protection.load("protected");
  const range = table.getRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  const header = table.getHeaderRowRange();
  header.load("values");
  const below = range.getLastRow().getOffsetRange(1, 0).getCell(0, 0);
  below.load("values");
  const settings = loadRemembered(context);
  const { tables } = context.workbook;
  tables.load("items/id,items/name");
  await context.sync();
  if (table.isNullObject) throw notOurs(name);
  const all = readRemembered(settings);
  const sign = { id: table.id, name: table.name };
  const entry = rememberedOf(sign, all, tables.items);
  if (!entry) throw notOurs(name);
  refuseProtected(table.worksheet);
  const headers = header.values[0].map((text) => String(text).trim());
  refuseMissing(sign, headers);
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
  const { showTotals, worksheet: sheet } = table;
  const place = { row, column, rows, columns };
  const { id: sheetId, name: sheetName } = sheet;
  return {
    ...(await readContents(sheet, bodyOf({ place, showTotals }))),
    ...{ table, sign, sheet, sheetId, address: `${sheetName}!${addressOf(place)}` },
    ...{ place, showTotals, headers, below: below.values[0][0] },
    ...{ entry, all, settings: ownIn(settings), tables: tables.items },
  };
}

/** The cells between a table's header row and its total row. */
export const bodyOf = ({
  place,
  showTotals,
}: Pick<StandingTable, "place" | "showTotals">): Place => ({
  ...place,
  row: place.row + 1,
  rows: place.rows - (showTotals ? 2 : 1),
});

function refuseMissing({ name }: TableSign, headers: readonly string[]): void {
  const missing = missingColumns(headers);
  if (missing.length === 0) return;
  throw new WorkbookTrouble(
    `The table ${name} has no column ${missing.join(", ")} any more, so its rows cannot be told apart. Insert a new pricing table.`,
  );
}

const notOurs = (name: string) =>
  new WorkbookTrouble(
    `“${name}” is not a pricing table that CALS for Excel wrote here. Insert a new pricing table.`,
  );
