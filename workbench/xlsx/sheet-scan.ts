import { SaxesParser } from "saxes";
import { parseAddress, sheetColumns, sheetRows } from "../host/address";
import { damaged } from "./bad-file";
import { local, localAttributes, parse, TreeBuilder, XmlElement } from "./xml-tree";

/** Where something stands in the text of its part. */
export interface Span {
  start: number;
  end: number;
}

export interface ScannedCell extends Span {
  row: number;
  column: number;
  attributes: Record<string, string>;
  formula?: Span & { attributes: Record<string, string>; text: string };
  /** The value as it is written; undefined where there is none. */
  value?: string;
  /** A text that stands in the cell itself. */
  inline?: string;
  /** Whether that text has formats of its own. */
  isRich?: boolean;
}

export interface ScannedRow extends Span {
  row: number;
  /** Where its cells begin and end. */
  inner: Span;
  attributes: Record<string, string>;
  cells: ScannedCell[];
}

export interface ScannedSheet {
  rows: ScannedRow[];
  /** Where the rows begin and end; undefined if there are none at all. */
  data: Span | undefined;
  /** All that stands beside the rows. */
  others: XmlElement[];
}

/**
 * Reads the XML of a worksheet, and remembers where each cell stands, so that values can be changed
 * and all else left as it was.
 */
export function scanSheet(xml: string): ScannedSheet {
  const scan = new Scan(xml);
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => scan.open(tag, parser.position));
  parser.on("text", (text) => scan.text(text));
  parser.on("cdata", (text) => scan.text(text));
  parser.on("closetag", () => scan.close(parser.position));
  parse(parser, xml);
  return scan.result;
}

interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
  isSelfClosing: boolean;
}

class Scan {
  readonly result: ScannedSheet = { rows: [], data: undefined, others: [] };
  private readonly path: string[] = [];
  private others = new TreeBuilder();
  private row: ScannedRow | undefined;
  private cell: ScannedCell | undefined;

  constructor(private readonly xml: string) {}

  open({ name, attributes: all, isSelfClosing }: Tag, position: number): void {
    const element = local(name);
    this.path.push(element);
    const start = this.xml.lastIndexOf("<", position - 1);
    const attributes = localAttributes(all);
    if (this.path[1] !== "sheetData") {
      if (this.path.length > 1) this.others.start(name, all);
      return;
    }
    const depth = this.path.length;
    const inner = { start: position, end: position };
    if (depth === 2 && !isSelfClosing) this.result.data = inner;
    else if (depth === 3 && element === "row") this.startRow({ start, end: 0 }, attributes, inner);
    else if (depth === 4 && element === "c" && this.row) this.startCell(start, attributes);
    else if (depth === 5 && element === "f" && this.cell) {
      this.cell.formula = { start, end: 0, attributes, text: "" };
    } else if (depth === 5 && element === "v" && this.cell) this.cell.value ??= "";
    else if (depth === 5 && element === "is" && this.cell) this.cell.inline ??= "";
    else if (element === "r" && this.path[4] === "is" && this.cell) this.cell.isRich = true;
  }

  text(text: string): void {
    if (this.path[1] !== "sheetData") {
      this.others.text(text);
      return;
    }
    if (!this.cell) return;
    const at = this.path.slice(4).join("/");
    if (at === "v") this.cell.value += text;
    else if (at === "f") this.cell.formula!.text += text;
    else if (at === "is/t" || at === "is/r/t") this.cell.inline += text;
  }

  close(position: number): void {
    const isInRows = this.path[1] === "sheetData";
    const element = this.path.pop();
    if (!isInRows) {
      if (this.path.length > 0) this.others.end();
      else this.result.others = this.others.top.children;
      return;
    }
    const depth = this.path.length + 1;
    if (depth === 5 && element === "f" && this.cell?.formula) this.cell.formula.end = position;
    if (depth === 4 && this.cell) {
      this.cell.end = position;
      this.cell = undefined;
    }
    if (depth === 3 && this.row) {
      this.row.end = position;
      this.row.inner.end = Math.max(this.row.inner.start, this.closingTag(position));
      this.row = undefined;
    }
    if (depth === 2 && this.result.data) this.result.data.end = this.closingTag(position);
  }

  private closingTag(position: number): number {
    return this.xml.lastIndexOf("<", position - 1);
  }

  private startRow(span: Span, attributes: Record<string, string>, inner: Span): void {
    const row = this.number(attributes.r, this.result.rows.at(-1)?.row);
    if (!(row >= 0 && row < sheetRows)) throw damaged(`a row is numbered ${attributes.r}`);
    this.row = { ...span, row, attributes, inner, cells: [] };
    this.result.rows.push(this.row);
  }

  private startCell(start: number, attributes: Record<string, string>): void {
    const row = this.row!;
    const { r } = attributes;
    const place = r === undefined ? undefined : parseAddress(r);
    const column = r === undefined ? (row.cells.at(-1)?.column ?? -1) + 1 : place?.column;
    if (column === undefined || column >= sheetColumns || (place && place.row !== row.row)) {
      throw damaged(`a cell of row ${row.row + 1} is named ${r}`);
    }
    this.cell = { row: row.row, column, attributes, start, end: 0 };
    row.cells.push(this.cell);
  }

  /** A row without a number follows the one before. */
  private number(text: string | undefined, before: number | undefined): number {
    return text === undefined ? (before ?? -1) + 1 : Number(text) - 1;
  }
}
