import { asItWas, type CellValue } from "./cell-text";
import { refuseProtected } from "./ground";
import { inExcel } from "./in-excel";
import { pricedFor } from "./priced";
import { cellsOf, pricePerCal } from "./pricing-rows";
import { missingColumns, planRefresh, type RefreshPlan } from "./refresh-plan";
import {
  loadRemembered,
  readRemembered,
  remember,
  toRemember,
  rememberedOf,
  type Remembered,
  type TableSign,
} from "./remembered-tables";
import { WorkbookTrouble } from "./written";
import type { Offer } from "../calculator/offers";

/** What a refresh did, in rows. */
export interface Refreshed {
  readonly table: string;
  /** Rows whose price, currency or source changed. */
  readonly updated: number;
  readonly added: number;
  /** Rows no longer in the list: they keep their place without a price. */
  readonly gone: number;
  /** Rows with a price of the buyer's own, left as they are. */
  readonly kept: number;
}

/** A pricing table as it stands now, and what the workbook remembers of it. */
interface Standing {
  readonly table: Excel.Table;
  readonly sign: TableSign;
  readonly headers: readonly string[];
  readonly formulas: readonly (readonly CellValue[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly below: CellValue;
  readonly entry: Remembered;
  readonly all: readonly Remembered[];
  readonly tables: readonly TableSign[];
}

/** Brings a pricing table up to date where it stands; the buyer's columns, rows and prices stay. */
export function refreshPricingTable(table: string): Promise<Refreshed> {
  return inExcel(async (context) => {
    const standing = await readStanding(context, table);
    const priced = pricedFor(standing.entry.choices);
    const { headers, values: rows } = standing;
    const plan = planRefresh({ headers, rows }, priced, standing.entry);
    const isLineOurs = standing.below === standing.entry.line;
    const line = isLineOurs ? priced.line : standing.entry.line;
    const next = { ...toRemember(standing.sign, priced), line, prices: plan.prices };
    await writeOrPutBack(context, standing, plan, next);
    if (isLineOurs) await replaceLine(context, standing, line);
    const { updated, gone, kept } = plan;
    return { table: standing.sign.name, updated, added: plan.added.length, gone, kept };
  });
}

async function readStanding(context: Excel.RequestContext, name: string): Promise<Standing> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("id,name");
  table.worksheet.protection.load("protected");
  const header = table.getHeaderRowRange();
  header.load("values");
  const body = table.getDataBodyRange();
  body.load("formulas,values");
  const below = lineUnder(table);
  below.load("values");
  const setting = loadRemembered(context);
  const { tables } = context.workbook;
  tables.load("items/id,items/name");
  await context.sync();
  if (table.isNullObject) throw notOurs(name);
  const all = readRemembered(setting);
  const sign = { id: table.id, name: table.name };
  const entry = rememberedOf(sign, all, tables.items);
  if (!entry) throw notOurs(name);
  refuseProtected(table.worksheet);
  const headers = header.values[0].map((text) => String(text).trim());
  const missing = missingColumns(headers);
  if (missing.length > 0) {
    throw new WorkbookTrouble(
      `The table ${table.name} has no column ${missing.join(", ")} any more, so its rows cannot be told apart. Insert a new pricing table.`,
    );
  }
  const { formulas, values } = body;
  return {
    table,
    sign,
    headers,
    formulas,
    values,
    below: below.values[0][0],
    entry,
    all,
    tables: tables.items,
  };
}

const notOurs = (name: string) =>
  new WorkbookTrouble(
    `“${name}” is not a pricing table that CALS for Excel wrote here. Insert a new pricing table.`,
  );

/** The cell under the first column, where the list's line stands. */
const lineUnder = (table: Excel.Table): Excel.Range =>
  table.getRange().getLastRow().getOffsetRange(1, 0).getCell(0, 0);

async function writeOrPutBack(
  context: Excel.RequestContext,
  standing: Standing,
  plan: RefreshPlan,
  next: Remembered,
): Promise<void> {
  const { table, sign, headers, all, tables, entry } = standing;
  try {
    context.application.suspendApiCalculationUntilNextSync();
    for (const [column, cells] of plan.changes) {
      bodyOf(table, headers, column).values = cells.map((cell) => [cell]);
    }
    if (plan.added.length > 0) {
      const rows = plan.added.map((offer) =>
        newRow(offer, headers, sign.name, entry.choices.currency),
      );
      // The type knows no null, which leaves the buyer's own columns to Excel.
      table.rows.add(undefined, rows as string[][]);
    }
    remember(context, all, tables, next);
    await context.sync();
  } catch (refusal) {
    await putBack(context, standing, plan);
    throw refusal;
  }
}

const bodyOf = (table: Excel.Table, headers: readonly string[], column: string): Excel.Range =>
  table.columns.getItemAt(headers.indexOf(column)).getDataBodyRange();

function newRow(
  offer: Offer,
  headers: readonly string[],
  table: string,
  currency: string,
): CellValue[] {
  const ours: Readonly<Record<string, CellValue>> = {
    ...cellsOf(offer, currency),
    "Price per CAL": pricePerCal(table),
  };
  return headers.map((header) => ours[header] ?? null);
}

async function putBack(
  context: Excel.RequestContext,
  { table, headers, formulas, values }: Standing,
  plan: RefreshPlan,
): Promise<void> {
  table.rows.load("count");
  await context.sync();
  const more = table.rows.count - formulas.length;
  if (more > 0) table.rows.deleteRowsAt(formulas.length, more);
  for (const column of plan.changes.keys()) {
    const at = headers.indexOf(column);
    bodyOf(table, headers, column).formulas = formulas.map((row, i) => [
      asItWas(row[at], values[i][at]),
    ]);
  }
  await context.sync();
}

/** After the rows: they may have moved it down. Another text in its place is not touched. */
async function replaceLine(
  context: Excel.RequestContext,
  { table, entry }: Standing,
  line: string,
): Promise<void> {
  if (line === entry.line) return;
  const below = lineUnder(table);
  below.load("values");
  await context.sync();
  if (below.values[0][0] !== entry.line) return;
  below.values = [[line]];
  await context.sync();
}
