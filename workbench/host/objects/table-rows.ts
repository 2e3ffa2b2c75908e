import { Rect } from "../address";
import { invalidArgument } from "../api-error";
import { TableState } from "../book";
import { HostCollection, HostObject } from "../host-object";
import { Range } from "./range";
import { bodyOf } from "./table";
import { WorkbookContext } from "./workbook-context";

export class TableRow extends HostObject {
  static override readonly scalars = ["Index", "Values"];

  constructor(
    private readonly context: WorkbookContext,
    private readonly table: TableState,
    private readonly index: number,
  ) {
    super();
  }

  get Index(): number {
    return this.index;
  }

  get Values() {
    return this.GetRange().Values;
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
  }

  GetRange(): Range {
    const body = bodyOf(this.table);
    if (this.index >= body.rows) throw invalidArgument();
    const rect = { ...body, row: body.row + this.index, rows: 1 };
    return new Range(this.context, this.table.sheetId, rect);
  }

  Delete(): void {
    const { state, book } = this.context;
    const { sheetId, rect } = this.table;
    const { rect: gone } = this.GetRange();
    if (bodyOf(this.table).rows === 1) {
      // the last row stays, blank
      book.clear(sheetId, gone, "contents");
      return;
    }
    state.deleteCells(sheetId, gone, "up", this.table);
    state.moveTable(this.table, { ...rect, rows: rect.rows - 1 });
  }
}

export class TableRows extends HostCollection<TableRow> {
  static override readonly scalars = ["Count"];

  constructor(
    private readonly context: WorkbookContext,
    private readonly table: TableState,
  ) {
    super();
  }

  members(): TableRow[] {
    const { rows } = bodyOf(this.table);
    return Array.from({ length: rows }, (_, i) => new TableRow(this.context, this.table, i));
  }

  /** Rows have no names: their place is their key. */
  find(key: unknown): TableRow | null {
    return this.members()[Number(key)] ?? null;
  }

  /**
   * New rows push down what stands below, within the table's columns. As in Excel they take the look
   * and the rules of the row above, and a column of one formula is filled where null is given.
   */
  Add(index?: unknown, values?: unknown): TableRow {
    const { state } = this.context;
    const { sheetId, rect } = this.table;
    const body = bodyOf(this.table);
    const at = typeof index === "number" && index >= 0 ? index : body.rows;
    if (at > body.rows) throw invalidArgument();
    const rows = asRows(values, rect.columns);
    const filled = calculatedColumns(this.context, this.table);
    const added: Rect = { ...rect, row: body.row + at, rows: rows.length };
    state.insertCells(sheetId, added, "down", this.table);
    state.moveTable(this.table, { ...rect, rows: rect.rows + rows.length });
    this.copyLook(added, at === 0 ? added.row + added.rows : added.row - 1);
    const range = new Range(this.context, sheetId, added);
    range.Values = rows.map((row) => row.map((value, i) => value ?? filled[i] ?? null));
    return new TableRow(this.context, this.table, at);
  }

  private copyLook(to: Rect, row: number): void {
    const { state, book } = this.context;
    const { sheetId } = this.table;
    for (let c = to.column; c < to.column + to.columns; c++) {
      const rect = { row: to.row, column: c, rows: to.rows, columns: 1 };
      book.setFormat(sheetId, rect, book.format(sheetId, row, c));
      const rule = state.validationAt(sheetId, { row, column: c, rows: 1, columns: 1 });
      if (rule && Object.keys(rule.rule).length > 0) state.setValidation(sheetId, rect, rule);
    }
  }
}

/** For each column the formula that stands in every row, if there is one. */
export function calculatedColumns(
  { book }: WorkbookContext,
  table: TableState,
): (string | undefined)[] {
  const body = bodyOf(table);
  return table.columns.map((_, i) => {
    const formulas = Array.from({ length: body.rows }, (_, r) =>
      book.formula(table.sheetId, body.row + r, body.column + i),
    );
    return formulas.every((f) => f !== "" && f === formulas[0]) ? formulas[0] : undefined;
  });
}

/** `values` may be left out (one blank row), one row, or a list of rows. */
function asRows(values: unknown, columns: number): unknown[][] {
  if (values === null || values === undefined) return [Array<unknown>(columns).fill(null)];
  if (!Array.isArray(values)) throw invalidArgument();
  const rows = (values as unknown[]).every(Array.isArray) ? (values as unknown[][]) : [values];
  if (rows.length === 0 || rows.some((row) => row.length !== columns)) throw invalidArgument();
  return rows;
}
