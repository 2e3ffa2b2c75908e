import { calColumns, calsFormulas, type CalColumn } from "./cals-formulas";
import { applyRule, entryRules } from "./entry-rules";
import type { Ground } from "./ground";
import { insertAtSelection } from "./insert-at-selection";
import { writeLists, type ListsSheet } from "./lists-sheet";
import { offerLine } from "./offer-line";
import { thisRow } from "./table-formula";
import { fillColumn, freeTableName, lineOn, tableOn } from "./table-on-ground";
import type { Occupied, Written } from "./written";

const headers = [
  ...(["Group", "Product", "Users", "Devices", "CAL type", "CAL"] as const),
  ...(["Channel", "Required", "Included", "Owned", "To buy", "Why"] as const),
];
/** In points; the columns for entries beside those of our formulas. */
const widths: Readonly<Record<(typeof headers)[number], number>> = {
  ...calColumns,
  ...{ Group: 110, Product: 240, Users: 65, Devices: 70, Channel: 75, Owned: 65 },
};
const counts: readonly string[] = ["Users", "Devices", "Required", "Included", "Owned", "To buy"];
const blankRows = 5;
/** One row stays free above the line, so that a server typed there joins the table. */
const size = { rows: 1 + blankRows + 2, columns: headers.length };

const command = { to: "insert a CAL worksheet", needs: "1.13", writes: true };

/**
 * Writes an empty worksheet at the selected cell: a row for each group and server, with live answers.
 * Cells that hold something are written over only if the buyer agreed to lose just these.
 */
export function insertCalWorksheet(agreed?: Occupied): Promise<Written> {
  return insertAtSelection(command, size, agreed, async (context) => {
    const name = await freeTableName(context, "CalsWorksheet");
    return (ground, lists) => write(context, ground, name, lists);
  });
}

async function write(
  context: Excel.RequestContext,
  ground: Ground,
  name: string,
  lists: ListsSheet,
): Promise<Written> {
  writeLists(context, lists);
  const columns = headers.map((header) => ({
    header,
    width: widths[header],
    format: counts.includes(header) ? "#,##0" : "General",
  }));
  const blank = Array.from({ length: blankRows }, () => headers.map(() => ""));
  const table = await tableOn(ground, name, columns, blank);
  table.getHeaderRowRange().format.wrapText = true;
  for (const [column, formula] of Object.entries(formulasOf(name))) {
    await fillColumn(table, column, blankRows, formula);
  }
  for (const [column, rule] of Object.entries(entryRules(lists.source))) {
    applyRule(table.columns.getItem(column).getDataBodyRange(), column, rule);
  }
  lineOn(ground, offerLine(name));
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
  return calsFormulas({ edition, users, devices, calType, isCalTypeOurs: true, channel, owned });
}
