import type { TakeBack } from "./all-or-nothing";
import { rangeAt, readContents } from "./bands";
import { asItWas, asText, type CellValue } from "./cell-text";
import { enterInBands } from "./enter-cells";
import type { Ground } from "./ground";
import { cellsOf, keyOf, numberFormats, pricePerCal, toEnter } from "./pricing-rows";
import { putHeldBack } from "./held-cells";
import { keysOf, type RefreshPlan } from "./refresh-plan";
import { remember, rememberedTakenBack, type Remembered } from "./remembered-tables";
import { bodyOf, type StandingTable } from "./standing-table";
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

/** What is remembered comes with the last cells: it is never ahead of what stands in the sheet. */
export async function writeRefresh(
  context: Excel.RequestContext,
  { standing, plan, next, room, isLineOurs }: Refresh,
): Promise<void> {
  const { all, tables, entry, table } = standing;
  for (const [column, cells] of plan.changes) {
    await enterColumn(standing, table, column, cells.map(toEnter));
  }
  if (room && plan.added.length > 0) await addRows(standing, plan.added, room);
  const isLineNew = plan.added.length > 0 || next.line !== entry.line;
  if (room && isLineOurs && isLineNew) lineOn(room, asText(next.line));
  remember(context, all, tables, next);
  await context.sync();
}

/** The table grows over ground that is free, so that nothing below it moves. */
async function addRows(
  { table, place, headers, sign, entry }: StandingTable,
  added: readonly Offer[],
  { sheet, row, column }: Ground,
): Promise<void> {
  const { currency } = entry.choices;
  const columns = headers.length;
  // The line stands here; a column of the buyer's would keep it.
  sheet.getCell(row, column).clear("Contents");
  table.resize(sheet.getRangeByIndexes(place.row, column, place.rows + added.length, columns));
  const formats: Readonly<Record<string, string>> = numberFormats(currency);
  await enterInBands(
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

/** What a refresh may leave: in the table, below it, and in what is remembered of it. */
export const refreshTakenBack = (
  context: Excel.RequestContext,
  refresh: Refresh,
): readonly TakeBack[] => {
  const { standing, room } = refresh;
  const { sign, address, settings } = standing;
  return [
    {
      of: `the table ${sign.name}, which was ${address}${room ? `, and the cells ${room.address} below it` : ""}`,
      run: async () => {
        await takeBackTable(context, refresh);
        if (room) await putHeldBack(context, room);
      },
    },
    rememberedTakenBack(context, settings, sign),
  ];
};

/** Only what the refresh wrote is put back, and only while the rows are those that it saw. */
async function takeBackTable(
  context: Excel.RequestContext,
  { standing, plan }: Refresh,
): Promise<void> {
  const { sign, place, formulas, values, valueTypes, formats, headers } = standing;
  const table = context.workbook.tables.getItemOrNullObject(sign.id);
  const { worksheet: sheet } = table;
  const range = table.getRange();
  range.load("rowCount");
  await context.sync();
  if (table.isNullObject) return;
  const { showTotals } = standing;
  const grown = { ...place, rows: range.rowCount };
  const now = await readContents(sheet, bodyOf({ place: grown, showTotals }));
  refuseOthers(now.values, standing, plan);
  if (grown.rows > place.rows) table.resize(rangeAt(sheet, place));
  for (const [name, cells] of plan.changes) {
    const at = headers.indexOf(name);
    const isWritten = (i: number) =>
      now.formulas[i][at] !== formulas[i][at] || now.formats[i][at] !== formats[i][at];
    const before = cells.map((cell, i) =>
      cell === null || !isWritten(i)
        ? null
        : asItWas(formulas[i][at], values[i][at], valueTypes[i][at]),
    );
    if (before.some((cell) => cell !== null)) await enterColumn(standing, table, name, before);
  }
  await context.sync();
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
  { headers, formats }: StandingTable,
  table: Excel.Table,
  column: string,
  cells: readonly CellValue[],
): Promise<void> {
  const at = headers.indexOf(column);
  return enterInBands(
    table.columns.getItemAt(at).getDataBodyRange(),
    cells.map((cell) => [cell]),
    cells.map((cell, i) => [cell === null ? null : formats[i][at]]),
  );
}
