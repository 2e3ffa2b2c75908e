import { addressOf, type Place } from "./cell-address";
import { isNoValue, isWaiting, valuesIn } from "./frozen-values";
import { namesLeft, rulesLeft, type LeftOver } from "./left-over";
import { liveFormulas, overlap, type LiveFormula } from "./live-formulas";
import { readWorkbook, type SheetCells, type WorkbookCells } from "./workbook-cells";
import { WorkbookTrouble } from "./written";

export type FreezeScope = "selection" | "sheet" | "workbook";

/** How many formulas of a sheet. */
export interface SheetTally {
  readonly sheet: string;
  readonly formulas: number;
}

/** What became of CALS formulas, sheet by sheet, and what was left. */
export interface Frozen {
  readonly sheets: readonly SheetTally[];
  readonly left: readonly LeftOver[];
}

export interface FreezePlan {
  readonly book: WorkbookCells;
  /** Those that can be frozen. */
  readonly formulas: readonly LiveFormula[];
  readonly left: readonly LeftOver[];
}

/** Which formulas of a scope can be frozen, and what stays behind. */
export async function planFreeze(
  context: Excel.RequestContext,
  scope: FreezeScope,
): Promise<FreezePlan> {
  const within = await cellsOfScope(context, scope);
  const book = await readWorkbook(context);
  const isMeant = ({ sheet, block }: LiveFormula) =>
    !within || (sheet.id === within.sheetId && (!within.place || overlap(block, within.place)));
  const live = (await liveFormulas(context, book)).filter(isMeant);
  const busy = live.find((one) => shows(one, isWaiting));
  if (busy) throw stillBusy(busy);
  const open = live.filter(({ sheet }) => !sheet.isProtected);
  const sheets = book.sheets.filter(({ id }) => !within || id === within.sheetId);
  return {
    book,
    formulas: open.filter((one) => !shows(one, isNoValue)),
    left: [
      ...protectedLeft(live),
      ...open.filter((one) => shows(one, isNoValue)).map(noValue),
      ...namesLeft(book),
      ...(await rulesLeft(context, sheets)),
    ],
  };
}

/** The cells that a scope means; nothing where it means all of them. */
async function cellsOfScope(
  context: Excel.RequestContext,
  scope: FreezeScope,
): Promise<{ sheetId: string; place?: Place } | undefined> {
  if (scope === "workbook") return undefined;
  const { workbook } = context;
  const sheet = workbook.worksheets.getActiveWorksheet();
  sheet.load("id");
  if (scope === "sheet") {
    await context.sync();
    return { sheetId: sheet.id };
  }
  const selected = workbook.getSelectedRange();
  selected.load("rowIndex,columnIndex,rowCount,columnCount,worksheet/id");
  await context.sync();
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = selected;
  return { sheetId: selected.worksheet.id, place: { row, column, rows, columns } };
}

/** What the cells of a formula show, where it is of that kind. */
const shows = ({ sheet, block }: LiveFormula, is: typeof isNoValue) =>
  valuesIn(sheet, block).flat().find(is);

/** Protected sheets with such formulas: named, never silently skipped. */
export const protectedLeft = (live: readonly LiveFormula[]): readonly LeftOver[] =>
  tallied(live.filter(({ sheet }) => sheet.isProtected)).map((tally) => ({
    kind: "protected",
    ...tally,
  }));

function noValue(one: LiveFormula): LeftOver {
  return { kind: "no value", cell: cellOf(one), shows: String(shows(one, isNoValue)!.value) };
}

export const cellOf = ({ sheet, block }: LiveFormula): string =>
  `${sheet.name}!${addressOf({ ...block, rows: 1, columns: 1 })}`;

export const tallied = (
  formulas: readonly { readonly sheet: Pick<SheetCells, "name"> }[],
): readonly SheetTally[] =>
  [...new Set(formulas.map(({ sheet }) => sheet.name))].map((sheet) => ({
    sheet,
    formulas: formulas.filter((one) => one.sheet.name === sheet).length,
  }));

const stillBusy = (one: LiveFormula) =>
  new WorkbookTrouble(
    `Excel still calculates ${cellOf(one)}. Wait until it shows a value, then try again. Nothing was changed.`,
  );
