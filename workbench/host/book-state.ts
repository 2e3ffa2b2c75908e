import { Move, movedFormula } from "../books/moved-formula";
import { contains, overlaps, parseAddress, Rect } from "./address";
import { alreadyExists, invalidArgument, invalidOperation } from "./api-error";
import { Book, NameState, TableState, Validation } from "./book";
import { sameName } from "./host-object";
import { Shift, shifted } from "./shifted";

interface ValidatedCells {
  sheetId: string;
  rect: Rect;
  validation: Validation;
}

/** Only where it is: it has neither fields nor anything to show. */
export interface PivotTableState {
  name: string;
  sheetId: string;
  rect: Rect;
}

/** A rule of colors, as far as its formula. */
export interface ConditionalFormatState {
  id: string;
  sheetId: string;
  rect: Rect;
  type: string;
  formula: string;
}

/** What the host keeps of a workbook beside its cells. */
export class BookState {
  readonly tables: TableState[] = [];
  readonly names: NameState[] = [];
  readonly settings = new Map<string, unknown>();
  readonly protectedSheets = new Set<string>();
  /** Later ones lie over earlier ones. */
  validations: ValidatedCells[] = [];
  pivotTables: PivotTableState[] = [];
  conditionalFormats: ConditionalFormatState[] = [];
  /** By their ids. */
  readonly customXmlParts = new Map<string, string>();
  isStructureProtected = false;
  private merges: { sheetId: string; rect: Rect }[] = [];
  private nextTableId = 1;
  private nextColumnId = 1;

  constructor(readonly book: Book) {
    book.listen(({ type, sheetId, rect }) => {
      if (type === "changed") this.readHeaders(sheetId, rect);
    });
  }

  /** A copy of all that is kept, for `restore`. */
  snapshot() {
    const { tables, names, settings, protectedSheets, customXmlParts, merges } = this;
    const { validations, pivotTables, conditionalFormats, isStructureProtected } = this;
    const { nextTableId, nextColumnId } = this;
    return structuredClone({
      ...{ tables, names, settings, protectedSheets, customXmlParts, merges },
      ...{ validations, pivotTables, conditionalFormats, isStructureProtected },
      ...{ nextTableId, nextColumnId },
    });
  }

  restore(snapshot: ReturnType<BookState["snapshot"]>): void {
    const { tables, names, settings, protectedSheets, customXmlParts, ...others } =
      structuredClone(snapshot);
    this.tables.splice(0, Infinity, ...tables);
    this.names.splice(0, Infinity, ...names);
    refill(this.settings, settings);
    refill(this.customXmlParts, customXmlParts);
    this.protectedSheets.clear();
    protectedSheets.forEach((sheet) => this.protectedSheets.add(sheet));
    Object.assign(this, others);
  }

  tableAt(sheetId: string, rect: Rect): TableState | undefined {
    return this.tables.find((t) => t.sheetId === sheetId && contains(t.rect, rect));
  }

  tablesTouching(sheetId: string, rect: Rect): TableState[] {
    return this.tables.filter((t) => t.sheetId === sheetId && overlaps(t.rect, rect));
  }

  addTable(sheetId: string, rect: Rect): TableState {
    if (this.tablesTouching(sheetId, rect).length > 0) {
      throw invalidArgument("A table can't overlap another table.");
    }
    const id = String(this.nextTableId++);
    const table: TableState = {
      id,
      name: this.freeTableName(id),
      sheetId,
      rect: { ...rect },
      columns: [],
      style: "TableStyleMedium2",
      showHeaders: true,
      showTotals: false,
      showBandedRows: true,
      showBandedColumns: false,
      showFilterButton: true,
    };
    this.tables.push(table);
    this.nameColumns(table);
    this.book.tableChanged(table);
    return table;
  }

  removeTable(table: TableState): void {
    this.tables.splice(this.tables.indexOf(table), 1);
    this.book.tableRemoved(table);
  }

  renameTable(table: TableState, name: string): void {
    if (name === table.name) return;
    this.checkName(name);
    if (this.isTaken(name, table)) throw alreadyExists();
    this.book.tableRemoved(table);
    table.name = name;
    this.book.tableChanged(table);
  }

  moveTable(table: TableState, rect: Rect): void {
    const inTheWay = this.tablesTouching(table.sheetId, rect).some((other) => other !== table);
    if (inTheWay) throw invalidArgument("A table can't overlap another table.");
    table.rect = { ...rect };
    this.nameColumns(table);
    this.book.tableChanged(table);
  }

  addName(name: NameState): void {
    this.checkName(name.name);
    const taken = this.names.some(
      (other) => sameName(other.name, name.name) && other.sheetId === name.sheetId,
    );
    if (taken || this.tables.some((table) => sameName(table.name, name.name))) {
      throw alreadyExists();
    }
    this.names.push(name);
    this.book.nameChanged(name);
  }

  removeName(name: NameState): void {
    this.names.splice(this.names.indexOf(name), 1);
    this.book.nameRemoved(name);
  }

  validationAt(sheetId: string, rect: Rect): Validation | undefined {
    const found = this.validations.findLast((v) => v.sheetId === sheetId && overlaps(v.rect, rect));
    return found?.validation;
  }

  setValidation(sheetId: string, rect: Rect, validation: Validation | undefined): void {
    this.validations = this.validations.filter(
      (v) => v.sheetId !== sheetId || !contains(rect, v.rect),
    );
    const none = { rule: {}, ignoreBlanks: true };
    this.validations.push({ sheetId, rect, validation: validation ?? none });
    this.book.validationChanged(sheetId, rect, validation);
  }

  mergesTouching(sheetId: string, rect: Rect): Rect[] {
    const touching = this.merges.filter((m) => m.sheetId === sheetId && overlaps(m.rect, rect));
    return touching.map((merge) => merge.rect);
  }

  merge(sheetId: string, rect: Rect): void {
    this.unmerge(sheetId, rect);
    this.merges.push({ sheetId, rect });
  }

  unmerge(sheetId: string, rect: Rect): void {
    this.merges = this.merges.filter((m) => m.sheetId !== sheetId || !overlaps(m.rect, rect));
  }

  forgetSheet(sheetId: string): void {
    const own = this.book.sheets().find(({ id }) => id === sheetId)!.name;
    this.followCells((sheet, rect) => (sameName(sheet, own) ? undefined : { sheet, rect }));
    this.tables.filter((t) => t.sheetId === sheetId).forEach((t) => this.removeTable(t));
    this.names.filter((n) => n.sheetId === sheetId).forEach((n) => this.removeName(n));
    this.validations = this.validations.filter((v) => v.sheetId !== sheetId);
    this.merges = this.merges.filter((m) => m.sheetId !== sheetId);
    this.pivotTables = this.pivotTables.filter((p) => p.sheetId !== sheetId);
    this.conditionalFormats = this.conditionalFormats.filter((f) => f.sheetId !== sheetId);
    this.protectedSheets.delete(sheetId);
  }

  /** Cells move; so do the tables and rules that stand on them, or the move is refused. */
  insertCells(sheetId: string, rect: Rect, shift: "down" | "right", grown?: TableState): void {
    const moving = this.movedBy(sheetId, rect, shift, grown);
    this.book.insertCells(sheetId, rect, shift);
    this.shift(moving, sheetId, rect, shift, shift === "down" ? rect.rows : rect.columns);
    this.moveNames(sheetId, rect, shift);
  }

  deleteCells(sheetId: string, rect: Rect, shift: "up" | "left", shrunk?: TableState): void {
    const moving = this.movedBy(sheetId, rect, shift === "up" ? "down" : "right", shrunk);
    this.book.deleteCells(sheetId, rect, shift);
    const way = shift === "up" ? "down" : "right";
    this.shift(moving, sheetId, rect, way, shift === "up" ? -rect.rows : -rect.columns);
    this.moveNames(sheetId, rect, shift);
  }

  /** A name follows its cells. */
  sheetRenamed(before: string, after: string): void {
    this.followCells((sheet, rect) => ({ sheet: sameName(sheet, before) ? after : sheet, rect }));
  }

  private moveNames(sheetId: string, at: Rect, shift: Shift): void {
    const own = this.book.sheets().find(({ id }) => id === sheetId)!.name;
    this.followCells((sheet, rect) => {
      const now = sameName(sheet, own) ? shifted(rect, at, shift) : rect;
      return { sheet, rect: now };
    });
  }

  private followCells(move: Move): void {
    for (const name of this.names) {
      const formula = movedFormula(name.formula, "", move);
      if (formula === name.formula) continue;
      name.formula = formula;
      this.book.nameChanged(name);
    }
  }

  private movedBy(
    sheetId: string,
    rect: Rect,
    shift: "down" | "right",
    own?: TableState,
  ): TableState[] {
    const path: Rect =
      shift === "down" ? { ...rect, rows: Infinity } : { ...rect, columns: Infinity };
    const touched = this.tablesTouching(sheetId, path).filter((table) => table !== own);
    const isWhole = (table: TableState) => contains(path, table.rect);
    if (!touched.every(isWhole)) {
      throw invalidOperation("This operation is not allowed. It would move cells of a table.");
    }
    return touched;
  }

  private shift(
    tables: TableState[],
    sheetId: string,
    from: Rect,
    way: "down" | "right",
    by: number,
  ): void {
    const moved = (rect: Rect): Rect =>
      way === "down" ? { ...rect, row: rect.row + by } : { ...rect, column: rect.column + by };
    for (const table of tables) {
      table.rect = moved(table.rect);
      this.book.tableChanged(table);
    }
    const path: Rect =
      way === "down" ? { ...from, rows: Infinity } : { ...from, columns: Infinity };
    for (const one of [...this.validations, ...this.merges, ...this.pivotTables]) {
      if (one.sheetId === sheetId && contains(path, one.rect)) one.rect = moved(one.rect);
    }
  }

  /** Whoever writes into a header cell renames the column. */
  private readHeaders(sheetId: string, rect: Rect): void {
    for (const table of this.tablesTouching(sheetId, rect)) {
      const header = { ...table.rect, rows: 1 };
      if (!table.showHeaders || !overlaps(header, rect)) continue;
      if (this.nameColumns(table)) this.book.tableChanged(table);
    }
  }

  /** Column names are text, not empty and unique; Excel corrects the cells where they are not. */
  private nameColumns(table: TableState): boolean {
    const { row, column, columns } = table.rect;
    const before = table.columns.map(({ name }) => name);
    const names: string[] = [];
    for (let i = 0; i < columns; i++) {
      const value = this.book.value(table.sheetId, row, column + i);
      const name = uniqueName(String(value), names, i);
      names.push(name);
      if (value !== name) {
        this.book.write(table.sheetId, row, column + i, [[{ value: name, isText: true }]]);
      }
    }
    table.columns = names.map((name, i) => ({
      id: table.columns.find((known) => known.name === name)?.id ?? this.idAt(table, i, names),
      name,
    }));
    return before.join("\n") !== names.join("\n");
  }

  /** A renamed column keeps its id; a new one gets the next. */
  private idAt(table: TableState, index: number, names: string[]): number {
    const known = table.columns[index];
    return known && !names.includes(known.name) ? known.id : this.nextColumnId++;
  }

  private freeTableName(id: string): string {
    let number = Number(id);
    while (this.isTaken(`Table${number}`)) number++;
    return `Table${number}`;
  }

  private isTaken(name: string, except?: TableState): boolean {
    return (
      this.tables.some((table) => table !== except && sameName(table.name, name)) ||
      this.names.some((other) => sameName(other.name, name))
    );
  }

  private checkName(name: string): void {
    const isName = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
    if (!isName || parseAddress(name) || /^r?\d*c?\d*$/i.test(name)) throw invalidArgument();
  }
}

function refill<K, V>(map: Map<K, V>, from: ReadonlyMap<K, V>): void {
  map.clear();
  from.forEach((value, key) => map.set(key, value));
}

function uniqueName(text: string, taken: string[], index: number): string {
  const isTaken = (name: string) => taken.some((other) => sameName(other, name));
  const base = text === "" ? "Column" : text;
  let number = text === "" ? index + 1 : 1;
  let name = text === "" ? `${base}${number}` : base;
  while (isTaken(name)) name = `${base}${++number}`;
  return name;
}
