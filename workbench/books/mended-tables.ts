import type { UniverKit } from "./univer-kit";

/**
 * Univer 0.25.1 looks for a table of the name that is being defined with a method of iterators which
 * Node 20 does not have, so that no name can be defined in a workbook with a table.
 */
export function mendTables({ injector, engine }: UniverKit): void {
  const tables = injector.get(engine.ISuperTableService);
  tables.hasTable = (unitId, name) => {
    const names = [...(tables.getTableMap(unitId)?.keys() ?? [])];
    return names.some((known) => known.toLowerCase() === name.toLowerCase());
  };
}
