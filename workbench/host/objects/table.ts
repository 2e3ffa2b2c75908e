import { parseAddress, Rect } from "../address";
import { invalidArgument } from "../api-error";
import { TableState } from "../book";
import { HostObject } from "../host-object";
import { Range } from "./range";
import { TableColumns } from "./table-columns";
import { calculatedColumns, TableRows } from "./table-rows";
import { WorkbookContext } from "./workbook-context";
import { Worksheet } from "./worksheet";

/** An Excel table. */
export class Table extends HostObject {
  static override readonly scalars = [
    ...["Id", "Name", "ShowBandedColumns", "ShowBandedRows", "ShowFilterButton", "ShowHeaders"],
    ...["ShowTotals", "Style"],
  ];

  constructor(
    private readonly context: WorkbookContext,
    private readonly table: TableState,
  ) {
    super();
  }

  override key(): string {
    return this.table.id;
  }

  get Id(): string {
    return this.table.id;
  }

  get Name(): string {
    return this.table.name;
  }

  set Name(name: string) {
    this.context.state.renameTable(this.table, name);
  }

  get Style(): string {
    return this.table.style;
  }

  set Style(style: string) {
    this.look({ style });
  }

  get ShowHeaders(): boolean {
    return this.table.showHeaders;
  }

  get ShowBandedRows(): boolean {
    return this.table.showBandedRows;
  }

  set ShowBandedRows(showBandedRows: boolean) {
    this.look({ showBandedRows });
  }

  get ShowBandedColumns(): boolean {
    return this.table.showBandedColumns;
  }

  set ShowBandedColumns(showBandedColumns: boolean) {
    this.look({ showBandedColumns });
  }

  get ShowFilterButton(): boolean {
    return this.table.showFilterButton;
  }

  set ShowFilterButton(showFilterButton: boolean) {
    this.look({ showFilterButton });
  }

  get ShowTotals(): boolean {
    return this.table.showTotals;
  }

  /** The total row comes and goes with its cells, so what stands below moves. */
  set ShowTotals(show: boolean) {
    if (show === this.table.showTotals) return;
    const { state, book } = this.context;
    const { sheetId, rect } = this.table;
    if (show) {
      const below: Rect = { ...rect, row: rect.row + rect.rows, rows: 1 };
      state.insertCells(sheetId, below, "down", this.table);
      this.table.showTotals = true;
      state.moveTable(this.table, { ...rect, rows: rect.rows + 1 });
      book.write(sheetId, below.row, below.column, [[{ value: "Total" }]]);
    } else {
      const totals: Rect = { ...rect, row: rect.row + rect.rows - 1, rows: 1 };
      this.table.showTotals = false;
      state.moveTable(this.table, { ...rect, rows: rect.rows - 1 });
      state.deleteCells(sheetId, totals, "up", this.table);
    }
  }

  get Columns(): TableColumns {
    return new TableColumns(this.context, this.table);
  }

  get Rows(): TableRows {
    return new TableRows(this.context, this.table);
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.context, this.table.sheetId);
  }

  GetRange(): Range {
    return this.range(this.table.rect);
  }

  GetHeaderRowRange(): Range {
    return this.range({ ...this.table.rect, rows: 1 });
  }

  GetDataBodyRange(): Range {
    return this.range(bodyOf(this.table));
  }

  GetTotalRowRange(): Range {
    const { rect, showTotals } = this.table;
    if (!showTotals) throw invalidArgument();
    return this.range({ ...rect, row: rect.row + rect.rows - 1, rows: 1 });
  }

  /** The header row stays where it is, as Excel wants it. */
  Resize(newRange: unknown): void {
    this.GetRange().refuseProtected();
    const rect = newRange instanceof Range ? newRange.rect : parseAddress(String(newRange));
    const { row, column } = this.table.rect;
    if (!rect || rect.row !== row || rect.rows < 2) throw invalidArgument();
    if (rect.column > column + this.table.rect.columns || rect.column + rect.columns <= column) {
      throw invalidArgument();
    }
    const filled = calculatedColumns(this.context, this.table);
    const { rows: before } = this.table.rect;
    const { row: top, column: left, rows, columns } = rect;
    this.context.state.moveTable(this.table, { row: top, column: left, rows, columns });
    if (left !== column || rows <= before || this.table.showTotals) return;
    // A column of one formula goes on in the new rows, where nothing else stands.
    filled.slice(0, columns).forEach((formula, i) => {
      for (let r = top + before; formula && r < top + rows; r++) this.fill(r, left + i, formula);
    });
  }

  /** The table goes with what is in it. */
  Delete(): void {
    const { sheetId, rect } = this.table;
    this.GetRange().refuseProtected();
    this.context.state.removeTable(this.table);
    this.context.book.clear(sheetId, rect, "contents");
    this.context.book.clear(sheetId, rect, "formats");
  }

  ConvertToRange(): Range {
    const range = this.GetRange();
    this.context.state.removeTable(this.table);
    return range;
  }

  private fill(row: number, column: number, formula: string): void {
    const { book } = this.context;
    const { sheetId } = this.table;
    if (book.value(sheetId, row, column) !== "" || book.formula(sheetId, row, column)) return;
    book.write(sheetId, row, column, [[{ formula }]]);
  }

  private look(change: Partial<TableState>): void {
    Object.assign(this.table, change);
    this.context.book.tableChanged(this.table);
  }

  private range(rect: Rect): Range {
    return new Range(this.context, this.table.sheetId, rect);
  }
}

/** The rows between the header row and the total row. */
export const bodyOf = ({ rect, showTotals }: TableState): Rect => ({
  ...rect,
  row: rect.row + 1,
  rows: rect.rows - (showTotals ? 2 : 1),
});
