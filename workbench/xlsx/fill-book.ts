import { formatAddress, Rect } from "../host/address";
import { entered } from "../host/cell-input";
import { Book, CellFormat, CellInput } from "../host/book";
import type { BookState } from "../host/book-state";
import { settingsIn } from "./own-extension";
import type { XlsxCell, XlsxContent, XlsxSheet, XlsxTable, XlsxValue } from "./xlsx-content";

/**
 * Puts what was read from a file in the place of all that a workbook holds. Says what the workbook
 * had no place for.
 */
export function fillBook(state: BookState, content: XlsxContent): string[] {
  const { book } = state;
  const notKept: string[] = [];
  const old = book.sheets().map(({ id }) => id);
  [...state.names].forEach((name) => state.removeName(name));
  old.forEach((id, index) => book.renameSheet(id, freeName(index, content)));
  const ids = new Map(content.sheets.map(({ name }) => [name, book.addSheet(name)]));
  book.activateSheet([...ids.values()][shownFirst(content)]!);
  for (const id of old) {
    state.forgetSheet(id);
    book.removeSheet(id);
  }
  for (const sheet of content.sheets) {
    const id = ids.get(sheet.name)!;
    fillSheet(state, id, sheet);
    for (const table of sheet.tables) notKept.push(...addTable(state, id, table));
  }
  for (const { sheet, ...name } of content.names) {
    const sheetId = sheet === undefined ? undefined : ids.get(sheet);
    notKept.push(...attempt(`the name ${name.name}`, () => state.addName({ ...name, sheetId })));
  }
  fillMap(state.settings, settingsIn(content.webExtensions));
  const readable = content.customXml.filter(({ xml }) => xml !== undefined);
  fillMap(state.customXmlParts, new Map(readable.map(({ id, xml }) => [id, xml!])));
  return notKept;
}

function fillMap<K, V>(map: Map<K, V>, content: ReadonlyMap<K, V>): void {
  map.clear();
  content.forEach((value, key) => map.set(key, value));
}

const shownFirst = ({ sheets }: XlsxContent) =>
  Math.max(
    0,
    sheets.findIndex(({ visibility }) => visibility === "Visible"),
  );

function freeName(index: number, { sheets }: XlsxContent): string {
  let name = `Old ${index + 1}`;
  while (sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) name += "_";
  return name;
}

function fillSheet(state: BookState, id: string, sheet: XlsxSheet): void {
  const { book } = state;
  const cells = [...sheet.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const run of runsOf(cells)) writeRun(book, id, run);
  for (const [rect, format] of formatted(cells)) book.setFormat(id, rect, format);
  sheet.widths.forEach((points, column) => book.setColumnWidth(id, column, points));
  sheet.merges.forEach((rect) => state.merge(id, rect));
  sheet.validations.forEach(({ rect, validation }) => state.setValidation(id, rect, validation));
  if (sheet.isProtected) state.protectedSheets.add(id);
  if (sheet.visibility !== "Visible") book.setVisibility(id, sheet.visibility);
}

/** Cells in rows that follow each other, and in few blank columns, are written at once. */
function runsOf(cells: readonly XlsxCell[]): XlsxCell[][] {
  const runs: XlsxCell[][] = [];
  for (const cell of cells) {
    if (cell.value === "" && !cell.formula) continue;
    const before = runs.at(-1)?.at(-1);
    const goesOn =
      before && cell.row - before.row <= 1 && Math.abs(cell.column - before.column) < 200;
    if (goesOn) runs.at(-1)!.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function writeRun(book: Book, sheetId: string, run: readonly XlsxCell[]): void {
  const [row, column] = [run[0]!.row, Math.min(...run.map((cell) => cell.column))];
  const rows = run.at(-1)!.row - row + 1;
  const columns = Math.max(...run.map((cell) => cell.column)) - column + 1;
  const block: (CellInput | undefined)[][] = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => undefined),
  );
  for (const cell of run) block[cell.row - row]![cell.column - column] = inputOf(cell);
  book.write(sheetId, row, column, block);
}

function inputOf({ formula, value = "" }: XlsxCell): CellInput {
  return formula ? { formula } : constant(value);
}

/** What would be taken for something else if it were typed is marked as a text. */
function constant(value: XlsxValue): CellInput {
  if (typeof value === "object") return { value: value.error };
  if (typeof value !== "string") return { value };
  const typed = entered(value, undefined);
  return { value, isText: !("value" in typed && typed.value === value) || value.startsWith("#") };
}

/** Cells of one format that stand under each other are formatted at once. */
function formatted(cells: readonly XlsxCell[]): [Rect, CellFormat][] {
  const open = new Map<string, [Rect, CellFormat]>();
  const all: [Rect, CellFormat][] = [];
  for (const { row, column, format } of cells) {
    if (!format) continue;
    const key = `${column} ${JSON.stringify(format)}`;
    const known = open.get(key);
    if (known && known[0].row + known[0].rows === row) known[0].rows++;
    else {
      const one: [Rect, CellFormat] = [{ row, column, rows: 1, columns: 1 }, format];
      open.set(key, one);
      all.push(one);
    }
  }
  return all;
}

function addTable(state: BookState, sheetId: string, table: XlsxTable): string[] {
  const { name, rect, style, showHeaders, showTotals, showBandedRows } = table;
  if (!showHeaders) return [`the table ${name}, which has no headers`];
  return attempt(`the table ${name} in ${formatAddress(rect)}`, () => {
    const added = state.addTable(sheetId, rect);
    state.renameTable(added, name);
    const { showBandedColumns, showFilterButton } = table;
    const looks = { style, showTotals, showBandedRows, showBandedColumns, showFilterButton };
    Object.assign(added, looks);
    state.book.tableChanged(added);
  });
}

/** Programs write names that Excel would refuse. */
function attempt(what: string, act: () => void): string[] {
  try {
    act();
    return [];
  } catch (problem) {
    return [`${what} (${problem instanceof Error ? problem.message : String(problem)})`];
  }
}
