import { formatAddress, parseAddress, Rect } from "../host/address";
import { xmlText } from "./escaped-text";
import { ScannedCell, ScannedRow } from "./sheet-scan";
import type { SheetOrigin } from "./read-xlsx";
import type { XlsxValue } from "./xlsx-content";

/** A formula's new value, or the block that it fills if it is marked as one that may. */
export interface NewValues {
  row: number;
  column: number;
  values: XlsxValue[][];
}

/**
 * The XML of a sheet with new values for some of its formulas. All else stays as it was, to the
 * letter: charts, formats, and what nobody here knows.
 */
export function changeValues({ xml, scan }: SheetOrigin, changes: readonly NewValues[]): string {
  const cells = new Map<string, string | undefined>();
  const byPlace = new Map(
    scan.rows.flatMap((row) => row.cells.map((cell) => [keyOf(cell), cell] as const)),
  );
  const prefix = /<(\w+:)?sheetData/.exec(xml)?.[1] ?? "";
  const write = new CellWriter(xml, prefix);
  for (const { row, column, values } of changes) {
    const anchor = byPlace.get(keyOf({ row, column }))!;
    const filled = { row, column, rows: values.length, columns: values[0]!.length };
    const before = parseAddress(anchor.formula!.attributes.ref ?? "");
    // cells that the block filled before are blank now
    if (before && anchor.formula!.attributes.t === "array") {
      forEach(before, (r, c) => {
        const old = byPlace.get(keyOf({ row: r, column: c }));
        if (old && old !== anchor) cells.set(keyOf(old), write.blank(old));
      });
    }
    forEach(filled, (r, c) => {
      const place = { row: r, column: c };
      const old = byPlace.get(keyOf(place));
      const value = values[r - row]![c - column]!;
      cells.set(
        keyOf(place),
        old === anchor ? write.formula(anchor, value, filled) : write.constant(old, place, value),
      );
    });
  }
  return withCells(xml, scan.rows, scan.data!.end, cells, prefix);
}

const keyOf = ({ row, column }: { row: number; column: number }) => `${row},${column}`;

function forEach(rect: Rect, visit: (row: number, column: number) => void): void {
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      visit(row, column);
    }
  }
}

/** Writes one cell, with the formula, format and marks that it had. */
class CellWriter {
  constructor(
    private readonly xml: string,
    private readonly prefix: string,
  ) {}

  formula(cell: ScannedCell, value: XlsxValue, filled: Rect): string {
    const { start, end, attributes } = cell.formula!;
    const text = this.xml.slice(start, end);
    const isArray = attributes.t === "array";
    const formula = isArray
      ? text.replace(/(\sref\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${formatAddress(filled)}"`)
      : text;
    return this.cell(cell, cell.attributes, value, formula);
  }

  constant(cell: ScannedCell | undefined, place: Place, value: XlsxValue): string {
    return this.cell(place, cell?.attributes ?? {}, value, "");
  }

  blank(cell: ScannedCell): string | undefined {
    return cell.attributes.s === undefined ? undefined : this.cell(cell, cell.attributes, "", "");
  }

  private cell(place: Place, old: Record<string, string>, value: XlsxValue, inner: string): string {
    const { prefix } = this;
    const [type, text] = written(value, inner !== "");
    const kept = Object.entries(old).filter(([name]) => !["r", "t", "vm"].includes(name));
    const attributes = [
      `r="${formatAddress({ ...place, rows: 1, columns: 1 })}"`,
      ...kept.map(([name, one]) => `${name}="${xmlText(one)}"`),
      ...(type ? [`t="${type}"`] : []),
    ];
    if (text === undefined) return `<${prefix}c ${attributes.join(" ")}/>`;
    const string = type === "inlineStr";
    const element = string
      ? `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`
      : `<${prefix}v>${text}</${prefix}v>`;
    return `<${prefix}c ${attributes.join(" ")}>${inner}${element}</${prefix}c>`;
  }
}

interface Place {
  row: number;
  column: number;
}

/** The type of a cell, and its value as a text. */
function written(value: XlsxValue, isFormula: boolean): [type: string, text?: string] {
  if (typeof value === "object") return ["e", xmlText(value.error)];
  if (typeof value === "number") return ["", String(value)];
  if (typeof value === "boolean") return ["b", value ? "1" : "0"];
  if (value === "" && !isFormula) return [""];
  return [isFormula ? "str" : "inlineStr", xmlText(value)];
}

/** Puts cells in their places; a cell without a text is taken away. */
function withCells(
  xml: string,
  rows: readonly ScannedRow[],
  end: number,
  cells: ReadonlyMap<string, string | undefined>,
  prefix: string,
): string {
  const changed = new Map<number, Map<number, string | undefined>>();
  cells.forEach((text, key) => {
    const [row, column] = key.split(",").map(Number) as [number, number];
    changed.set(row, (changed.get(row) ?? new Map<number, string | undefined>()).set(column, text));
  });
  let result = "";
  let at = 0;
  for (const row of rows) {
    const missing = [...changed.keys()].filter((index) => index < row.row).sort((a, b) => a - b);
    result += xml.slice(at, row.start);
    at = row.start;
    for (const index of missing) {
      result += newRow(index, changed.get(index)!, prefix);
      changed.delete(index);
    }
    const own = changed.get(row.row);
    if (!own) continue;
    changed.delete(row.row);
    result += changedRow(xml, row, own, prefix);
    at = row.end;
  }
  result += xml.slice(at, end);
  for (const index of [...changed.keys()].sort((a, b) => a - b)) {
    result += newRow(index, changed.get(index)!, prefix);
  }
  return result + xml.slice(end);
}

const inOrder = (cells: ReadonlyMap<number, string | undefined>) =>
  [...cells].sort(([a], [b]) => a - b).map(([, text]) => text ?? "");

const newRow = (index: number, cells: ReadonlyMap<number, string | undefined>, prefix: string) =>
  `<${prefix}row r="${index + 1}">${inOrder(cells).join("")}</${prefix}row>`;

function changedRow(
  xml: string,
  row: ScannedRow,
  changed: Map<number, string | undefined>,
  prefix: string,
): string {
  const all = new Map<number, string | undefined>(
    row.cells.map((cell) => [cell.column, xml.slice(cell.start, cell.end)]),
  );
  changed.forEach((text, column) => all.set(column, text));
  const isClosed = xml.slice(row.start, row.end).endsWith("/>") && row.cells.length === 0;
  const opening = isClosed
    ? `${xml.slice(row.start, row.end - 2)}>`
    : xml.slice(row.start, row.inner.start);
  // the spans of a row are a hint, and may be wrong now
  const tag = opening.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, "");
  return `${tag}${inOrder(all).join("")}</${prefix}row>`;
}
