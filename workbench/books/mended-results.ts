import type { BaseValueObject } from "@univerjs/preset-sheets-node-core";
import { isErrorText } from "../host/cell-value";
import { forcedText } from "./cell-data";
import type { UniverKit } from "./univer-kit";

interface Inside {
  _getValueObjectOfRuntimeData(value: BaseValueObject | null): { v?: unknown; t?: unknown };
}

/** A cell of Univer 0.25.1 holds the error #N/A and the text "#N/A" alike; here they are told apart. */
export function mendResults({ injector, engine }: UniverKit): void {
  const runtime = injector.get(engine.IFormulaRuntimeService) as unknown as Inside;
  const cellOf = runtime._getValueObjectOfRuntimeData.bind(runtime);
  runtime._getValueObjectOfRuntimeData = (value) => {
    const cell = cellOf(value);
    const isText = value?.isError() === false && isErrorText(cell.v);
    return isText ? { ...cell, t: forcedText } : cell;
  };
}
