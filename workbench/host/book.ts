import { Rect } from "./address";
import { CellValue, Outcome } from "./cell-value";
import { Invocation } from "./custom-functions";
import { FunctionsFile } from "./function-metadata";

/**
 * What the host needs of a workbook. Everything of Excel that is not in here (tables, names,
 * settings, rules for entries) the host keeps itself, and tells the book of what a grid shows.
 */
export interface Book {
  readonly name: string;

  sheets(): readonly SheetInfo[];
  activeSheetId(): string;
  activateSheet(sheetId: string): void;
  addSheet(name: string): string;
  removeSheet(sheetId: string): void;
  renameSheet(sheetId: string, name: string): void;
  setVisibility(sheetId: string, visibility: Visibility): void;

  /** `""` where there is nothing. */
  value(sheetId: string, row: number, column: number): CellValue;
  /** With its `=`; `""` where there is none. */
  formula(sheetId: string, row: number, column: number): string;
  /** Writes a block of cells; `undefined` leaves a cell as it is. */
  write(sheetId: string, row: number, column: number, cells: (CellInput | undefined)[][]): void;
  clear(sheetId: string, rect: Rect, what: "contents" | "formats"): void;
  /** Whether Excel would let the formula into a cell. */
  accepts(formula: string): boolean;
  /** The block that a formula spills into, asked at any of its cells; its anchor is top left. */
  spillAt(sheetId: string, row: number, column: number): Rect | undefined;
  /** The smallest block around all that is not empty. */
  usedRect(sheetId: string, valuesOnly: boolean): Rect | undefined;

  format(sheetId: string, row: number, column: number): CellFormat;
  setFormat(sheetId: string, rect: Rect, change: CellFormat): void;
  /** In points. */
  columnWidth(sheetId: string, column: number): number;
  setColumnWidth(sheetId: string, column: number, points: number): void;

  /** Makes room for a block by moving what stands there down or to the right. */
  insertCells(sheetId: string, rect: Rect, shift: "down" | "right"): void;
  deleteCells(sheetId: string, rect: Rect, shift: "up" | "left"): void;

  selection(): { sheetId: string; rect: Rect };
  select(sheetId: string, rect: Rect): void;

  tableChanged(table: TableState): void;
  tableRemoved(table: TableState): void;
  nameChanged(name: NameState): void;
  nameRemoved(name: NameState): void;
  /** Without a rule anything may be entered. */
  validationChanged(sheetId: string, rect: Rect, validation: Validation | undefined): void;

  /** The add-in's functions for formulas, and the runtime that calculates them. */
  useFunctions(metadata: FunctionsFile, invoke: (invocation: Invocation) => Promise<Outcome>): void;
  /** Calculates every formula again. */
  calculate(): void;
  /** Resolves when built-in formulas show their values; custom functions may still be `#BUSY!`. */
  settle(): Promise<void>;
  /** Tells of every edit and selection, of the person's and of the add-in's. */
  listen(listener: (event: BookEvent) => void): void;
  close(): void;
}

export interface SheetInfo {
  id: string;
  name: string;
  visibility: Visibility;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A formula, or a value; text that Excel would take for something else is marked as text. */
export type CellInput = { formula: string } | { value: CellValue; isText?: boolean };

export interface CellFormat {
  numberFormat?: string;
  fill?: string | undefined;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  color?: string;
  size?: number;
  font?: string;
  horizontal?: string;
  vertical?: string;
  wrap?: boolean;
}

export interface BookEvent {
  type: "changed" | "selected" | "activated";
  sheetId: string;
  rect: Rect;
}

export interface TableState {
  id: string;
  name: string;
  sheetId: string;
  /** With its header row, and its total row if there is one. */
  rect: Rect;
  columns: { id: number; name: string }[];
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
}

export interface NameState {
  name: string;
  /** With its `=`. */
  formula: string;
  comment: string;
  visible: boolean;
  /** The sheet that it belongs to; the workbook if there is none. */
  sheetId: string | undefined;
}

export interface Validation {
  rule: Record<string, unknown>;
  prompt?: Record<string, unknown>;
  errorAlert?: Record<string, unknown>;
  ignoreBlanks: boolean;
}
