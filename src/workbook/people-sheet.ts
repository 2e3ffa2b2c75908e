import type { Place } from "./cell-address";
import { enterCells } from "./enter-cells";
import { applyRule } from "./entry-rules";
import { cellsAt, partOf, type Ground } from "./ground";
import { insertAtSelection } from "./insert-at-selection";
import { writeLists, type ListsSheet } from "./lists-sheet";
import { layOut, type PeopleLayout, type TableLayout } from "./people-layout";
import { peopleRules } from "./people-rules";
import type { Questionnaire } from "./questionnaire";
import { freeTableName, tableOn } from "./table-on-ground";
import { WorkbookTrouble, type Occupied, type Written } from "./written";

const command = { to: "insert the requirement", needs: "1.13", writes: true };

/**
 * Writes a questionnaire at the selected cell: what was typed as cells to change, and what it comes to
 * as a table of live formulas. Cells that hold something are written over only if the buyer agreed.
 */
export async function insertRequirement(
  questionnaire: Questionnaire,
  agreed?: Occupied,
): Promise<Written> {
  return insertAtSelection(command, sizeOf(questionnaire), agreed, async (context) => {
    const table = await freeTableName(context, "CalsPeople");
    const owned = await freeTableName(context, "CalsOwned");
    return (ground, lists) =>
      write(context, ground, layOut(questionnaire, { table, owned }, ground), lists);
  });
}

/** As many cells as the layout takes, wherever it stands. */
function sizeOf(questionnaire: Questionnaire): Pick<Place, "rows" | "columns"> {
  const { requirement, owned } = layOut(
    questionnaire,
    { table: "", owned: "" },
    { row: 0, column: 0 },
  );
  if (requirement.rows.length === 0) {
    throw new WorkbookTrouble("Nothing is counted yet. Type the users or the devices of a group.");
  }
  const { place } = owned ?? requirement;
  const columns = Math.max(requirement.place.columns, place.columns);
  return { rows: place.row + place.rows, columns };
}

async function write(
  context: Excel.RequestContext,
  ground: Ground,
  layout: PeopleLayout,
  lists: ListsSheet,
): Promise<Written> {
  const { settings, requirement, owned, formulas } = layout;
  writeLists(context, lists);
  cellsAt(ground).clear("Contents");
  const general = settings.cells.map((cells) => cells.map(() => "General"));
  enterCells(cellsAt(partOf(ground, settings.place)), settings.cells, general);
  const table = await addTable(ground, requirement, owned);
  if (owned) await addTable(ground, owned, requirement);
  for (const { place, cells } of formulas) {
    cellsAt(partOf(ground, place)).formulas = cells.map((row) => [...row]);
  }
  for (const [column, rule] of Object.entries(peopleRules(lists.source))) {
    applyRule(table.columns.getItem(column).getDataBodyRange(), column, rule);
  }
  const range = table.getRange();
  range.load("address");
  await context.sync();
  return { done: true, table: requirement.name, address: range.address };
}

/** Two tables below each other share their columns, which are as wide as the wider one asks. */
function addTable(
  ground: Ground,
  { name, place, columns, rows }: TableLayout,
  other: TableLayout | undefined,
): Promise<Excel.Table> {
  const shared = columns.map(({ width, ...column }, i) => ({
    ...column,
    width: Math.max(width, other?.columns[i]?.width ?? 0),
  }));
  return tableOn(partOf(ground, place), name, shared, rows);
}
