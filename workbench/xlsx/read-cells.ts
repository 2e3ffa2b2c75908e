import { contains, parseAddress, Rect } from "../host/address";
import { damaged } from "./bad-file";
import { unescaped } from "./escaped-text";
import { formulaFromFile } from "./file-formula";
import { slide } from "./shared-formula";
import { ScannedCell, ScannedSheet } from "./sheet-scan";
import type { XlsxStyles } from "./read-styles";
import type { XlsxCell, XlsxValue } from "./xlsx-content";

/** What cells say by number, and where it is found. */
export interface CellSources {
  texts: readonly string[];
  styles: XlsxStyles;
  /** The numbers of cell metadata that mark a dynamic array. */
  dynamic: ReadonlySet<string>;
  onNotKept(what: string): void;
}

export function readCells({ rows }: ScannedSheet, sources: CellSources): XlsxCell[] {
  const masters = new Map<string, ScannedCell>();
  /** Those that go on below. */
  let arrays: { rect: Rect; cell: XlsxCell }[] = [];
  const cells: XlsxCell[] = [];
  for (const scanned of rows.flatMap((row) => row.cells)) {
    const { row, column, formula, attributes } = scanned;
    const place = { row, column, rows: 1, columns: 1 };
    if (cells.at(-1)?.row !== row) arrays = arrays.filter(({ rect }) => rect.row + rect.rows > row);
    const array = arrays.find(({ rect }) => contains(rect, place));
    const value = readValue(scanned, sources);
    if (array && !formula) {
      const at = array.cell.array!.values[row - array.rect.row]!;
      at[column - array.rect.column] = value ?? "";
    }
    const cell: XlsxCell = { row, column, value: array && !formula ? "" : (value ?? "") };
    const format = sources.styles.formats[Number(attributes.s ?? "0")];
    if (format && Object.keys(format).length > 0) cell.format = format;
    tellNotKept(scanned, sources);
    if (formula) {
      const text = textOf(scanned, masters);
      if (text !== undefined) {
        cell.formula = `=${formulaFromFile(text)}`;
        cell.value = value;
      }
      const rect =
        formula.attributes.t === "array" ? parseAddress(formula.attributes.ref ?? "") : undefined;
      if (rect && text !== undefined) {
        const isDynamic = sources.dynamic.has(attributes.cm ?? "");
        if (!isDynamic)
          sources.onNotKept("array formulas entered with Ctrl+Shift+Enter, which spill here");
        cell.array = { isDynamic, values: blank(rect) };
        cell.array.values[0]![0] = value ?? "";
        if (rect.rows * rect.columns > 1) arrays.push({ rect, cell });
      }
    }
    if (cell.value !== "" || cell.formula || cell.format) cells.push(cell);
  }
  return cells;
}

/** A formula's text, also where only the number of a shared one stands. */
function textOf(cell: ScannedCell, masters: Map<string, ScannedCell>): string | undefined {
  const { text, attributes } = cell.formula!;
  const formula = unescaped(text);
  if (attributes.t !== "shared" || attributes.si === undefined) return formula || undefined;
  if (formula) {
    masters.set(attributes.si, cell);
    return formula;
  }
  const master = masters.get(attributes.si);
  if (!master)
    throw damaged(`a formula refers to shared formula ${attributes.si}, which is missing`);
  const shared = unescaped(master.formula!.text);
  return slide(shared, cell.row - master.row, cell.column - master.column);
}

/** A cached value; undefined where there is none. */
function readValue(cell: ScannedCell, { texts }: Pick<CellSources, "texts">) {
  const { attributes, value: text, inline } = cell;
  if (attributes.t === "inlineStr") return inline === undefined ? undefined : unescaped(inline);
  if (text === undefined || (text === "" && attributes.t !== "str")) return undefined;
  return typed(text, attributes.t ?? "n", texts, attributes.r ?? "");
}

function typed(text: string, type: string, texts: readonly string[], at: string): XlsxValue {
  switch (type) {
    case "s": {
      const shared = texts[Number(text)];
      if (shared === undefined)
        throw damaged(`cell ${at} refers to text ${text}, which is missing`);
      return shared;
    }
    case "str":
      return unescaped(text);
    case "b":
      return text.trim() === "1" || text.trim() === "true";
    case "e":
      return { error: text.trim() };
    case "d":
      return number((Date.parse(`${text.replace(/Z?$/, "Z")}`) - dayZero) / 86400000, text, at);
    default:
      return number(text.trim() === "" ? NaN : Number(text), text, at);
  }
}

/** The day before the first of Excel's days, with the 29 February 1900 that never was. */
const dayZero = Date.UTC(1899, 11, 30);

function number(value: number, text: string, at: string): number {
  if (!Number.isFinite(value)) throw damaged(`cell ${at} holds "${text}" where a number should be`);
  return value;
}

function blank({ rows, columns }: Rect): XlsxValue[][] {
  if (rows * columns > 5_000_000) throw damaged("an array formula fills more than 5 million cells");
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => ""));
}

function tellNotKept({ attributes, formula, isRich }: ScannedCell, sources: CellSources): void {
  const style = sources.styles.notKept.get(Number(attributes.s ?? "0"));
  if (style) sources.onNotKept(style);
  if (isRich) sources.onNotKept("formats of parts of a text");
  if (attributes.vm) sources.onNotKept("data types and pictures in cells");
  if (formula?.attributes.t === "dataTable") sources.onNotKept("data tables");
}
