import { CellError, CellValue, Outcome } from "../host/cell-value";
import { Argument } from "../host/custom-functions";
import { FunctionMetadata, ParameterMetadata } from "../host/function-metadata";
import { busyText, coerce, firstError, Given } from "./grid-arguments";

/** Answers one call with plain arguments, from memory or with "busy". */
export type CallOnce = (args: Argument[]) => Outcome;

const refused = (fn: FunctionMetadata): CellError => {
  const { least, most } = argumentCounts(fn);
  const count = least === most ? `${least}` : `${least} to ${most}`;
  const takes = most === Infinity ? `${least} or more arguments` : `${count} arguments`;
  return {
    error: "#VALUE!",
    message: `CALS.${fn.name} takes ${takes}: Excel does not accept this formula.`,
  };
};

function argumentCounts(fn: FunctionMetadata) {
  const parameters = fn.parameters ?? [];
  const least = parameters.filter((parameter) => !parameter.optional).length;
  return { least, most: parameters.at(-1)?.repeating ? Infinity : parameters.length };
}

/**
 * Calls a custom function the way a cell does: counts the arguments, collects repeating ones into
 * one array, stops at errors that the function does not want to see, and calls a function of single
 * values once per cell when it is given a block.
 */
export function callFromCell(
  fn: FunctionMetadata,
  given: Given[],
  takesErrors: boolean,
  once: CallOnce,
): Outcome {
  const { least, most } = argumentCounts(fn);
  if (given.length < least || given.length > most) return refused(fn);
  const size = liftedSize(fn, given);
  const call = (row: number, column: number): Outcome => {
    const args = argumentsAt(fn, given, row, column);
    return unwanted(fn, args, takesErrors) ?? once(args);
  };
  if (!size) return call(0, 0);
  return Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (_, column) => single(call(row, column))),
  );
}

/** A block as the answer of one cell of many: Excel has no arrays of arrays. */
const single = (outcome: Outcome): CellValue | CellError =>
  Array.isArray(outcome) ? { error: "#CALC!" } : outcome;

const parameterAt = (fn: FunctionMetadata, index: number): ParameterMetadata | undefined => {
  const parameters = fn.parameters ?? [];
  const last = parameters.at(-1);
  return last?.repeating && index >= parameters.length ? last : parameters[index];
};

const isMatrix = (parameter: ParameterMetadata | undefined) =>
  parameter?.dimensionality === "matrix";

/** How many calls a block given for a single value makes; none if there is no such block. */
function liftedSize(fn: FunctionMetadata, given: Given[]) {
  let rows = 1;
  let columns = 1;
  given.forEach((one, index) => {
    if ("left" in one || isMatrix(parameterAt(fn, index))) return;
    rows = Math.max(rows, one.cells.length);
    columns = Math.max(columns, one.cells[0]?.length ?? 1);
  });
  return rows * columns > 1 ? { rows, columns } : undefined;
}

function argumentsAt(
  fn: FunctionMetadata,
  given: Given[],
  row: number,
  column: number,
): Argument[] {
  const parameters = fn.parameters ?? [];
  const valueOf = (one: Given | undefined, parameter: ParameterMetadata | undefined): Argument => {
    if (!one || "left" in one) return null;
    if (isMatrix(parameter)) {
      return one.cells.map((cells) => cells.map((cell) => coerce(cell, parameter?.type)));
    }
    return coerce(cellAt(one.cells, row, column), parameter?.type);
  };
  return parameters.map((parameter, index) => {
    if (!parameter.repeating) return valueOf(given[index], parameter);
    const repeated = given.slice(index);
    return repeated.length === 0 ? null : repeated.map((one) => valueOf(one, parameter));
  });
}

/** A single row or column serves every row or column; outside a block there is nothing. */
function cellAt(cells: Argument[][], row: number, column: number): Argument {
  const cellsOfRow = cells.length === 1 ? cells[0] : cells[row];
  const cell = cellsOfRow?.length === 1 ? cellsOfRow[0] : cellsOfRow?.[column];
  return cell === undefined ? { error: "#N/A" } : cell;
}

/** The error to answer without a call: one still being calculated, or one the function refuses. */
function unwanted(fn: FunctionMetadata, args: Argument[], takesErrors: boolean) {
  const errors = args.map(firstError);
  const busy = args.some((arg) => containsBusy(arg));
  if (busy) return { error: busyText };
  return errors.find((error, index) => {
    const type = parameterAt(fn, index)?.type ?? "any";
    return error && !(takesErrors && type === "any");
  });
}

const containsBusy = (arg: Argument): boolean =>
  Array.isArray(arg)
    ? arg.some(containsBusy)
    : typeof arg === "object" && arg !== null && arg.error === busyText;
