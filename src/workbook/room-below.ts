import { readContents } from "./bands";
import { groundAt, type Ground } from "./ground";
import { occupiedBy } from "./occupied";
import { bodyOf, type StandingTable } from "./standing-table";
import { WorkbookTrouble } from "./written";

/** What is to be written under a table: new rows, and below them the list's line if it is ours. */
export interface Below {
  readonly rows: number;
  readonly isLineOurs: boolean;
}

/**
 * The ground under a table that new rows are to stand on. Only cells that are free are taken: Excel's
 * own way to add rows pushes down what stands below, and only within the table's columns, so that the
 * rows of a wider list would no longer match.
 */
export async function roomBelow(
  standing: StandingTable,
  below: Below,
): Promise<Ground | undefined> {
  const { sheet, sheetId, place, formulas, showTotals, sign } = standing;
  const rows = below.rows + (below.isLineOurs ? 1 : 0);
  if (rows === 0) return undefined;
  if (below.rows > 0 && showTotals) {
    throw new WorkbookTrouble(
      `The list has new rows, and the table ${sign.name} shows a total row. Hide it (Table Design, Total Row), refresh, and show it again. Nothing was written.`,
    );
  }
  // The line alone takes one cell; what stands beside it does not matter.
  const columns = below.rows > 0 ? place.columns : 1;
  const underneath = { row: place.row + place.rows, column: place.column, rows, columns };
  const ground = await groundAt({ sheet, sheetId }, underneath);
  const again = await readContents(sheet, bodyOf(standing));
  if (JSON.stringify(again.formulas) !== JSON.stringify(formulas)) {
    throw new WorkbookTrouble("The table was changed while it was read. Refresh it again.");
  }
  if (below.rows > 0) refuseTaken(ground, below);
  return ground;
}

/** Says how much room is missing, and where: inserting whole rows of the sheet keeps lists in order. */
function refuseTaken(ground: Ground, { rows, isLineOurs }: Below): void {
  const others = ground.formulas.map((cells, i) =>
    cells.map((cell, j) => (isLineOurs && i === 0 && j === 0 ? "" : cell)),
  );
  const taken = occupiedBy({ ...ground, formulas: others });
  if (!taken && !ground.obstacle) return;
  // What is not seen in any cell, such as a merge, may begin right under the table.
  const at = Math.max(
    others.findIndex((cells) => cells.some((cell) => cell !== "")),
    0,
  );
  const what = taken ? `${taken.occupied} is not empty.` : ground.obstacle;
  const missing = ground.rows - at;
  throw new WorkbookTrouble(
    `The list has ${counted(rows, "new row")}, and there is no room for them under the table: ${what} Insert ${counted(missing, "row")} into the sheet above row ${ground.row + at + 1}, then refresh again. Nothing was written.`,
  );
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
