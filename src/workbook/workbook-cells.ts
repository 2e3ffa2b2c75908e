import { readContents, type CellContents } from "./bands";
import type { Place } from "./cell-address";

/** A sheet, with what its cells hold, as far as any hold something. */
export interface SheetCells extends Place, CellContents {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
  /** Whether any formula may spill here. */
  readonly spills: boolean;
}

/** A table, with its header row and its total row. */
export interface TableCells extends Place {
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly string[];
}

export interface DefinedName {
  readonly name: string;
  readonly formula: string;
}

/** Of sheets, tables, columns and defined names: to Excel, capitals make no difference. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Everything that a freeze may speak of, read once: what follows asks Excel nothing more. */
export interface WorkbookCells {
  readonly sheets: readonly SheetCells[];
  readonly tables: readonly TableCells[];
  /** The workbook's names, and those of its sheets. */
  readonly names: readonly DefinedName[];
}

export async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookCells> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load("items/id,items/name,items/protection/protected");
  tables.load("items/name,items/worksheet/name,items/showHeaders");
  names.load("items/name,items/formula");
  await context.sync();
  const found = worksheets.items.map((sheet) => {
    // With the cells that only have a look: an empty text may stand in them, and a format to keep.
    const used = sheet.getUsedRangeOrNullObject();
    used.load("rowIndex,columnIndex,rowCount,columnCount,hasSpill");
    sheet.names.load("items/name,items/formula");
    return { sheet, used };
  });
  const ranges = tables.items.map((table) => {
    const range = table.getRange();
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    const header = table.showHeaders ? table.getHeaderRowRange() : undefined;
    header?.load("values");
    return { table, range, header };
  });
  await context.sync();
  const sheets: SheetCells[] = [];
  for (const { sheet, used } of found) {
    const { id, name, protection } = sheet;
    const about = { id, name, isProtected: protection.protected };
    sheets.push({ ...about, ...(used.isNullObject ? blank : await cellsIn(sheet, used)) });
  }
  return {
    sheets,
    tables: ranges.map(({ table, range, header }) => ({
      ...placeOf(range),
      name: table.name,
      sheet: table.worksheet.name,
      headers: header?.values[0].map(String) ?? [],
    })),
    names: [names, ...found.map(({ sheet }) => sheet.names)].flatMap(({ items }) =>
      items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    ),
  };
}

const blank = {
  ...{ row: 0, column: 0, rows: 0, columns: 0, spills: false },
  ...{ formulas: [], values: [], valueTypes: [], formats: [] },
};

const placeOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Place => ({
  row: rowIndex,
  column: columnIndex,
  rows: rowCount,
  columns: columnCount,
});

async function cellsIn(sheet: Excel.Worksheet, used: Excel.Range) {
  const place = placeOf(used);
  // Null where only some of the cells spill.
  return { ...place, spills: used.hasSpill !== false, ...(await readContents(sheet, place)) };
}

/** What a cell of a sheet holds; what lies beyond the used cells is blank. */
export function cellAt(sheet: SheetCells, row: number, column: number) {
  const [i, j] = [row - sheet.row, column - sheet.column];
  const isUsed = i >= 0 && j >= 0 && i < sheet.rows && j < sheet.columns;
  if (!isUsed) return { formula: "", value: "", type: "Empty", format: "General" } as const;
  return {
    formula: sheet.formulas[i][j],
    value: sheet.values[i][j],
    type: sheet.valueTypes[i][j],
    format: sheet.formats[i][j],
  };
}
