import { UniverBook } from "./books/univer-book";
import { reachOf } from "./books/formula-reach";
import { startUniver } from "./books/univer-headless";
import { builtAddIn } from "./built-add-in";
import { sheetRows } from "./host/address";
import { isErrorText } from "./host/cell-value";
import { openAddIn } from "./host/node-add-in";
import { SheetSizes } from "./sheet-sizes";
import { fillBook } from "./xlsx/fill-book";
import { callsAddIn, liveFormulas } from "./xlsx/live-formulas";
import type { XlsxCell, XlsxContent, XlsxValue } from "./xlsx/xlsx-content";

/** A formula that was calculated again. */
export interface CalculatedFormula {
  sheet: string;
  /** As it was in the file, with the value that it had there. */
  cell: XlsxCell;
  /** What the formula comes to now: a row or more of one value or more. */
  values: XlsxValue[][];
  /** Whether it calls a function of the add-in; others are here because they depend on one. */
  callsAddIn: boolean;
}

export interface Recalculation {
  formulas: CalculatedFormula[];
  /** Calls that the stand-in could not answer; if there are any, do not trust the values. */
  unimplemented: readonly string[];
  /** What the calculation had to leave out. */
  notKept: string[];
}

/** Room for results that are longer than all that stands on a sheet. */
const spareRows = 2000;

/** Calculates the formulas of a workbook that call the add-in, and those that depend on them. */
export async function recalculate(content: XlsxContent, dist?: string): Promise<Recalculation> {
  const live = liveFormulas(content);
  if (live.size === 0) return { formulas: [], unimplemented: [], notKept: [] };
  const kit = startUniver();
  const book = new UniverBook(kit);
  const addIn = openAddIn({ book, dist: dist ?? (await builtAddIn()), hurry: true });
  try {
    const notKept = fillBook(addIn.host.state!, withConstants(content, live));
    const reaches = [...live].map(({ formula, row }) => {
      const { rows, columns } = reachOf(formula!);
      return { rows: Math.min(Math.max(rows, row) + spareRows, sheetRows), columns };
    });
    new SheetSizes(kit.api.getActiveWorkbook()!).stretchTo(...reaches);
    book.calculate();
    await book.idle();
    const ids = new Map(book.sheets().map(({ id, name }) => [name, id]));
    const formulas = content.sheets.flatMap(({ name, cells }) =>
      cells
        .filter((cell) => live.has(cell))
        .map((cell) => ({
          sheet: name,
          cell,
          values: valuesAt(book, ids.get(name)!, cell),
          callsAddIn: callsAddIn(cell.formula!),
        })),
    );
    return { formulas, unimplemented: [...addIn.host.unimplemented], notKept };
  } finally {
    addIn.close();
    book.close();
  }
}

/** The workbook with values in the places of all formulas but the live ones. */
function withConstants(content: XlsxContent, live: ReadonlySet<XlsxCell>): XlsxContent {
  const sheets = content.sheets.map((sheet) => ({
    ...sheet,
    validations: [],
    cells: sheet.cells.flatMap((cell) => (live.has(cell) ? cell : constantsOf(cell))),
  }));
  return { ...content, sheets };
}

function constantsOf(cell: XlsxCell): XlsxCell[] {
  if (!cell.formula) return [{ ...cell, format: undefined }];
  const values = cell.array?.values ?? [[cell.value ?? ""]];
  return values.flatMap((line, r) =>
    line.map((value, c) => ({ row: cell.row + r, column: cell.column + c, value })),
  );
}

function valuesAt(book: UniverBook, sheetId: string, { row, column }: XlsxCell): XlsxValue[][] {
  const { rows, columns } = book.spillAt(sheetId, row, column) ?? { rows: 1, columns: 1 };
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => {
      const value = book.value(sheetId, row + r, column + c);
      if (!isErrorText(value)) return value;
      return { error: value, message: book.messageAt(sheetId, row + r, column + c) };
    }),
  );
}

/** Whether a formula comes to something else than the file says. */
export function isChanged({ cell, values }: CalculatedFormula): boolean {
  const before = cell.array?.values ?? [[cell.value]];
  const now = cell.array ? values : [[values[0]![0]!]];
  return (
    now.length !== before.length ||
    now.some(
      (row, r) =>
        row.length !== before[r]!.length ||
        row.some((value, c) => !isSame(value, before[r]![c] ?? undefined)),
    )
  );
}

function isSame(a: XlsxValue, b: XlsxValue | undefined): boolean {
  if (typeof a === "object") return typeof b === "object" && a.error === b.error;
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  // files keep 15 to 17 digits, and two programs add in different orders
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}
