import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import { aroundAll, Rect } from "../host/address";
import { BookEvent } from "../host/book";
import { isStyle } from "./calculation";

export interface UniverRange {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

export const rectOf = ({ startRow, endRow, startColumn, endColumn }: UniverRange): Rect => ({
  row: startRow,
  column: startColumn,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});

export const rangeOf = ({ row, column, rows, columns }: Rect): UniverRange => ({
  startRow: row,
  endRow: row + rows - 1,
  startColumn: column,
  endColumn: column + columns - 1,
});

/** While a selection is being drawn with the mouse, Univer tells of each step. */
const stillMoving: readonly unknown[] = [0, 1];

/** What a command of Univer means to an add-in, if it means anything. */
export function eventOf(
  command: Readonly<ICommandInfo>,
  options: IExecutionOptions | undefined,
  selected: Rect,
): BookEvent | undefined {
  const params = (command.params ?? {}) as Record<string, unknown>;
  const sheetId = String(params.subUnitId);
  switch (command.id) {
    case "sheet.mutation.set-range-values": {
      if (options?.onlyLocal || isStyle(command)) return undefined;
      const rect = edited(params.cellValue as Cells);
      return rect && { type: "changed", sheetId, rect };
    }
    case "sheet.operation.set-selections": {
      const last = (params.selections as { range: UniverRange }[] | undefined)?.at(-1);
      if (!last || stillMoving.includes(params.type)) return undefined;
      return { type: "selected", sheetId, rect: rectOf(last.range) };
    }
    case "sheet.operation.set-worksheet-active":
      return { type: "activated", sheetId, rect: selected };
    default:
      return undefined;
  }
}

type Cells = Record<string, Record<string, Record<string, unknown> | null>> | undefined;

/** The parameters with which Univer enters cells: one cell, a list of rows, or a map of rows. */
export interface EnteredCells {
  subUnitId?: string;
  range?: UniverRange;
  value?: unknown;
}

type EnteredCell = { f?: unknown; v?: unknown };

export function cellsIn(value: unknown): EnteredCell[] {
  if (typeof value !== "object" || value === null) return [];
  if ("f" in value || "v" in value) return [value];
  return Object.values(value).flatMap(cellsIn);
}

/** The block around the cells whose content, and not only the look, was set. */
function edited(cells: Cells): Rect | undefined {
  const found = Object.entries(cells ?? {}).flatMap(([row, line]) =>
    Object.entries(line ?? {}).flatMap(([column, cell]) =>
      cell && !("v" in cell) && !("f" in cell)
        ? []
        : [{ row: Number(row), column: Number(column), rows: 1, columns: 1 }],
    ),
  );
  return aroundAll(found);
}
