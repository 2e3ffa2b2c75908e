import type { UniverKit } from "./univer-kit";

/**
 * Univer 0.25.1 asks an iterator of its tables for `some`, which Node 20 does not know: in a workbook
 * with a table no name could be given.
 */
export function mendTables({ injector, engine }: UniverKit): void {
  const tables = injector.get(engine.ISuperTableService);
  tables.hasTable = (unitId, name) =>
    [...(tables.getTableMap(unitId)?.keys() ?? [])].some(
      (other) => other.toLowerCase() === name.toLowerCase(),
    );
}
