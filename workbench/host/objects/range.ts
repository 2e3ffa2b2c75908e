import { asKept } from "../../books/formula-text";
import { intersection, overlaps, Rect } from "../address";
import { accessDenied, ApiError, HostEmulationGap, invalidArgument } from "../api-error";
import { CellInput } from "../book";
import { entered } from "../cell-input";
import { textOf } from "../cell-text";
import { CellValue, isErrorText } from "../cell-value";
import { sameName } from "../host-object";
import { readMember, updateMembers } from "../members";
import { wireName } from "../rich-api-wire";
import { ConditionalFormats } from "./conditional-formats";
import { DataValidation } from "./data-validation";
import { MergedAreas } from "./merged-areas";
import { PivotTables } from "./pivot-tables";
import { RangeAreas } from "./range-areas";
import { RangeFormat } from "./range-format";
import { RangePlace } from "./range-place";
import { RangeTables } from "./tables";
import { Worksheet } from "./worksheet";

/** More cells than this in one answer, and Excel gives up too. */
const mostCells = 5_000_000;
const wrongSize =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Cells: what they hold and show. */
export class Range extends RangePlace<Range> {
  static override readonly scalars = [
    ...["Address", "AddressLocal", "CellCount", "ColumnCount", "ColumnIndex", "Formulas"],
    ...["HasSpill", "IsEntireColumn", "IsEntireRow", "NumberFormat", "RowCount", "RowIndex"],
    ...["Text", "ValueTypes", "Values"],
  ];

  protected at(rect: Rect, sheetId = this.sheetId): Range {
    return new Range(this.context, sheetId, rect);
  }

  get Values(): CellValue[][] {
    return this.map((row, column) => this.context.book.value(this.sheetId, row, column));
  }

  set Values(values: unknown) {
    this.enter(values);
  }

  get Formulas(): CellValue[][] {
    const { book } = this.context;
    return this.map(
      (row, column) =>
        book.formula(this.sheetId, row, column) || book.value(this.sheetId, row, column),
    );
  }

  set Formulas(formulas: unknown) {
    this.enter(formulas);
  }

  get Text(): string[][] {
    const { book } = this.context;
    return this.map((row, column) => {
      const { numberFormat } = book.format(this.sheetId, row, column);
      return textOf(book.value(this.sheetId, row, column), numberFormat);
    });
  }

  get ValueTypes(): string[][] {
    return this.Values.map((row) => row.map(typeOf));
  }

  get NumberFormat(): string[][] {
    const { book } = this.context;
    return this.map((r, c) => book.format(this.sheetId, r, c).numberFormat ?? "General");
  }

  set NumberFormat(formats: unknown) {
    this.refuseProtected();
    const one = (numberFormat: unknown, rect: Rect) => {
      if (numberFormat === null || numberFormat === undefined) return;
      this.context.book.setFormat(this.sheetId, rect, { numberFormat: String(numberFormat) });
    };
    const block = Array.isArray(formats) ? this.block(formats) : [];
    if (!Array.isArray(formats)) one(formats, this.rect);
    block.forEach((row, r) =>
      row.forEach((format, c) =>
        one(format, {
          row: this.rect.row + r,
          column: this.rect.column + c,
          rows: 1,
          columns: 1,
        }),
      ),
    );
  }

  /** Null where some cells of the range spill and some do not. */
  get HasSpill(): boolean | null {
    const cells = this.map((r, c) => Boolean(this.context.book.spillAt(this.sheetId, r, c)));
    const found = new Set(cells.flat());
    return found.size === 1 ? [...found][0]! : null;
  }

  get Format(): RangeFormat {
    return new RangeFormat(this);
  }

  get DataValidation(): DataValidation {
    return new DataValidation(this);
  }

  get ConditionalFormats(): ConditionalFormats {
    return new ConditionalFormats(this, ({ rect }) => this.at(rect));
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.context, this.sheetId);
  }

  /** The look of each cell, as far as it is asked for. */
  GetCellProperties(wanted: unknown): object[][] {
    return this.map((row, column) => tellOf(this.cell(row, column), wanted as Wanted));
  }

  SetCellProperties(properties: unknown): void {
    this.refuseProtected();
    const block = this.block(properties as unknown[]);
    this.map((row, column) =>
      updateMembers(
        this.cell(row, column),
        block[row - this.rect.row]![column - this.rect.column] as Record<string, unknown>,
      ),
    );
  }

  private cell(row: number, column: number): Range {
    return this.at({ row, column, rows: 1, columns: 1 });
  }

  GetTables(fullyContained = false): RangeTables {
    return new RangeTables(this, fullyContained);
  }

  GetPivotTables(): PivotTables {
    return new PivotTables(this.context, this.sheetId, this.rect);
  }

  /** The cells with rules for entries, which is all that is asked for here. */
  GetSpecialCellsOrNullObject(cellType: unknown): RangeAreas | null {
    if (cellType !== "DataValidations") throw new HostEmulationGap(`special cells ${cellType}`);
    const found = this.context.state.validations.filter(
      ({ sheetId, rect, validation }) =>
        sheetId === this.sheetId &&
        overlaps(rect, this.rect) &&
        Object.keys(validation.rule).length > 0,
    );
    if (found.length === 0) return null;
    return new RangeAreas(
      this,
      found.map(({ rect }) => rect),
      (rect) => this.at(rect),
    );
  }

  GetMergedAreasOrNullObject(): MergedAreas | null {
    const areas = this.context.state.mergesTouching(this.sheetId, this.rect);
    return areas.length > 0 ? new MergedAreas(this, areas) : null;
  }

  /** Only the cell at the top left keeps what it holds. */
  Merge(): void {
    this.refuseProtected();
    const { book, state } = this.context;
    const first = book.formula(this.sheetId, this.rect.row, this.rect.column);
    const value = book.value(this.sheetId, this.rect.row, this.rect.column);
    book.clear(this.sheetId, this.rect, "contents");
    const kept = first ? { formula: first } : { value, isText: typeof value === "string" };
    if (value !== "") book.write(this.sheetId, this.rect.row, this.rect.column, [[kept]]);
    state.merge(this.sheetId, this.rect);
  }

  Unmerge(): void {
    this.refuseProtected();
    this.context.state.unmerge(this.sheetId, this.rect);
  }

  Clear(applyTo?: unknown): void {
    this.refuseProtected();
    const what = applyTo ?? "All"; // office.js sends null where nothing was given
    const { book, state } = this.context;
    if (what === "All" || what === "Contents") book.clear(this.sheetId, this.rect, "contents");
    if (what === "All" || what === "Formats") book.clear(this.sheetId, this.rect, "formats");
    if (what === "All") state.setValidation(this.sheetId, this.rect, undefined);
  }

  Insert(shift: string): Range {
    this.refuseProtected();
    const way = shift === "Down" ? "down" : "right";
    this.context.state.insertCells(this.sheetId, this.rect, way);
    return this.at(this.rect);
  }

  Delete(shift: string): void {
    this.refuseProtected();
    this.context.state.deleteCells(this.sheetId, this.rect, shift === "Up" ? "up" : "left");
  }

  /** Runs over the cells; over whole columns only as far as there is something. */
  map<T>(visit: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.rect;
    if (rows * columns > mostCells) {
      const text = "The response payload size has exceeded the limit.";
      throw new ApiError("ResponsePayloadSizeLimitExceeded", text);
    }
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => visit(row + r, column + c)),
    );
  }

  /** The part of the range that is worth visiting when the range is a whole column or sheet. */
  usedPart(): Rect | undefined {
    if (!this.IsEntireColumn && !this.IsEntireRow) return this.rect;
    const used = this.context.book.usedRect(this.sheetId, false);
    return used && intersection(this.rect, used);
  }

  /** office.js asks this before it writes more than 1,500 cells, which it does in pieces. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.rect.rows || columns !== this.rect.columns) throw invalidArgument(wrongSize);
  }

  refuseProtected(): void {
    if (!this.context.state.protectedSheets.has(this.sheetId)) return;
    throw accessDenied();
  }

  private enter(values: unknown): void {
    this.refuseProtected();
    const { book } = this.context;
    const { row, column, rows, columns } = this.rect;
    const block = Array.isArray(values)
      ? this.block(values)
      : Array.from({ length: rows }, () => Array.from({ length: columns }, () => values));
    const formats: [Rect, string][] = [];
    const cells = block.map((line, r) =>
      line.map((value, c) => {
        if (value === null || value === undefined) return undefined; // leaves the cell as it is
        const place = { row: row + r, column: column + c, rows: 1, columns: 1 };
        const format = book.format(this.sheetId, place.row, place.column).numberFormat;
        const { numberFormat, ...input } = entered(value, format);
        if (numberFormat && (format ?? "General") === "General")
          formats.push([place, numberFormat]);
        return "formula" in input ? this.formula(input.formula, place) : input;
      }),
    );
    book.write(this.sheetId, row, column, cells);
    formats.forEach(([rect, numberFormat]) => book.setFormat(this.sheetId, rect, { numberFormat }));
  }

  /** A formula as Excel keeps it, or the refusal of one that it would not take. */
  private formula(text: string, place: Rect): CellInput {
    const { book, state } = this.context;
    const table = state.tableAt(this.sheetId, place);
    const nameOf = (name: string) => book.sheets().find((s) => sameName(s.name, name))?.name;
    const formula = asKept(text, nameOf, table?.name);
    if (!book.accepts(formula)) throw invalidArgument();
    return { formula };
  }

  private block(values: unknown[]): unknown[][] {
    const fits =
      values.length === this.rect.rows &&
      values.every((row) => Array.isArray(row) && row.length === this.rect.columns);
    if (!fits) throw invalidArgument(wrongSize);
    return values as unknown[][];
  }
}

/** `{ format: { fill: { color: true } } }` */
interface Wanted {
  [name: string]: boolean | Wanted;
}

function tellOf(object: object, wanted: Wanted): object {
  const names = Object.keys(wanted).filter((name) => wanted[name]);
  return Object.fromEntries(
    names.map((name) => {
      const value = readMember(object, wireName(name));
      const inner = wanted[name]!;
      return [name, inner === true ? value : tellOf(value as object, inner as Wanted)];
    }),
  );
}

function typeOf(value: CellValue): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return isErrorText(value) ? "Error" : "String";
}
