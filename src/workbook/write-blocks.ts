import type { TakeBack } from "./all-or-nothing";
import { cellsAtOnce } from "./bands";
import { addressOf, type Place } from "./cell-address";
import { asItWas, type CellValue } from "./cell-text";
import { enterCells } from "./enter-cells";
import { cellAt, readWorkbook, type SheetCells, type WorkbookCells } from "./workbook-cells";

/** Cells to write, with their number formats; null leaves a cell, or its format, as it is. */
export interface Block extends Place {
  readonly sheetId: string;
  readonly cells: readonly (readonly CellValue[])[];
  readonly formats: readonly (readonly (string | null)[])[];
  /** Where the first cell's formula is to spill, nothing may stand in its way. */
  readonly spills?: boolean;
}

/** Writes blocks that do not overlap. Cells one below the other go to Excel as one. */
export async function writeBlocks(
  context: Excel.RequestContext,
  blocks: readonly Block[],
): Promise<void> {
  const columns = joined(blocks);
  for (let from = 0; from < columns.length;) {
    const batch = [columns[from++]];
    let cells = batch[0].rows * batch[0].columns;
    while (from < columns.length && cells < cellsAtOnce) {
      cells += columns[from].rows * columns[from].columns;
      batch.push(columns[from++]);
    }
    await writeBatch(context, batch);
  }
}

async function writeBatch(context: Excel.RequestContext, batch: readonly Block[]): Promise<void> {
  const { workbook } = context;
  for (const { sheetId, row, column, rows, columns, cells, formats, spills } of batch) {
    const sheet = workbook.worksheets.getItem(sheetId);
    const range = sheet.getRangeByIndexes(row, column, rows, columns);
    if (spills) range.clear("Contents");
    enterCells(range, cells, formats);
  }
  await context.sync();
}

/** Blocks of one column that touch become one; a sheet of formulas is a few requests, not thousands. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const sorted = [...blocks].sort(
    (a, b) =>
      (a.sheetId < b.sheetId ? -1 : +(a.sheetId > b.sheetId)) ||
      a.column - b.column ||
      a.row - b.row,
  );
  const runs: Block[][] = [];
  for (const block of sorted) {
    const run = runs[runs.length - 1] as Block[] | undefined;
    if (run && goesOn(run[run.length - 1], block)) run.push(block);
    else runs.push([block]);
  }
  return runs.map((run) => ({
    ...run[0],
    rows: run.length === 1 ? run[0].rows : run.length,
    cells: run.flatMap(({ cells }) => cells),
    formats: run.flatMap(({ formats }) => formats),
  }));
}

function goesOn(above: Block, below: Block): boolean {
  const isSingle = ({ rows, columns, spills }: Block) => rows * columns === 1 && !spills;
  const touches = above.column === below.column && above.row + 1 === below.row;
  return isSingle(above) && isSingle(below) && above.sheetId === below.sheetId && touches;
}

/** Cells that something was to be written into. */
export interface Touched extends Place {
  readonly sheet: SheetCells;
  /** Whether they were one formula with what it spilled. */
  readonly spills?: boolean;
}

/**
 * Gives cells back what they held, only where that is no longer so: a sheet that nothing was written
 * into may be protected by now, or gone.
 */
export const blocksTakenBack = (
  context: Excel.RequestContext,
  touched: readonly Touched[],
): TakeBack => ({
  of: `the cells ${areasOf(touched).join(", ")}`,
  run: async () => {
    const now = await readWorkbook(context);
    await writeBlocks(context, touched.filter((one) => isChanged(one, now)).map(asBefore));
  },
});

/** Around all that is touched, sheet by sheet. */
function areasOf(touched: readonly Touched[]): readonly string[] {
  const sheets = [...new Set(touched.map(({ sheet }) => sheet))];
  return sheets.map((sheet) => {
    const own = touched.filter((one) => one.sheet === sheet);
    const [row, column] = [least(own.map((one) => one.row)), least(own.map((one) => one.column))];
    const rows = -least(own.map((one) => -one.row - one.rows)) - row;
    const columns = -least(own.map((one) => -one.column - one.columns)) - column;
    return `${sheet.name}!${addressOf({ row, column, rows, columns })}`;
  });
}

/** Of perhaps more numbers than a call takes arguments. */
const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Infinity);

function isChanged({ sheet, ...place }: Touched, { sheets }: WorkbookCells): boolean {
  const current = sheets.find(({ id }) => id === sheet.id);
  if (!current) return false;
  return cellsOf(place).some(([row, column]) => {
    const [before, after] = [cellAt(sheet, row, column), cellAt(current, row, column)];
    const isSame = before.formula === after.formula && before.type === after.type;
    return !isSame || before.format !== after.format || before.value !== after.value;
  });
}

function asBefore({ sheet, spills, ...place }: Touched): Block {
  const before = gridOf(place, (row, column) => cellAt(sheet, row, column));
  const cells = before.map((line, i) =>
    line.map(({ formula, value, type }, j) => {
      if (spills) return i + j === 0 ? formula : null;
      return asItWas(formula, value, type);
    }),
  );
  const formats = before.map((line) => line.map(({ format }) => format));
  const { row, column, rows, columns } = place;
  return { sheetId: sheet.id, row, column, rows, columns, cells, formats, spills };
}

export const gridOf = <T>(
  { row, column, rows, columns }: Place,
  make: (row: number, column: number) => T,
): T[][] =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => make(row + i, column + j)),
  );

const cellsOf = (place: Place): [number, number][] =>
  gridOf<[number, number]>(place, (row, column) => [row, column]).flat();
