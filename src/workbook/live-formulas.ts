import { callsIn } from "./calls-in-formula";
import type { Place } from "./cell-address";
import type { SheetCells, WorkbookCells } from "./workbook-cells";

/** A formula with CALS in it. */
export interface LiveFormula {
  readonly sheet: SheetCells;
  readonly formula: string;
  /** Its cell, and all that it spills into; the formula stands at the top left. */
  readonly block: Place;
}

/** Cells asked about spilling at once. */
const cellsAtOnce = 1000;

/** Every formula of the workbook with a CALS call in it, whatever else it says. */
export async function liveFormulas(
  context: Excel.RequestContext,
  { sheets }: WorkbookCells,
): Promise<readonly LiveFormula[]> {
  const found = sheets.flatMap(formulasOf);
  const live: LiveFormula[] = [];
  for (let from = 0; from < found.length; from += cellsAtOnce) {
    live.push(...(await withSpills(context, found.slice(from, from + cellsAtOnce))));
  }
  return live;
}

function formulasOf(sheet: SheetCells): LiveFormula[] {
  return sheet.formulas.flatMap((cells, i) =>
    cells.flatMap((formula, j) => {
      if (typeof formula !== "string" || !isCals(formula)) return [];
      // A text that only looks like a formula is its own value.
      if (sheet.values[i][j] === formula) return [];
      const block = { row: sheet.row + i, column: sheet.column + j, rows: 1, columns: 1 };
      return [{ sheet, formula, block }];
    }),
  );
}

export const isCals = (formula: string): boolean =>
  formula.startsWith("=") && callsIn(formula).length > 0;

/** Excel may tell a spilled cell the formula that spills into it; only the formula's own cell counts. */
async function withSpills(
  context: Excel.RequestContext,
  found: readonly LiveFormula[],
): Promise<readonly LiveFormula[]> {
  const asked = found.map((one) => ({ one, ...(one.sheet.spills ? spillOf(context, one) : {}) }));
  if (asked.some(({ spill }) => spill)) await context.sync();
  return asked.flatMap(({ one, parent, spill }) => {
    if (!parent || parent.isNullObject) return [one];
    const { row, column } = one.block;
    if (parent.rowIndex !== row || parent.columnIndex !== column) return [];
    if (!spill || spill.isNullObject) return [one];
    return [{ ...one, block: { row, column, rows: spill.rowCount, columns: spill.columnCount } }];
  });
}

function spillOf({ workbook }: Excel.RequestContext, { sheet, block }: LiveFormula) {
  const cell = workbook.worksheets.getItem(sheet.id).getCell(block.row, block.column);
  const parent = cell.getSpillParentOrNullObject();
  parent.load("rowIndex,columnIndex");
  const spill = cell.getSpillingToRangeOrNullObject();
  spill.load("rowCount,columnCount");
  return { parent, spill };
}

/** Whether two blocks share a cell. */
export const overlap = (a: Place, b: Place): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;
