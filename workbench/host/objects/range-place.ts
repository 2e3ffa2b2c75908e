import {
  boundingRect,
  formatAddress,
  intersection,
  parseAddress,
  quoteSheet,
  Rect,
  sheetColumns,
  sheetRows,
} from "../address";
import { invalidArgument, notFound } from "../api-error";
import { HostObject } from "../host-object";
import { WorkbookContext } from "./workbook-context";

/** Where a range is, and the ranges one can get to from it. */
export abstract class RangePlace<Self extends HostObject> extends HostObject {
  readonly rect: Rect;

  constructor(
    readonly context: WorkbookContext,
    readonly sheetId: string,
    { row, column, rows, columns }: Rect,
  ) {
    super();
    const whole = [row, column, rows, columns].every(Number.isInteger);
    const inside = row >= 0 && column >= 0 && rows >= 1 && columns >= 1;
    const fits = row + rows <= sheetRows && column + columns <= sheetColumns;
    if (!whole || !inside || !fits) throw invalidArgument();
    this.rect = { row, column, rows, columns };
  }

  protected abstract at(rect: Rect, sheetId?: string): Self;

  get Address(): string {
    const sheet = this.context.book.sheets().find(({ id }) => id === this.sheetId);
    if (!sheet) throw notFound();
    return `${quoteSheet(sheet.name)}!${formatAddress(this.rect)}`;
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get RowIndex(): number {
    return this.rect.row;
  }

  get ColumnIndex(): number {
    return this.rect.column;
  }

  get RowCount(): number {
    return this.rect.rows;
  }

  get ColumnCount(): number {
    return this.rect.columns;
  }

  /** Excel answers -1 beyond what its counter holds. */
  get CellCount(): number {
    const count = this.rect.rows * this.rect.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get IsEntireColumn(): boolean {
    return this.rect.rows === sheetRows;
  }

  get IsEntireRow(): boolean {
    return this.rect.columns === sheetColumns;
  }

  GetCell(row: number, column: number): Self {
    return this.inside(row, column, 1, 1);
  }

  GetRow(row: number): Self {
    return this.inside(row, 0, 1, this.rect.columns);
  }

  GetColumn(column: number): Self {
    return this.inside(0, column, this.rect.rows, 1);
  }

  GetLastRow(): Self {
    return this.GetRow(this.rect.rows - 1);
  }

  GetLastColumn(): Self {
    return this.GetColumn(this.rect.columns - 1);
  }

  GetLastCell(): Self {
    return this.GetCell(this.rect.rows - 1, this.rect.columns - 1);
  }

  GetOffsetRange(rows: number, columns: number): Self {
    return this.inside(rows, columns, this.rect.rows, this.rect.columns);
  }

  GetResizedRange(rows: number, columns: number): Self {
    return this.inside(0, 0, this.rect.rows + rows, this.rect.columns + columns);
  }

  GetAbsoluteResizedRange(rows: number, columns: number): Self {
    return this.inside(0, 0, rows, columns);
  }

  GetRowsBelow(count = 1): Self {
    return count > 0
      ? this.inside(this.rect.rows, 0, count, this.rect.columns)
      : this.inside(this.rect.rows + count, 0, -count, this.rect.columns);
  }

  GetRowsAbove(count = 1): Self {
    return count > 0
      ? this.inside(-count, 0, count, this.rect.columns)
      : this.inside(0, 0, -count, this.rect.columns);
  }

  GetColumnsAfter(count = 1): Self {
    return count > 0
      ? this.inside(0, this.rect.columns, this.rect.rows, count)
      : this.inside(0, this.rect.columns + count, this.rect.rows, -count);
  }

  GetColumnsBefore(count = 1): Self {
    return count > 0
      ? this.inside(0, -count, this.rect.rows, count)
      : this.inside(0, 0, this.rect.rows, -count);
  }

  GetEntireColumn(): Self {
    return this.at({ ...this.rect, row: 0, rows: sheetRows });
  }

  GetEntireRow(): Self {
    return this.at({ ...this.rect, column: 0, columns: sheetColumns });
  }

  GetBoundingRect(other: unknown): Self {
    return this.at(boundingRect(this.rect, this.otherRect(other)));
  }

  GetIntersection(other: unknown): Self {
    const common = this.GetIntersectionOrNullObject(other);
    if (!common) throw notFound();
    return common;
  }

  GetIntersectionOrNullObject(other: unknown): Self | null {
    const common = intersection(this.rect, this.otherRect(other));
    return common ? this.at(common) : null;
  }

  GetUsedRange(valuesOnly = false): Self {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }

  GetUsedRangeOrNullObject(valuesOnly = false): Self | null {
    const used = this.context.book.usedRect(this.sheetId, valuesOnly);
    const common = used && intersection(this.rect, used);
    return common ? this.at(common) : null;
  }

  /** The cell whose formula fills this one. */
  GetSpillParent(): Self {
    const parent = this.GetSpillParentOrNullObject();
    if (!parent) throw notFound();
    return parent;
  }

  GetSpillParentOrNullObject(): Self | null {
    const spill = this.spill();
    return spill ? this.at({ ...spill, rows: 1, columns: 1 }) : null;
  }

  GetSpillingToRange(): Self {
    const spill = this.GetSpillingToRangeOrNullObject();
    if (!spill) throw notFound();
    return spill;
  }

  GetSpillingToRangeOrNullObject(): Self | null {
    const spill = this.spill();
    const isAnchor = spill?.row === this.rect.row && spill.column === this.rect.column;
    return spill && isAnchor ? this.at(spill) : null;
  }

  Select(): void {
    this.context.book.select(this.sheetId, this.rect);
  }

  private spill(): Rect | undefined {
    const { row, column, rows, columns } = this.rect;
    if (rows * columns !== 1) throw invalidArgument();
    return this.context.book.spillAt(this.sheetId, row, column);
  }

  private inside(row: number, column: number, rows: number, columns: number): Self {
    const place = { row: this.rect.row + row, column: this.rect.column + column };
    return this.at({ ...place, rows, columns });
  }

  /** The other range, which office.js hands over as an object or as an address. */
  private otherRect(other: unknown): Rect {
    if (other instanceof RangePlace) {
      if (other.sheetId !== this.sheetId) throw invalidArgument();
      return other.rect;
    }
    const rect = parseAddress(String(other));
    if (!rect) throw invalidArgument();
    return rect;
  }
}
