import { asItWas, asText, type CellValue } from "./cell-text";
import { enterCells } from "./enter-cells";
import { restoreGround, type Ground } from "./ground";
import { cellsOf, keyOf, numberFormats, pricePerCal, toEnter } from "./pricing-rows";
import { keysOf, type RefreshPlan } from "./refresh-plan";
import { remember, type Remembered } from "./remembered-tables";
import type { StandingTable } from "./standing-table";
import { lineOn } from "./table-on-ground";
import { WorkbookTrouble } from "./written";
import type { Offer } from "../calculator/offers";

/** What a refresh is about to write, and where. */
export interface Refresh {
  readonly standing: StandingTable;
  readonly plan: RefreshPlan;
  readonly next: Remembered;
  /** Where the new rows go, and in its last row the line, if that is ours. */
  readonly room: Ground | undefined;
  readonly isLineOurs: boolean;
}

/** Everything in one batch: what is remembered is never ahead of what stands in the sheet. */
export async function writeRefresh(
  context: Excel.RequestContext,
  { standing, plan, next, room, isLineOurs }: Refresh,
): Promise<void> {
  const { all, tables, entry } = standing;
  context.application.suspendApiCalculationUntilNextSync();
  for (const [column, cells] of plan.changes) enterColumn(standing, column, cells.map(toEnter));
  if (room && plan.added.length > 0) addRows(standing, plan.added, room);
  const isLineNew = plan.added.length > 0 || next.line !== entry.line;
  if (room && isLineOurs && isLineNew) lineOn(room, asText(next.line));
  remember(context, all, tables, next);
  await context.sync();
}

/** The table grows over ground that is free, so that nothing below it moves. */
function addRows(
  { table, place, headers, sign, entry }: StandingTable,
  added: readonly Offer[],
  { sheet, row, column }: Ground,
): void {
  const { currency } = entry.choices;
  const columns = headers.length;
  // The line stands here; a column of the buyer's would keep it.
  sheet.getCell(row, column).clear("Contents");
  table.resize(sheet.getRangeByIndexes(place.row, column, place.rows + added.length, columns));
  const formats: Readonly<Record<string, string>> = numberFormats(currency);
  enterCells(
    sheet.getRangeByIndexes(row, column, added.length, columns),
    added.map((offer) => newRow(offer, headers, sign.name, currency)),
    added.map(() => headers.map((header) => formats[header] ?? null)),
  );
}

/** Null leaves the buyer's own columns to Excel, which goes on with their formulas. */
function newRow(
  offer: Offer,
  headers: readonly string[],
  table: string,
  currency: string,
): CellValue[] {
  const ours: Readonly<Record<string, CellValue>> = cellsOf(offer, currency);
  return headers.map((header) => {
    if (header === "Price per CAL") return pricePerCal(table);
    return header in ours ? toEnter(ours[header]) : null;
  });
}

/** Only what the refresh wrote is put back, and only while the rows are those that it saw. */
export async function takeBackRefresh(
  context: Excel.RequestContext,
  { standing, plan, room }: Refresh,
): Promise<void> {
  const { table, place, formulas, values, valueTypes, headers } = standing;
  const body = table.getDataBodyRange();
  body.load("values");
  await context.sync();
  const { values: now } = body;
  refuseOthers(now, standing, plan);
  if (now.length > values.length) {
    const { row, column, rows, columns } = place;
    table.resize(table.worksheet.getRangeByIndexes(row, column, rows, columns));
  }
  for (const [name, cells] of plan.changes) {
    const at = headers.indexOf(name);
    const before = cells.map((cell, i) =>
      cell === null ? null : asItWas(formulas[i][at], values[i][at], valueTypes[i][at]),
    );
    enterColumn(standing, name, before);
  }
  await context.sync();
  if (room) await restoreGround(room);
}

/** A person at the same workbook may have added or deleted rows since. */
function refuseOthers(
  now: readonly (readonly CellValue[])[],
  { headers, values }: StandingTable,
  { added }: RefreshPlan,
): void {
  const old = keysOf({ headers, values });
  const ours = [...old, ...added.map(keyOf)];
  const keys = keysOf({ headers, values: now });
  const isWritten = keys.length === ours.length;
  const isSame = (key: string, i: number) =>
    key === ours[i] || (i >= old.length && now[i].every((cell) => cell === ""));
  if ((isWritten || keys.length === old.length) && keys.every(isSame)) return;
  throw new WorkbookTrouble("Somebody else changed the rows of the table meanwhile.");
}

function enterColumn(
  { table, headers, formats }: StandingTable,
  column: string,
  cells: readonly CellValue[],
): void {
  const at = headers.indexOf(column);
  enterCells(
    table.columns.getItemAt(at).getDataBodyRange(),
    cells.map((cell) => [cell]),
    cells.map((cell, i) => [cell === null ? null : formats[i][at]]),
  );
}
