import { calsFormulas, type CalColumn } from "./cals-formulas";
import { applyRule, entryRules } from "./entry-rules";
import { allOrNothing, groundAtSelection, occupiedBy, type Ground } from "./ground";
import { inExcel } from "./in-excel";
import { listsSheet, type ListsSheet } from "./lists-sheet";
import { offerLine } from "./offer-line";
import { thisRow } from "./table-formula";
import { fillColumn, freeTableName, tableOn, takeBackTable } from "./table-on-ground";
import type { Written } from "./written";
import { products } from "../catalog/catalog";

/** The columns in order, with the width of each in points. */
const widths = {
  Group: 110,
  Product: 215,
  Users: 55,
  Devices: 55,
  "CAL type": 60,
  CAL: 165,
  Channel: 60,
  Required: 65,
  Included: 60,
  Owned: 55,
  "To buy": 55,
  Why: 340,
} as const;

const headers = Object.keys(widths) as (keyof typeof widths)[];
const counts: readonly string[] = ["Users", "Devices", "Required", "Included", "Owned", "To buy"];
const blankRows = 5;
/** One row stays free above the line, so that a server typed there joins the table. */
const size = { rows: 1 + blankRows + 2, columns: headers.length };

/** Writes an empty worksheet at the selected cell: a row for each group and server, with live answers. */
export function insertCalWorksheet(overwrite: boolean): Promise<Written> {
  return inExcel(async (context) => {
    const ground = await groundAtSelection(context, size);
    const occupied = occupiedBy(ground);
    if (occupied && !overwrite) return occupied;
    const name = await freeTableName(context, "CalsWorksheet");
    const lists = await listsSheet(
      context,
      products.map((product) => product.name),
    );
    return allOrNothing(
      ground,
      () => write(context, ground, name, lists),
      async () => {
        if (lists.isNew) lists.sheet.delete();
        await takeBackTable(ground);
      },
    );
  });
}

async function write(
  context: Excel.RequestContext,
  ground: Ground,
  name: string,
  { source }: ListsSheet,
): Promise<Written> {
  context.application.suspendApiCalculationUntilNextSync();
  const columns = headers.map((header) => ({
    header,
    width: widths[header],
    format: counts.includes(header) ? "#,##0" : "General",
  }));
  const blank = Array.from({ length: blankRows }, () => headers.map(() => ""));
  const table = tableOn(ground, name, columns, blank);
  table.getHeaderRowRange().format.wrapText = true;
  for (const [column, formula] of Object.entries(formulasOf(name))) {
    fillColumn(table, column, blankRows, formula);
  }
  for (const [column, rule] of Object.entries(entryRules(source))) {
    applyRule(table.columns.getItem(column).getDataBodyRange(), column, rule);
  }
  const below = ground.sheet.getCell(ground.row + size.rows - 1, ground.column);
  below.formulas = [[offerLine(name)]];
  const range = table.getRange();
  range.load("address");
  await context.sync();
  return { done: true, table: name, address: range.address };
}

function formulasOf(table: string): Record<CalColumn, string> {
  const [edition, users, devices, calType, channel, owned] = [
    "Product",
    "Users",
    "Devices",
    "CAL type",
    "Channel",
    "Owned",
  ].map((column) => thisRow(table, column));
  return calsFormulas({ edition, users, devices, calType, channel, owned });
}
