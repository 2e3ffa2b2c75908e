import { CellError, CellValue, isError } from "../host/cell-value";
import type { UniverKit } from "./univer-kit";

type Cell = CellValue | CellError;

/** A value, an error, or a block of them, as Univer's engine calculates with it. */
export function valueObject({ engine }: UniverKit, value: Cell | Cell[][]) {
  if (!Array.isArray(value)) return cellObject(engine, value);
  return engine.ArrayValueObject.create({
    calculateValueList: value.map((row) => row.map((cell) => cellObject(engine, cell))),
    rowCount: value.length,
    columnCount: value[0]!.length,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function cellObject(engine: UniverKit["engine"], cell: Cell) {
  if (isError(cell)) return engine.ErrorValueObject.create(cell.error as never);
  if (typeof cell === "number") return engine.NumberValueObject.create(cell);
  if (typeof cell === "boolean") return engine.BooleanValueObject.create(cell);
  return engine.StringValueObject.create(cell);
}
