import { TableState } from "../host/book";

/** Univer looks for a column's exact name; Excel does not care about case. */
class Titles extends Map<string, number> {
  override get(title: string): number | undefined {
    return super.get(title.toLowerCase());
  }

  override set(title: string, index: number): this {
    return super.set(title.toLowerCase(), index);
  }
}

/** What Univer's engine must know of a table, so that `T[Users]` can be calculated. */
export function tableReference(table: TableState) {
  const titleMap = new Titles();
  table.columns.forEach(({ name }, index) => {
    titleMap.set(name, index);
    // a formula writes these characters with an apostrophe
    titleMap.set(name.replace(/[[\]#'@]/g, "'$&"), index);
  });
  const { row, column, rows, columns } = table.rect;
  return {
    sheetId: table.sheetId,
    titleMap,
    range: {
      startRow: row,
      endRow: row + rows - (table.showTotals ? 2 : 1),
      startColumn: column,
      endColumn: column + columns - 1,
    },
  };
}
