import type { FWorkbook } from "@univerjs/sheets/facade";
import { CellPlace } from "./books/calculation";
import { forcedText, formulaCell, valueOf } from "./books/cell-data";
import type { UniverKit } from "./books/univer-kit";
import { CellValue } from "./host/cell-value";

/** Every formula gets so many columns to spill into. */
const columnsEach = 64;
export const sheetSize = { rowCount: 1000, columnCount: 16384 };
/** Formulas stand far to the right, so that a plain `A1` means an empty cell. */
const firstColumn = 4096;
const slots = (sheetSize.columnCount - firstColumn) / columnsEach;

/** A sheet on which formulas are put for a moment, far apart, to see what becomes of them. */
export class ScratchSheet {
  private readonly commands;
  private readonly model;
  private readonly cells;

  constructor(
    kit: UniverKit,
    workbook: FWorkbook,
    private readonly unitId: string,
    private readonly sheetId: string,
  ) {
    this.commands = kit.injector.get(kit.core.ICommandService);
    this.model = kit.injector.get(kit.engine.FormulaDataModel);
    this.cells = workbook.getSheetBySheetId(sheetId)!.getSheet();
  }

  /** How many formulas can be written at a time. */
  static readonly capacity = slots;

  /** Writes the formulas and says where each stands. */
  write(formulas: readonly string[]): CellPlace[] {
    const places = formulas.map((_, slot) => ({
      sheetId: this.sheetId,
      row: 0,
      column: firstColumn + slot * columnsEach,
    }));
    this.set(places, (index) => formulaCell(formulas[index]!));
    return places;
  }

  clear(places: readonly CellPlace[]): void {
    this.set(places, () => ({ v: null, f: null, si: null, p: null, t: null }));
  }

  /** The value of a formula's own cell, or the whole block that it spills. */
  read(place: CellPlace): CellValue | CellValue[][] {
    const spill = this.spillAt(place);
    if (!spill || (spill.startRow === spill.endRow && spill.startColumn === spill.endColumn)) {
      return orZero(this.cells.getCellRaw(place.row, place.column));
    }
    const spilled = this.model.getArrayFormulaCellData()[this.unitId]?.[this.sheetId];
    return range(spill.startRow, spill.endRow).map((r) =>
      range(spill.startColumn, spill.endColumn).map((c) => orZero(spilled?.[r]?.[c])),
    );
  }

  /** Whether the value is a text, even if it reads like an error. */
  isText(place: CellPlace): boolean {
    return this.cells.getCellRaw(place.row, place.column)?.t === forcedText;
  }

  /** The rows that a formula wants to spill into, if they are more than there are. */
  missingRows(place: CellPlace): number | undefined {
    const spill = this.spillAt(place);
    return spill && valueOf(this.cells.getCellRaw(place.row, place.column)) === "#SPILL!"
      ? spill.endRow - spill.startRow + 1
      : undefined;
  }

  private spillAt({ row, column }: CellPlace) {
    return this.model.getArrayFormulaRange()[this.unitId]?.[this.sheetId]?.[row]?.[column];
  }

  private set(places: readonly CellPlace[], data: (index: number) => object): void {
    const cellValue: Record<number, Record<number, object>> = {};
    places.forEach(({ row, column }, i) => ((cellValue[row] ??= {})[column] = data(i)));
    const params = { unitId: this.unitId, subUnitId: this.sheetId, cellValue };
    this.commands.syncExecuteCommand("sheet.mutation.set-range-values", params);
  }
}

/** A formula that refers to nothing shows 0. */
const orZero = (cell: Parameters<typeof valueOf>[0]): CellValue =>
  cell?.v === null || cell?.v === undefined ? 0 : valueOf(cell);

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
