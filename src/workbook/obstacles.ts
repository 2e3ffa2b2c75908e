import { WorkbookTrouble } from "./written";

/** What may make cells unfit to be written on, to be judged after the next sync. */
interface Obstacles {
  readonly area: Excel.Range;
  readonly tables: Excel.TableScopedCollection;
  readonly pivots: Excel.PivotTableScopedCollection;
  readonly merged: Excel.RangeAreas;
  readonly validation: Excel.DataValidation;
}

/**
 * Queues a look for what a question to the buyer cannot settle, because it is more than what cells
 * hold: it could not be put back as it was.
 */
export function loadObstacles(area: Excel.Range): Obstacles {
  const tables = area.getTables(false);
  tables.load("items/name");
  const pivots = area.getPivotTables(false);
  pivots.load("items/name");
  const merged = area.getMergedAreasOrNullObject();
  merged.load("address");
  const { dataValidation: validation } = area;
  validation.load("type");
  area.load("hasSpill");
  return { area, tables, pivots, merged, validation };
}

/** In words, without advice: where to go instead depends on the command. */
export function obstacleIn(obstacles: Obstacles): string | undefined {
  const { area, merged, validation } = obstacles;
  const [tables, pivots] = [obstacles.tables, obstacles.pivots].map(({ items }) =>
    items.map(({ name }) => name).join(", "),
  );
  if (tables) return `The table ${tables} is in the way, and a table is never written over.`;
  if (pivots) return `The PivotTable ${pivots} is in the way, and it is never written over.`;
  if (!merged.isNullObject) return `The merged cells ${merged.address} are in the way.`;
  // Null where only some of the cells are spilled into.
  if (area.hasSpill !== false) return "A formula spills its results over cells there.";
  if (validation.type === "None") return undefined;
  return "Cells there have rules for what may be entered (Data, Data Validation), and these would be lost.";
}

/** Asked for after `protection/protected` is loaded, so that nothing fails half-way. */
export function refuseProtected(sheet: Excel.Worksheet): void {
  if (!sheet.protection.protected) return;
  throw new WorkbookTrouble(
    "The sheet is protected. Unprotect it on the Review tab, or choose another sheet. Nothing was written.",
  );
}
