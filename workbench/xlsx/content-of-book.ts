import { contains, formatAddress, Rect } from "../host/address";
import { isErrorText } from "../host/cell-value";
import { spellOutThisRow } from "../books/formula-text";
import { CellFormat, TableState } from "../host/book";
import type { BookState } from "../host/book-state";
import { needsMark } from "./dynamic-marks";
import { customXmlParts } from "./custom-xml";
import { withSettings } from "./own-extension";
import type {
  BesideCells,
  XlsxCell,
  XlsxContent,
  XlsxSheet,
  XlsxTable,
  XlsxValue,
} from "./xlsx-content";

const nothingOpened: BesideCells = { webExtensions: [], customXml: [] };

/** All of a workbook that an xlsx file can hold; `opened` is what the file had that it came from. */
export function contentOfBook(state: BookState, opened = nothingOpened): XlsxContent {
  const sheets = state.book.sheets().map((info) => sheetOf(state, info));
  const nameOf = (id: string | undefined) =>
    state.book.sheets().find((each) => each.id === id)?.name;
  const names = state.names.map(({ sheetId, ...name }) => ({ ...name, sheet: nameOf(sheetId) }));
  return {
    sheets,
    names,
    webExtensions: withSettings(opened.webExtensions, state.settings),
    customXml: customXmlParts(state.customXmlParts, opened.customXml),
  };
}

/** What a file saved from this workbook will lack. */
export function notSaved({ pivotTables, conditionalFormats }: BookState): string[] {
  return [
    ...(conditionalFormats.length > 0 ? ["conditional formats"] : []),
    ...(pivotTables.length > 0 ? ["PivotTables"] : []),
  ];
}

type SheetInfo = Pick<XlsxSheet, "name" | "visibility"> & { id: string };

function sheetOf(state: BookState, { id, name, visibility }: SheetInfo): XlsxSheet {
  const { book } = state;
  const tables = state.tables.filter(({ sheetId }) => sheetId === id);
  const used = book.usedRect(id, false);
  const cells: XlsxCell[] = [];
  const widths = new Map<number, number>();
  if (used) {
    forEach(used, (row, column) => {
      const cell = cellOf(state, id, row, column, tables);
      if (cell.value !== "" || cell.formula || cell.format) cells.push(cell);
    });
    for (let column = used.column; column < used.column + used.columns; column++) {
      widths.set(column, book.columnWidth(id, column));
    }
  }
  return {
    name,
    visibility,
    cells,
    widths,
    merges: used ? state.mergesTouching(id, everything) : [],
    validations: state.validations
      .filter((each) => each.sheetId === id && Object.keys(each.validation.rule).length > 0)
      .map(({ rect, validation }) => ({ rect, validation })),
    tables: tables.map((table) => tableOf(table, cells)),
    isProtected: state.protectedSheets.has(id),
  };
}

const everything: Rect = { row: 0, column: 0, rows: Infinity, columns: Infinity };

function forEach(rect: Rect, visit: (row: number, column: number) => void): void {
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      visit(row, column);
    }
  }
}

function cellOf(
  { book }: BookState,
  sheetId: string,
  row: number,
  column: number,
  tables: readonly TableState[],
): XlsxCell {
  const value = valueAt(book, sheetId, row, column);
  const entered = book.formula(sheetId, row, column);
  const spill = book.spillAt(sheetId, row, column);
  const cell: XlsxCell = { row, column, value };
  const format = ownFormat(book.format(sheetId, row, column));
  if (format) cell.format = format;
  if (!entered) return spill ? { ...cell, value: "" } : cell;
  const place = { row, column, rows: 1, columns: 1 };
  const here = tables.find(({ rect }) => contains(rect, place));
  cell.formula = spellOutThisRow(entered, here?.name);
  const fills = spill ?? place;
  if (spill || needsMark(cell.formula)) {
    const values: XlsxValue[][] = Array.from({ length: fills.rows }, (_, r) =>
      Array.from({ length: fills.columns }, (_, c) => valueAt(book, sheetId, row + r, column + c)),
    );
    cell.array = { isDynamic: true, values };
  }
  return cell;
}

/** In a workbook of the stand-in a text that reads like an error is one. */
function valueAt(book: BookState["book"], sheetId: string, row: number, column: number): XlsxValue {
  const value = book.value(sheetId, row, column);
  return isErrorText(value) ? { error: value } : value;
}

function ownFormat(format: CellFormat): CellFormat | undefined {
  const { numberFormat, horizontal, vertical } = format;
  const own = Object.entries(format).filter(
    ([key, value]) =>
      value !== undefined &&
      value !== false &&
      !(key === "numberFormat" && numberFormat === "General") &&
      !(key === "horizontal" && horizontal === "General") &&
      !(key === "vertical" && vertical === "Bottom"),
  );
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** A column in which every row has the same formula is one that Excel goes on with. */
function tableOf(table: TableState, cells: readonly XlsxCell[]): XlsxTable {
  const { name, rect, columns, showHeaders, showTotals } = table;
  const first = rect.row + (showHeaders ? 1 : 0);
  const end = rect.row + rect.rows - (showTotals ? 1 : 0);
  const inside = cells.filter(({ row, column }) =>
    contains({ ...rect, row: first, rows: end - first }, { row, column, rows: 1, columns: 1 }),
  );
  const formulaOf = (index: number) => {
    const own = inside.filter(({ column }) => column === rect.column + index);
    const formulas = new Set(own.map(({ formula }) => formula));
    const [only] = formulas;
    return formulas.size === 1 && own.length === end - first ? only : undefined;
  };
  return {
    name,
    rect: { ...rect },
    columns: columns.map((column, index) => {
      const formula = formulaOf(index);
      return { name: column.name, ...(formula ? { formula } : {}) };
    }),
    style: table.style,
    showHeaders,
    showTotals,
    showBandedRows: table.showBandedRows,
    showBandedColumns: table.showBandedColumns,
    showFilterButton: table.showFilterButton,
  };
}

export const addressOf = ({ row, column }: Pick<XlsxCell, "row" | "column">) =>
  formatAddress({ row, column, rows: 1, columns: 1 });
