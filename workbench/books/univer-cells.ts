import type { FWorksheet } from "@univerjs/sheets/facade";
import { aroundAll, contains, Rect } from "../host/address";
import { CellFormat, CellInput } from "../host/book";
import { CellValue } from "../host/cell-value";
import { cellOf, formulaCell, valueOf } from "./cell-data";
import { MendedEngine } from "./mended-engine";
import { rangeOf, rectOf, UniverRange } from "./univer-events";
import type { UniverKit } from "./univer-kit";
import { formatOf, styleOf } from "./univer-style";

export const unitId = "book";
const pointsPerPixel = 0.75;

/** Every row costs the engine a little, so there are not a million. A sheet grows when it must. */
export const sheetSize = { rowCount: 1000, columnCount: 60 };

/** The cells of a workbook in Univer: what they hold and how they look. */
export abstract class UniverCells {
  protected readonly workbook;
  protected readonly commands;
  private readonly model;
  private readonly engine;

  constructor(
    protected readonly kit: UniverKit,
    readonly name: string,
  ) {
    const sheet = { id: "sheet1", name: "Sheet1", ...sheetSize, cellData: {} };
    this.workbook = kit.api.createWorkbook({
      id: unitId,
      name,
      sheetOrder: [sheet.id],
      sheets: { [sheet.id]: sheet },
    });
    this.commands = kit.injector.get(kit.core.ICommandService);
    this.model = kit.injector.get(kit.engine.FormulaDataModel);
    this.engine = new MendedEngine(kit);
  }

  value(sheetId: string, row: number, column: number): CellValue {
    const raw = this.cells(sheetId).getCellRaw(row, column);
    if (raw?.v !== null && raw?.v !== undefined) return valueOf(raw);
    const spilled = this.model.getArrayFormulaCellData()[unitId]?.[sheetId]?.[row]?.[column];
    if (this.spillAt(sheetId, row, column)) return spilled?.v == null ? 0 : valueOf(spilled);
    return raw?.f ? 0 : "";
  }

  formula(sheetId: string, row: number, column: number): string {
    const raw = this.cells(sheetId).getCellRaw(row, column);
    if (raw?.f) return raw.f;
    // formulas filled down share one text and an id
    return raw?.si ? this.sheet(sheetId).getRange(row, column).getFormula() : "";
  }

  write(sheetId: string, row: number, column: number, cells: (CellInput | undefined)[][]): void {
    const value: Record<number, Record<number, object>> = {};
    cells.forEach((line, r) =>
      line.forEach((input, c) => {
        if (!input) return;
        const data =
          "formula" in input ? formulaCell(input.formula) : cellOf(input.value, input.isText);
        (value[row + r] ??= {})[column + c] = data;
      }),
    );
    const rect = { row, column, rows: cells.length, columns: cells[0]?.length ?? 1 };
    this.ensureSize(sheetId, rect);
    const params = { unitId, subUnitId: sheetId, range: rangeOf(rect), value };
    this.commands.syncExecuteCommand("sheet.command.set-range-values", params);
  }

  clear(sheetId: string, rect: Rect, what: "contents" | "formats"): void {
    const cells = this.rectWithin(sheetId, rect);
    if (!cells) return;
    const range = this.range(sheetId, cells);
    if (what === "contents") range.clearContent();
    else range.clearFormat();
  }

  accepts(formula: string): boolean {
    return this.engine.accepts(formula);
  }

  spillAt(sheetId: string, row: number, column: number): Rect | undefined {
    const cell = { row, column, rows: 1, columns: 1 };
    const isThere = (rect: Rect) => contains(rect, cell) && this.isSpilled(sheetId, rect);
    return this.blocks(sheetId).find(isThere);
  }

  usedRect(sheetId: string, valuesOnly: boolean): Rect | undefined {
    const rects: Rect[] = [];
    this.cells(sheetId)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const isUsed = (cell?.v ?? cell?.f ?? null) !== null || (!valuesOnly && cell?.s);
        if (isUsed) rects.push({ row, column, rows: 1, columns: 1 });
      });
    return aroundAll(rects.concat(this.spills(sheetId)));
  }

  format(sheetId: string, row: number, column: number): CellFormat {
    const style = this.workbook
      .getWorkbook()
      .getStyles()
      .getStyleByCell(this.cells(sheetId).getCellRaw(row, column));
    return formatOf(style);
  }

  setFormat(sheetId: string, rect: Rect, change: CellFormat): void {
    if (Object.keys(change).length === 0) return;
    this.ensureSize(sheetId, rect);
    const s = styleOf(change);
    const cellValue: Record<number, Record<number, object>> = {};
    for (let r = rect.row; r < rect.row + rect.rows; r++) {
      for (let c = rect.column; c < rect.column + rect.columns; c++) {
        (cellValue[r] ??= {})[c] = { s };
      }
    }
    const trigger = "sheet.command.set-style";
    const params = { unitId, subUnitId: sheetId, cellValue, trigger };
    this.commands.syncExecuteCommand("sheet.mutation.set-range-values", params);
  }

  columnWidth(sheetId: string, column: number): number {
    return this.sheet(sheetId).getColumnWidth(column) * pointsPerPixel;
  }

  setColumnWidth(sheetId: string, column: number, points: number): void {
    const rect = { row: 0, column, rows: 1, columns: 1 };
    this.ensureSize(sheetId, rect);
    this.sheet(sheetId).setColumnWidth(column, Math.round(points / pointsPerPixel));
  }

  protected sheet(sheetId: string): FWorksheet {
    return this.workbook.getSheetBySheetId(sheetId)!;
  }

  private cells(sheetId: string) {
    return this.sheet(sheetId).getSheet();
  }

  protected range(sheetId: string, { row, column, rows, columns }: Rect) {
    return this.sheet(sheetId).getRange(row, column, rows, columns);
  }

  /** The part of a block that lies on the grid. */
  private rectWithin(sheetId: string, rect: Rect): Rect | undefined {
    const cells = this.cells(sheetId);
    const rows = Math.min(rect.rows, cells.getRowCount() - rect.row);
    const columns = Math.min(rect.columns, cells.getColumnCount() - rect.column);
    return rows > 0 && columns > 0 ? { ...rect, rows, columns } : undefined;
  }

  protected ensureSize(sheetId: string, { row, column, rows, columns }: Rect): void {
    const cells = this.cells(sheetId);
    if (row + rows > cells.getRowCount()) cells.setRowCount(row + rows);
    if (column + columns > cells.getColumnCount()) cells.setColumnCount(column + columns);
  }

  /** The blocks that formulas of a sheet fill. */
  private spills(sheetId: string): Rect[] {
    return this.blocks(sheetId).filter((rect) => this.isSpilled(sheetId, rect));
  }

  /** The blocks that formulas of a sheet came to, whether there was room for them or not. */
  private blocks(sheetId: string): Rect[] {
    const ofSheet = this.model.getArrayFormulaRange()[unitId]?.[sheetId] ?? {};
    return Object.values(ofSheet)
      .flatMap((line) => Object.values((line ?? {}) as Record<string, UniverRange>))
      .map(rectOf);
  }

  private isSpilled(sheetId: string, { row, column, rows, columns }: Rect): boolean {
    if (rows * columns === 1) return false;
    return valueOf(this.cells(sheetId).getCellRaw(row, column)) !== "#SPILL!";
  }
}
