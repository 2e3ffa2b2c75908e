import { Rect } from "../host/address";
import { CellFormat, TableState, Validation, Visibility } from "../host/book";
import { CellError, CellValue } from "../host/cell-value";
import { CustomXml } from "./custom-xml";
import { PackagePart } from "./package-parts";

/** A cell of a file tells a text that reads like an error from an error. `""` is a blank cell. */
export type XlsxValue = CellValue | CellError;

/** What this stand-in reads from an xlsx file and writes to one. */
export interface XlsxContent {
  sheets: XlsxSheet[];
  names: XlsxName[];
  /** The parts that say which add-ins a workbook opens with, as they were. */
  webExtensions: PackagePart[];
  customXml: CustomXml[];
}

/** What an opened file holds beside all that a grid could show. */
export type BesideCells = Pick<XlsxContent, "webExtensions" | "customXml">;

export interface XlsxSheet {
  name: string;
  visibility: Visibility;
  cells: XlsxCell[];
  /** In points, by column. */
  widths: Map<number, number>;
  merges: Rect[];
  validations: { rect: Rect; validation: Validation }[];
  tables: XlsxTable[];
  isProtected: boolean;
}

export interface XlsxCell {
  row: number;
  column: number;
  /** Undefined where a formula stands that was never calculated. */
  value: XlsxValue | undefined;
  /** With its `=`, as the stand-in says it: `CALS.REQUIRED`, without the prefixes of the file. */
  formula?: string;
  /** What an array formula filled, its own cell included; the other cells are listed nowhere else. */
  array?: { isDynamic: boolean; values: XlsxValue[][] };
  format?: CellFormat;
}

export type XlsxTable = Omit<TableState, "id" | "sheetId" | "columns"> & {
  /** With the formula that Excel fills into new rows, if there is one. */
  columns: { name: string; formula?: string }[];
};

export interface XlsxName {
  name: string;
  formula: string;
  comment: string;
  visible: boolean;
  /** The sheet that it belongs to; the workbook if there is none. */
  sheet: string | undefined;
}
