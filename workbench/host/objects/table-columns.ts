import { Rect } from "../address";
import { invalidArgument, invalidOperation, notFound } from "../api-error";
import { TableState } from "../book";
import { HostCollection, HostObject, sameName } from "../host-object";
import { Range } from "./range";
import { bodyOf } from "./table";
import { WorkbookContext } from "./workbook-context";

export class TableColumn extends HostObject {
  static override readonly scalars = ["Id", "Index", "Name", "Values"];

  constructor(
    private readonly context: WorkbookContext,
    private readonly table: TableState,
    private readonly id: number,
  ) {
    super();
  }

  override key(): string {
    return String(this.id);
  }

  get Id(): number {
    return this.id;
  }

  get Index(): number {
    const index = this.table.columns.findIndex(({ id }) => id === this.id);
    if (index < 0) throw notFound();
    return index;
  }

  get Name(): string {
    return this.table.columns[this.Index]!.name;
  }

  /** The name of a column is what its header cell says. */
  set Name(name: string) {
    const { columns } = this.table;
    if (columns.some((other) => other.id !== this.id && sameName(other.name, name))) {
      throw invalidArgument();
    }
    const { sheetId, rect } = this.table;
    const cell = { value: name, isText: true };
    this.context.book.write(sheetId, rect.row, rect.column + this.Index, [[cell]]);
  }

  get Values() {
    return this.GetRange().Values;
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
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

  Delete(): void {
    const { state } = this.context;
    const { sheetId, rect, columns } = this.table;
    if (columns.length === 1) throw invalidOperation("A table needs a column.");
    const cells: Rect = { ...rect, column: rect.column + this.Index, columns: 1 };
    state.deleteCells(sheetId, cells, "left", this.table);
    state.moveTable(this.table, { ...rect, columns: rect.columns - 1 });
  }

  private range(rect: Rect): Range {
    const column = rect.column + this.Index;
    return new Range(this.context, this.table.sheetId, { ...rect, column, columns: 1 });
  }
}

export class TableColumns extends HostCollection<TableColumn> {
  constructor(
    private readonly context: WorkbookContext,
    private readonly table: TableState,
  ) {
    super();
  }

  members(): TableColumn[] {
    return this.table.columns.map(({ id }) => new TableColumn(this.context, this.table, id));
  }

  /** A number is an id, text a name; an id may come as text too. */
  find(key: unknown): TableColumn | null {
    const { columns } = this.table;
    const found =
      columns.find(({ name }) => typeof key === "string" && sameName(name, key)) ??
      columns.find(({ id }) => String(id) === String(key));
    return found ? new TableColumn(this.context, this.table, found.id) : null;
  }

  /** Pushes what stands to the right of the table aside. Values begin with the header. */
  Add(index?: unknown, values?: unknown, name?: unknown): TableColumn {
    const { state, book } = this.context;
    const { sheetId, rect } = this.table;
    const at = typeof index === "number" && index >= 0 ? index : rect.columns;
    if (at > rect.columns) throw invalidArgument();
    const cells: Rect = { ...rect, column: rect.column + at, columns: 1 };
    state.insertCells(sheetId, cells, "right", this.table);
    if (typeof name === "string") {
      book.write(sheetId, rect.row, cells.column, [[{ value: name, isText: true }]]);
    }
    state.moveTable(this.table, { ...rect, columns: rect.columns + 1 });
    const column = this.GetItemAt(at);
    if (Array.isArray(values)) {
      const isBody = values.length === rect.rows - 1;
      (isBody ? column.GetDataBodyRange() : column.GetRange()).Values = values;
      if (typeof name === "string") column.Name = name;
    }
    return column;
  }
}
