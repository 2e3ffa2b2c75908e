import type { BaseReferenceObject, BaseValueObject } from "@univerjs/preset-sheets-node-core";
import { CellError, isError } from "../host/cell-value";
import { Argument } from "../host/custom-functions";
import { ParameterMetadata } from "../host/function-metadata";

/** A value or a reference, as Univer hands it to a function. */
export type Variant = BaseValueObject | BaseReferenceObject;

/** What an argument is in Excel's terms: left out, one value, or a block of cells. */
export type Given = { left: "out" } | { cells: Argument[][]; isBlock: boolean };

export type BlankCell = 0 | null;

/** What a cell shows while a custom function has not answered. */
export const busyText = "#BUSY!";

/** Reads one argument, keeping apart what was left out, a blank cell, and an error. */
export function readVariant(variant: Variant, blank: BlankCell): Given {
  if (variant.isReferenceObject()) {
    const block = (variant as BaseReferenceObject).toArrayValueObject();
    return { cells: readBlock(block.getArrayValue(), blank), isBlock: true };
  }
  const value = variant as BaseValueObject;
  if (value.isArray()) return { cells: readBlock(value.getArrayValue(), blank), isBlock: true };
  if (value.isNull()) return { left: "out" };
  return { cells: [[readCell(value, blank)]], isBlock: false };
}

type Cells = ReturnType<BaseValueObject["getArrayValue"]>;

const readBlock = (cells: Cells, blank: BlankCell) =>
  cells.map((row) => row.map((cell) => readCell(cell, blank)));

function readCell(cell: Cells[number][number], blank: BlankCell): Argument {
  if (!cell || cell.isNull()) return blank;
  if (cell.isError())
    return { error: (cell as unknown as { getErrorType(): string }).getErrorType() };
  return cell.getValue();
}

/** Excel turns a value into the declared type of its parameter, or answers `#VALUE!`. */
export function coerce(value: Argument, type: ParameterMetadata["type"]): Argument {
  if (value === null || Array.isArray(value) || isError(value)) return value;
  switch (type) {
    case "number":
      return toNumber(value);
    case "string":
      return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
    case "boolean":
      return toBoolean(value);
    default:
      return value;
  }
}

const wrongType: CellError = { error: "#VALUE!" };

function toNumber(value: string | number | boolean): Argument {
  if (typeof value !== "string") return Number(value);
  return value.trim() === "" || Number.isNaN(Number(value)) ? wrongType : Number(value);
}

function toBoolean(value: string | number | boolean): Argument {
  if (typeof value !== "string") return Boolean(value);
  const word = value.toUpperCase();
  return word === "TRUE" || word === "FALSE" ? word === "TRUE" : wrongType;
}

/** The first error among arguments that are not allowed to be one. */
export function firstError(argument: Argument): CellError | undefined {
  if (!Array.isArray(argument)) return isError(argument) ? argument : undefined;
  for (const inner of argument) {
    const error = firstError(inner);
    if (error) return error;
  }
  return undefined;
}
