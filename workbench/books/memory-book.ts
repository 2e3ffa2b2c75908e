import { aroundAll, contains, Rect, sheetColumns, sheetRows } from "../host/address";
import { notFound } from "../host/api-error";
import { Shift, shifted } from "../host/shifted";
import { Book, BookEvent, CellFormat, CellInput, SheetInfo, Visibility } from "../host/book";
import { CellValue } from "../host/cell-value";
import { Move, movedFormula } from "./moved-formula";

interface Cell {
  value: CellValue;
  formula?: string;
  format: CellFormat;
  /** Where a spilled cell's formula stands. */
  anchor?: Rect;
}

interface Sheet extends SheetInfo {
  cells: Map<string, Cell>;
  widths: Map<number, number>;
}

export interface MemoryBookOptions {
  name?: string;
  /** What formulas come to; a block spills. Without it every formula shows 0. */
  calculate?: (formula: string) => CellValue | CellValue[][];
}

const standardWidth = 48;

/**
 * A workbook in memory, for tests of what an add-in does through Excel's object model. It keeps
 * formulas and does not calculate them; the Univer books do.
 */
export class MemoryBook implements Book {
  readonly name: string;
  private readonly list: Sheet[] = [];
  private readonly listeners: ((event: BookEvent) => void)[] = [];
  private readonly calculateFormula: NonNullable<MemoryBookOptions["calculate"]>;
  private nextSheetId = 1;
  private active: string;
  private selected: { sheetId: string; rect: Rect };

  constructor({ name = "Book1.xlsx", calculate = () => 0 }: MemoryBookOptions = {}) {
    this.name = name;
    this.calculateFormula = calculate;
    this.active = this.addSheet("Sheet1");
    const rect = { row: 0, column: 0, rows: 1, columns: 1 };
    this.selected = { sheetId: this.active, rect };
  }

  /** A copy of all that the book holds, for `restore`. */
  snapshot() {
    const { list, nextSheetId, active, selected } = this;
    return structuredClone({ list, nextSheetId, active, selected });
  }

  restore(snapshot: ReturnType<MemoryBook["snapshot"]>): void {
    const { list, ...others } = structuredClone(snapshot);
    this.list.splice(0, Infinity, ...list);
    Object.assign(this, others);
  }

  sheets(): readonly SheetInfo[] {
    return this.list;
  }

  activeSheetId(): string {
    return this.active;
  }

  activateSheet(sheetId: string): void {
    this.active = sheetId;
    this.tell("activated", sheetId, this.selected.rect);
  }

  addSheet(name: string): string {
    const id = `{0000000${this.nextSheetId++}}`;
    this.list.push({ id, name, visibility: "Visible", cells: new Map(), widths: new Map() });
    return id;
  }

  removeSheet(sheetId: string): void {
    const { name } = this.sheet(sheetId);
    this.list.splice(this.list.indexOf(this.sheet(sheetId)), 1);
    if (this.active === sheetId) this.active = this.list[0]!.id;
    if (this.selected.sheetId === sheetId) this.selected.sheetId = this.active;
    this.followCells((sheet, rect) => (sheet === name ? undefined : { sheet, rect }));
  }

  renameSheet(sheetId: string, name: string): void {
    const before = this.sheet(sheetId).name;
    this.sheet(sheetId).name = name;
    this.followCells((sheet, rect) => ({ sheet: sheet === before ? name : sheet, rect }));
  }

  setVisibility(sheetId: string, visibility: Visibility): void {
    this.sheet(sheetId).visibility = visibility;
  }

  value(sheetId: string, row: number, column: number): CellValue {
    return this.cell(sheetId, row, column)?.value ?? "";
  }

  formula(sheetId: string, row: number, column: number): string {
    return this.cell(sheetId, row, column)?.formula ?? "";
  }

  write(sheetId: string, row: number, column: number, cells: (CellInput | undefined)[][]): void {
    cells.forEach((line, r) =>
      line.forEach((input, c) => input && this.enter(sheetId, row + r, column + c, input)),
    );
    const rect = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
    this.tell("changed", sheetId, rect);
  }

  clear(sheetId: string, rect: Rect, what: "contents" | "formats"): void {
    this.within(sheetId, rect).forEach(([row, column, cell]) => {
      if (what === "formats") cell.format = {};
      else this.empty(sheetId, row, column);
    });
    if (what === "contents") this.tell("changed", sheetId, rect);
  }

  accepts(formula: string): boolean {
    const bare = formula.replace(/"[^"]*"/g, "");
    return (
      !bare.includes('"') && (bare.match(/\(/g) ?? []).length === (bare.match(/\)/g) ?? []).length
    );
  }

  spillAt(sheetId: string, row: number, column: number): Rect | undefined {
    return this.cell(sheetId, row, column)?.anchor;
  }

  usedRect(sheetId: string, valuesOnly: boolean): Rect | undefined {
    const used = this.within(sheetId).filter(
      ([, , cell]) =>
        cell.value !== "" || cell.formula || (!valuesOnly && Object.keys(cell.format).length > 0),
    );
    return aroundAll(used.map(([row, column]) => ({ row, column, rows: 1, columns: 1 })));
  }

  format(sheetId: string, row: number, column: number): CellFormat {
    return this.cell(sheetId, row, column)?.format ?? {};
  }

  setFormat(sheetId: string, rect: Rect, change: CellFormat): void {
    for (let r = rect.row; r < rect.row + rect.rows; r++) {
      for (let c = rect.column; c < rect.column + rect.columns; c++) {
        const cell = this.make(sheetId, r, c);
        cell.format = { ...cell.format, ...change };
      }
    }
  }

  columnWidth(sheetId: string, column: number): number {
    return this.sheet(sheetId).widths.get(column) ?? standardWidth;
  }

  setColumnWidth(sheetId: string, column: number, points: number): void {
    this.sheet(sheetId).widths.set(column, points);
  }

  insertCells(sheetId: string, rect: Rect, shift: "down" | "right"): void {
    const by = shift === "down" ? rect.rows : rect.columns;
    this.move(sheetId, this.path(rect, shift), shift, by);
    this.followShift(sheetId, rect, shift);
    this.tell("changed", sheetId, rect);
  }

  deleteCells(sheetId: string, rect: Rect, shift: "up" | "left"): void {
    const way = shift === "up" ? "down" : "right";
    this.within(sheetId, rect).forEach(([r, c]) => this.sheet(sheetId).cells.delete(keyOf(r, c)));
    this.move(sheetId, this.path(rect, way), way, shift === "up" ? -rect.rows : -rect.columns);
    this.followShift(sheetId, rect, shift);
    this.tell("changed", sheetId, rect);
  }

  selection(): { sheetId: string; rect: Rect } {
    return this.selected;
  }

  select(sheetId: string, rect: Rect): void {
    const isOther = sheetId !== this.active;
    this.active = sheetId;
    this.selected = { sheetId, rect: { ...rect } };
    if (isOther) this.tell("activated", sheetId, rect);
    this.tell("selected", sheetId, rect);
  }

  // There is no grid to show these in.
  tableChanged(): void {}
  tableRemoved(): void {}
  nameChanged(): void {}
  nameRemoved(): void {}
  validationChanged(): void {}
  useFunctions(): void {}
  calculate(): void {}
  close(): void {}

  settle(): Promise<void> {
    return Promise.resolve();
  }

  listen(listener: (event: BookEvent) => void): void {
    this.listeners.push(listener);
  }

  private tell(type: BookEvent["type"], sheetId: string, rect: Rect): void {
    this.listeners.forEach((listener) => listener({ type, sheetId, rect: { ...rect } }));
  }

  private enter(sheetId: string, row: number, column: number, input: CellInput): void {
    this.empty(sheetId, row, column);
    const cell = this.make(sheetId, row, column);
    if ("value" in input) {
      cell.value = input.value;
      return;
    }
    cell.formula = input.formula;
    const result = this.calculateFormula(input.formula);
    if (!Array.isArray(result)) {
      cell.value = result;
      return;
    }
    const anchor = { row, column, rows: result.length, columns: result[0]?.length ?? 1 };
    result.forEach((line, r) =>
      line.forEach((value, c) =>
        Object.assign(this.make(sheetId, row + r, column + c), { value, anchor }),
      ),
    );
  }

  /** With the cell goes what it spilled. */
  private empty(sheetId: string, row: number, column: number): void {
    const cell = this.cell(sheetId, row, column);
    if (!cell) return;
    const { anchor } = cell;
    if (anchor && anchor.row === row && anchor.column === column) {
      this.within(sheetId, anchor).forEach(([, , spilled]) => {
        spilled.value = "";
        delete spilled.anchor;
      });
    }
    cell.value = "";
    delete cell.formula;
    delete cell.anchor;
  }

  private path(rect: Rect, shift: "down" | "right"): Rect {
    return shift === "down"
      ? { ...rect, rows: sheetRows - rect.row }
      : { ...rect, columns: sheetColumns - rect.column };
  }

  private move(sheetId: string, path: Rect, way: "down" | "right", by: number): void {
    const { cells } = this.sheet(sheetId);
    this.takeBackSpills(sheetId);
    const moving = this.within(sheetId, path);
    moving.forEach(([row, column]) => cells.delete(keyOf(row, column)));
    for (const [row, column, cell] of moving) {
      cells.set(way === "down" ? keyOf(row + by, column) : keyOf(row, column + by), cell);
    }
  }

  /** Only the formulas move; each is told by what it spills into, which is only itself now. */
  private takeBackSpills(sheetId: string): void {
    for (const [row, column, cell] of this.within(sheetId)) {
      if (!cell.anchor) continue;
      if (cell.formula) cell.anchor = { row, column, rows: 1, columns: 1 };
      else this.empty(sheetId, row, column);
    }
  }

  private followShift(sheetId: string, at: Rect, shift: Shift): void {
    const own = this.sheet(sheetId).name;
    this.followCells((sheet, rect) => {
      const now = sheet === own ? shifted(rect, at, shift) : rect;
      return { sheet, rect: now };
    });
  }

  /** Formulas go with the cells that they name, and spill anew where they stand now. */
  private followCells(move: Move): void {
    for (const { id, name } of this.list) {
      for (const [row, column, cell] of this.within(id)) {
        const formula = cell.formula && movedFormula(cell.formula, name, move);
        if (!formula || (formula === cell.formula && !cell.anchor)) continue;
        this.enter(id, row, column, { formula });
      }
    }
  }

  private within(sheetId: string, rect?: Rect): [number, number, Cell][] {
    return [...this.sheet(sheetId).cells].flatMap(([key, cell]) => {
      const [row, column] = key.split(",").map(Number) as [number, number];
      const isIn = !rect || contains(rect, { row, column, rows: 1, columns: 1 });
      return isIn ? [[row, column, cell] as [number, number, Cell]] : [];
    });
  }

  /** A sheet may be deleted while somebody reads it; Excel says then that it is not there. */
  private sheet(id: string): Sheet {
    const sheet = this.list.find((one) => one.id === id);
    if (!sheet) throw notFound();
    return sheet;
  }

  private cell(sheetId: string, row: number, column: number): Cell | undefined {
    return this.sheet(sheetId).cells.get(keyOf(row, column));
  }

  private make(sheetId: string, row: number, column: number): Cell {
    const { cells } = this.sheet(sheetId);
    const known = cells.get(keyOf(row, column)) ?? { value: "", format: {} };
    cells.set(keyOf(row, column), known);
    return known;
  }
}

const keyOf = (row: number, column: number) => `${row},${column}`;
