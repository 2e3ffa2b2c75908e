import { parseAddress, sheetColumns, sheetRows } from "../address";
import {
  accessDenied,
  alreadyExists,
  invalidArgument,
  invalidOperation,
  notFound,
} from "../api-error";
import { SheetInfo, Visibility } from "../book";
import { HostCollection, HostObject, sameName } from "../host-object";
import { wholeWorkbook } from "../subscriptions";
import { Names } from "./names";
import { PivotTables } from "./pivot-tables";
import { Range } from "./range";
import { Tables } from "./tables";
import { WorkbookContext } from "./workbook-context";

export class Worksheet extends HostObject {
  static override readonly scalars = ["Id", "Name", "Position", "Visibility"];

  constructor(
    private readonly context: WorkbookContext,
    private readonly id: string,
  ) {
    super();
  }

  override key(): string {
    return this.id;
  }

  get Id(): string {
    return this.id;
  }

  get Name(): string {
    return this.info().name;
  }

  set Name(name: string) {
    refuseStructure(this.context);
    if (!sameName(name, this.Name)) checkSheetName(name, this.context.book.sheets());
    const before = this.Name;
    this.context.book.renameSheet(this.id, name);
    this.context.state.sheetRenamed(before, name);
  }

  get Position(): number {
    return this.context.book.sheets().findIndex(({ id }) => id === this.id);
  }

  get Visibility(): Visibility {
    return this.info().visibility;
  }

  set Visibility(visibility: Visibility) {
    refuseStructure(this.context);
    if (visibility !== "Visible") this.refuseLastVisible();
    this.context.book.setVisibility(this.id, visibility);
  }

  get Tables(): Tables {
    return new Tables(this.context, this.id);
  }

  get PivotTables(): PivotTables {
    return new PivotTables(this.context, this.id);
  }

  get Names(): Names {
    return new Names(this.context, this.id);
  }

  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this.context, this.id);
  }

  Activate(): void {
    this.info();
    this.context.book.activateSheet(this.id);
  }

  Delete(): void {
    refuseStructure(this.context);
    this.refuseLastVisible();
    if (this.Visibility === "VeryHidden") throw invalidOperation("The sheet is very hidden.");
    this.context.state.forgetSheet(this.id);
    this.context.book.removeSheet(this.id);
  }

  GetRange(address?: unknown): Range {
    if (address === null || address === undefined) {
      return this.range(0, 0, sheetRows, sheetColumns);
    }
    const rect = parseAddress(String(address));
    if (rect) {
      if (rect.sheet && !sameName(rect.sheet, this.Name)) throw invalidArgument();
      return this.range(rect.row, rect.column, rect.rows, rect.columns);
    }
    const own = this.Names.find(address) ?? new Names(this.context, undefined).find(address);
    if (own) return own.GetRange();
    const table = this.context.state.tables.find(({ name }) => sameName(name, address));
    if (!table) throw invalidArgument();
    const { row, rows } = table.rect;
    return new Range(this.context, table.sheetId, { ...table.rect, row: row + 1, rows: rows - 1 });
  }

  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return this.range(row, column, rows, columns);
  }

  GetCell(row: number, column: number): Range {
    return this.range(row, column, 1, 1);
  }

  GetUsedRange(valuesOnly = false): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }

  GetUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const used = this.context.book.usedRect(this.id, valuesOnly);
    return used ? new Range(this.context, this.id, used) : null;
  }

  _RegisterDataChangedEvent(): void {
    this.context.events.add("changed", this.id);
  }

  _UnregisterDataChangedEvent(): void {
    this.context.events.remove("changed", this.id);
  }

  _RegisterSelectionChangedEvent(): void {
    this.context.events.add("selected", this.id);
  }

  _UnregisterSelectionChangedEvent(): void {
    this.context.events.remove("selected", this.id);
  }

  _RegisterActivatedEvent(): void {
    this.context.events.add("activated", this.id);
  }

  _UnregisterActivatedEvent(): void {
    this.context.events.remove("activated", this.id);
  }

  private range(row: number, column: number, rows: number, columns: number): Range {
    this.info();
    return new Range(this.context, this.id, { row, column, rows, columns });
  }

  private info(): SheetInfo {
    const found = this.context.book.sheets().find(({ id }) => id === this.id);
    if (!found) throw notFound();
    return found;
  }

  private refuseLastVisible(): void {
    const others = this.context.book.sheets().filter(({ id }) => id !== this.id);
    if (others.some(({ visibility }) => visibility === "Visible")) return;
    throw invalidOperation("A workbook must contain at least one visible worksheet.");
  }
}

class WorksheetProtection extends HostObject {
  static override readonly scalars = ["Protected"];

  constructor(
    private readonly context: WorkbookContext,
    private readonly sheetId: string,
  ) {
    super();
  }

  get Protected(): boolean {
    return this.context.state.protectedSheets.has(this.sheetId);
  }

  Protect(): void {
    if (this.Protected) throw invalidOperation("The sheet is already protected.");
    this.context.state.protectedSheets.add(this.sheetId);
  }

  Unprotect(): void {
    this.context.state.protectedSheets.delete(this.sheetId);
  }
}

export class Worksheets extends HostCollection<Worksheet> {
  constructor(private readonly context: WorkbookContext) {
    super();
  }

  members(): Worksheet[] {
    return this.context.book.sheets().map(({ id }) => new Worksheet(this.context, id));
  }

  find(key: unknown): Worksheet | null {
    const sheets = this.context.book.sheets();
    const found = sheets.find(({ id, name }) => id === key || sameName(name, key));
    return found ? new Worksheet(this.context, found.id) : null;
  }

  GetActiveWorksheet(): Worksheet {
    return new Worksheet(this.context, this.context.book.activeSheetId());
  }

  GetFirst(): Worksheet {
    return this.members()[0]!;
  }

  GetLast(): Worksheet {
    return this.members().at(-1)!;
  }

  Add(name?: unknown): Worksheet {
    refuseStructure(this.context);
    const { book } = this.context;
    if (name !== null && name !== undefined) checkSheetName(String(name), book.sheets());
    const chosen = name === null || name === undefined ? freeSheetName(book.sheets()) : name;
    return new Worksheet(this.context, book.addSheet(String(chosen)));
  }

  _RegisterDataChangedEvent(): void {
    this.context.events.add("changed", wholeWorkbook);
  }

  _UnregisterDataChangedEvent(): void {
    this.context.events.remove("changed", wholeWorkbook);
  }

  _RegisterSelectionChangedEvent(): void {
    this.context.events.add("selected", wholeWorkbook);
  }

  _UnregisterSelectionChangedEvent(): void {
    this.context.events.remove("selected", wholeWorkbook);
  }

  _RegisterActivatedEvent(): void {
    this.context.events.add("activated", wholeWorkbook);
  }

  _UnregisterActivatedEvent(): void {
    this.context.events.remove("activated", wholeWorkbook);
  }
}

function refuseStructure({ state }: WorkbookContext): void {
  if (state.isStructureProtected) throw accessDenied();
}

function checkSheetName(name: string, sheets: readonly SheetInfo[]): void {
  if (name === "" || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name)) throw invalidArgument();
  if (sheets.some((sheet) => sameName(sheet.name, name))) {
    throw alreadyExists();
  }
}

function freeSheetName(sheets: readonly SheetInfo[]): string {
  let number = sheets.length + 1;
  while (sheets.some((sheet) => sameName(sheet.name, `Sheet${number}`))) number++;
  return `Sheet${number}`;
}
