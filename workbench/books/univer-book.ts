import type { FWorksheet } from "@univerjs/sheets/facade";
import { contains, formatAddress, quoteSheet, Rect } from "../host/address";
import {
  Book,
  BookEvent,
  NameState,
  SheetInfo,
  TableState,
  Validation,
  Visibility,
} from "../host/book";
import { Outcome } from "../host/cell-value";
import { Invocation } from "../host/custom-functions";
import { FunctionsFile } from "../host/function-metadata";
import { Calculation } from "./calculation";
import { asKept } from "./formula-text";
import { BlankCell } from "./grid-arguments";
import { GridFunctions } from "./grid-functions";
import { tableReference } from "./structured-references";
import { sheetSize, UniverCells, unitId } from "./univer-cells";
import { cellsIn, EnteredCells, eventOf, rangeOf, rectOf } from "./univer-events";
import type { UniverKit } from "./univer-kit";

/** What the grid in the browser shows beside cells; under Node there is nothing to show. */
export interface GridDisplay {
  tableChanged(table: TableState): Promise<unknown>;
  tableRemoved(table: TableState): Promise<unknown>;
  validationChanged(sheetId: string, rect: Rect, validation: Validation | undefined): void;
}

export interface UniverBookOptions {
  blankCell?: BlankCell;
  display?: GridDisplay;
}

/** A workbook in Univer: with its grid in the workbench, and with its engine alone under Node. */
export class UniverBook extends UniverCells implements Book {
  readonly calculation: Calculation;
  private functions: GridFunctions | undefined;
  private tables: TableState[] = [];
  private readonly listeners: ((event: BookEvent) => void)[] = [];
  private readonly veryHidden = new Set<string>();
  /** While set, what happens in the grid is not something that happened to the workbook. */
  private quiet = false;

  constructor(
    kit: UniverKit,
    private readonly options: UniverBookOptions = {},
  ) {
    super(kit, "Book1.xlsx");
    this.calculation = new Calculation(kit, unitId);
    this.commands.beforeCommandExecuted(({ id, params }) => {
      if (id === "sheet.command.set-range-values") this.keepFormulas(params as EnteredCells);
    });
    this.commands.onCommandExecuted((command, executed) => {
      if (this.quiet) return;
      const event = eventOf(command, executed, this.selection().rect);
      if (event?.type === "changed") this.forgetMessages(event);
      if (event) this.listeners.forEach((listener) => listener(event));
    });
  }

  /** The add-in's functions, calculated by its own runtime. */
  useFunctions(
    metadata: FunctionsFile,
    invoke: (invocation: Invocation) => Promise<Outcome>,
  ): void {
    this.functions = new GridFunctions(this.kit, this.calculation, {
      metadata,
      invoke,
      blankCell: this.options.blankCell ?? 0,
      addressOf: ({ sheetId, row, column }) => {
        const name = this.sheets().find(({ id }) => id === sheetId)?.name ?? "";
        return `${quoteSheet(name)}!${formatAddress({ row, column, rows: 1, columns: 1 })}`;
      },
    });
  }

  /** Resolves when nothing is calculated any more and no function is waited for. */
  idle(): Promise<void> {
    return this.functions?.idle() ?? this.calculation.settled();
  }

  /** What Excel's error card would say about a cell. */
  messageAt(sheetId: string, row: number, column: number): string | undefined {
    const value = this.value(sheetId, row, column);
    return this.functions?.messageAt({ sheetId, row, column }, String(value));
  }

  private forgetMessages({ sheetId, rect }: BookEvent): void {
    this.functions?.forgetMessages(
      (place) => place.sheetId === sheetId && contains(rect, { ...place, rows: 1, columns: 1 }),
    );
  }

  sheets(): readonly SheetInfo[] {
    return this.workbook.getSheets().map((sheet) => ({
      id: sheet.getSheetId(),
      name: sheet.getSheetName(),
      visibility: this.visibilityOf(sheet),
    }));
  }

  activeSheetId(): string {
    return this.workbook.getActiveSheet().getSheetId();
  }

  activateSheet(sheetId: string): void {
    if (sheetId !== this.activeSheetId()) this.workbook.setActiveSheet(sheetId);
  }

  addSheet(name: string): string {
    return this.onSheet(this.activeSheetId(), () =>
      this.workbook.insertSheet(name, { sheet: sheetSize }).getSheetId(),
    );
  }

  removeSheet(sheetId: string): void {
    this.workbook.deleteSheet(sheetId);
  }

  renameSheet(sheetId: string, name: string): void {
    this.sheet(sheetId).setName(name);
  }

  setVisibility(sheetId: string, visibility: Visibility): void {
    this.veryHidden.delete(sheetId);
    if (visibility === "VeryHidden") this.veryHidden.add(sheetId);
    const sheet = this.sheet(sheetId);
    if (visibility === "Visible") sheet.showSheet();
    else if (!sheet.isSheetHidden()) sheet.hideSheet();
  }

  insertCells(sheetId: string, rect: Rect, shift: "down" | "right"): void {
    const used = this.usedRect(sheetId, false);
    if (!used) return;
    const grown =
      shift === "down"
        ? { ...rect, rows: rect.rows + used.row + used.rows }
        : { ...rect, columns: rect.columns + used.column + used.columns };
    this.ensureSize(sheetId, grown);
    this.moveCells(sheetId, `sheet.command.insert-range-move-${shift}`, rect);
  }

  deleteCells(sheetId: string, rect: Rect, shift: "up" | "left"): void {
    this.moveCells(sheetId, `sheet.command.delete-range-move-${shift}`, rect);
  }

  selection(): { sheetId: string; rect: Rect } {
    const range = this.workbook.getActiveRange()?.getRange();
    const sheetId = this.activeSheetId();
    return { sheetId, rect: range ? rectOf(range) : { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  select(sheetId: string, rect: Rect): void {
    this.activateSheet(sheetId);
    this.workbook.setActiveRange(this.range(sheetId, rect));
  }

  tableChanged(table: TableState): void {
    if (!this.tables.includes(table)) this.tables.push(table);
    this.tellEngine(table);
    // the grid tells the engine of its tables too, a moment later and in its own way
    const { name } = table;
    void this.options.display?.tableChanged(table).then(() => {
      if (this.tables.includes(table) && table.name === name) this.tellEngine(table);
    });
  }

  tableRemoved(table: TableState): void {
    this.tables = this.tables.filter((other) => other !== table);
    const params = { unitId, tableName: table.name };
    this.commands.syncExecuteCommand("formula.mutation.remove-super-table", params);
    void this.options.display?.tableRemoved(table);
  }

  private tellEngine(table: TableState): void {
    const params = { unitId, tableName: table.name, reference: tableReference(table) };
    this.commands.syncExecuteCommand("formula.mutation.set-super-table", params);
  }

  nameChanged({ name, formula, sheetId }: NameState): void {
    this.workbook.deleteDefinedName(name);
    const builder = this.workbook
      .newDefinedNameBuilder()
      .setName(name)
      .setRef(formula.replace(/^=/, ""));
    const scoped = sheetId
      ? builder.setScopeToWorksheet(this.sheet(sheetId))
      : builder.setScopeToWorkbook();
    this.workbook.insertDefinedNameBuilder(scoped.build());
  }

  nameRemoved({ name }: NameState): void {
    this.workbook.deleteDefinedName(name);
  }

  validationChanged(sheetId: string, rect: Rect, validation: Validation | undefined): void {
    this.options.display?.validationChanged(sheetId, rect, validation);
  }

  calculate(): void {
    this.calculation.recalculateAll();
  }

  settle(): Promise<void> {
    return this.calculation.settled();
  }

  listen(listener: (event: BookEvent) => void): void {
    this.listeners.push(listener);
  }

  close(): void {
    this.kit.dispose();
  }

  /** What a person types is kept as Excel would keep it; what the add-in writes already is. */
  private keepFormulas({ subUnitId = this.activeSheetId(), range, value }: EnteredCells): void {
    const names = new Map(this.sheets().map(({ name }) => [name.toLowerCase(), name]));
    const here =
      range && rectOf({ ...range, endRow: range.startRow, endColumn: range.startColumn });
    const table = this.tables.find(
      ({ sheetId, rect }) => here && sheetId === subUnitId && contains(rect, here),
    );
    for (const cell of cellsIn(value)) {
      if (typeof cell.f !== "string") continue;
      cell.f = asKept(cell.f, (name) => names.get(name.toLowerCase()), table?.name);
    }
  }

  private visibilityOf(sheet: FWorksheet): Visibility {
    if (!sheet.isSheetHidden()) return "Visible";
    return this.veryHidden.has(sheet.getSheetId()) ? "VeryHidden" : "Hidden";
  }

  /** Univer moves cells of the active sheet only, and selects them; afterwards all is as before. */
  private moveCells(sheetId: string, command: string, rect: Rect): void {
    const before = this.selection();
    this.onSheet(before.sheetId, () => {
      if (sheetId !== before.sheetId) this.workbook.setActiveSheet(sheetId);
      // an async handler in which nothing is waited for: it has run when this returns
      void this.commands.executeCommand(command, { range: rangeOf(rect) });
      if (sheetId === before.sheetId) {
        this.workbook.setActiveRange(this.range(sheetId, before.rect));
      }
    });
    this.listeners.forEach((listener) => listener({ type: "changed", sheetId, rect }));
  }

  private onSheet<T>(backTo: string, act: () => T): T {
    this.quiet = true;
    try {
      return act();
    } finally {
      this.activateSheet(backTo);
      this.quiet = false;
    }
  }
}
