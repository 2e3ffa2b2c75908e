import { overlaps, parseAddress, Rect } from "../address";
import { invalidArgument } from "../api-error";
import { PivotTableState } from "../book-state";
import { HostCollection, HostObject, sameName } from "../host-object";
import { Range } from "./range";
import { WorkbookContext } from "./workbook-context";

/** What a PivotTable without any fields takes of a sheet. */
const empty = { rows: 18, columns: 3 };

/** A PivotTable, as far as it stands in the way of others: it shows nothing here. */
class PivotTable extends HostObject {
  static override readonly scalars = ["Name"];

  constructor(private readonly state: PivotTableState) {
    super();
  }

  override key(): string {
    return this.state.name;
  }

  get Name(): string {
    return this.state.name;
  }
}

/** The PivotTables of a sheet, or those that a part of it touches. */
export class PivotTables extends HostCollection<PivotTable> {
  constructor(
    private readonly context: WorkbookContext,
    private readonly sheetId: string,
    private readonly within?: Rect,
  ) {
    super();
  }

  members(): PivotTable[] {
    const { within, sheetId } = this;
    return this.context.state.pivotTables
      .filter((state) => state.sheetId === sheetId && (!within || overlaps(within, state.rect)))
      .map((state) => new PivotTable(state));
  }

  find(key: unknown): PivotTable | null {
    return this.members().find(({ Name }) => sameName(Name, key)) ?? null;
  }

  Add(name: unknown, _source: unknown, destination: unknown): PivotTable {
    const place = destination instanceof Range ? destination.rect : parseAddress(`${destination}`);
    if (!place) throw invalidArgument();
    const rect = { row: place.row, column: place.column, ...empty };
    const state = { name: String(name), sheetId: this.sheetId, rect };
    this.context.state.pivotTables.push(state);
    return new PivotTable(state);
  }
}
