import { contains, overlaps, parseAddress, Rect } from "../address";
import { invalidArgument, notFound } from "../api-error";
import { TableState } from "../book";
import { HostCollection, sameName } from "../host-object";
import { Range } from "./range";
import { Table } from "./table";
import { WorkbookContext } from "./workbook-context";

abstract class TableList extends HostCollection<Table> {
  protected abstract states(): TableState[];

  constructor(protected readonly context: WorkbookContext) {
    super();
  }

  members(): Table[] {
    return this.states().map((state) => new Table(this.context, state));
  }

  find(key: unknown): Table | null {
    const found = this.states().find(({ id, name }) => id === String(key) || sameName(name, key));
    return found ? new Table(this.context, found) : null;
  }
}

/** The tables of the workbook, or of one sheet. */
export class Tables extends TableList {
  constructor(
    context: WorkbookContext,
    private readonly sheetId?: string,
  ) {
    super(context);
  }

  protected states(): TableState[] {
    const { tables } = this.context.state;
    return tables.filter(({ sheetId }) => this.sheetId === undefined || sheetId === this.sheetId);
  }

  Add(address: unknown, hasHeaders: unknown): Table {
    const range = address instanceof Range ? address : this.rangeAt(String(address));
    range.refuseProtected();
    const { state } = this.context;
    const rect: Rect = { ...range.rect };
    if (state.tablesTouching(range.sheetId, rect).length > 0) {
      throw invalidArgument("A table can't overlap another table.");
    }
    if (!hasHeaders) {
      state.insertCells(range.sheetId, { ...rect, rows: 1 }, "down");
      rect.rows++;
    }
    if (rect.rows === 1) rect.rows = 2; // a table has a row, though it may be blank
    return new Table(this.context, state.addTable(range.sheetId, rect));
  }

  private rangeAt(address: string): Range {
    const rect = parseAddress(address);
    if (!rect) throw invalidArgument();
    const { book } = this.context;
    const named = book.sheets().find(({ name }) => rect.sheet && sameName(name, rect.sheet));
    if (rect.sheet && !named) throw notFound();
    return new Range(this.context, named?.id ?? this.sheetId ?? book.activeSheetId(), rect);
  }
}

/** The tables that a range touches, or holds whole: `range.getTables()`. */
export class RangeTables extends TableList {
  constructor(
    private readonly range: Range,
    private readonly fullyContained: boolean,
  ) {
    super(range.context);
  }

  protected states(): TableState[] {
    const { sheetId, rect } = this.range;
    const isMeant = this.fullyContained ? contains : overlaps;
    return this.context.state.tables.filter(
      (table) => table.sheetId === sheetId && isMeant(rect, table.rect),
    );
  }

  GetFirst(): Table {
    return this.GetItemAt(0);
  }
}
