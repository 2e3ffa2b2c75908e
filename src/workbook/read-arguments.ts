import { callArgument, errorCard, type CallArgument } from "./call-argument";
import type { CellValue } from "./cell-text";

/** Where a formula stands: what its own-row references speak of. */
export interface FormulaPlace {
  readonly sheet: Excel.Worksheet;
  readonly cell: Excel.Range;
  /** The table that holds the cell. */
  readonly table: string | undefined;
}

/** An argument with its value; `cells` is undefined where it could not be read here. */
export interface ReadArgument {
  readonly text: string;
  readonly read?: { readonly value: unknown };
  /** Its cells, where it speaks of its own row: such an argument means nothing anywhere else. */
  readonly address?: string;
}

/** More cells than this are not one argument of a question, and not worth a wait. */
const mostCells = 1000;

/** Reads the values of arguments, all of them at once. */
export async function readArguments(
  context: Excel.RequestContext,
  place: FormulaPlace,
  texts: readonly string[],
): Promise<readonly ReadArgument[]> {
  const sought = texts.map((text) => {
    const argument = callArgument(text);
    return { text, argument, cells: cellsOfArgument(context, place, argument) };
  });
  await context.sync();
  const found = sought.map(({ cells, ...each }) => ({ ...each, range: cells() }));
  const small = found.map(({ range }) =>
    range && !range.isNullObject && range.cellCount > 0 && range.cellCount <= mostCells
      ? range
      : undefined,
  );
  small.forEach((range) => range?.load("values,valueTypes,numberFormat"));
  await context.sync();
  return found.map(({ text, argument, range }, i) => {
    if (argument.kind === "value") return { text, read: { value: argument.value } };
    const cells = small[i];
    const isOwnRow = argument.kind === "column" && argument.ownRow;
    const address = isOwnRow && !range?.isNullObject ? range?.address : undefined;
    return { text, address, read: cells && { value: valueIn(cells) } };
  });
}

/** Queues the look for an argument's cells, to be had after the next sync. */
function cellsOfArgument(
  context: Excel.RequestContext,
  place: FormulaPlace,
  argument: CallArgument,
): () => Excel.Range | undefined {
  if (argument.kind === "name") return namedCells(context, place, argument.name);
  const range = plainCells(context, place, argument);
  range?.load("address,cellCount");
  return () => range;
}

/** A sheet's own name comes before the workbook's, as Excel has it, whatever it is a name for. */
function namedCells(
  { workbook }: Excel.RequestContext,
  { sheet }: FormulaPlace,
  name: string,
): () => Excel.Range {
  const [own, common] = [sheet, workbook].map(({ names }) => {
    const item = names.getItemOrNullObject(name);
    item.load("name");
    const range = item.getRangeOrNullObject();
    range.load("address,cellCount");
    return { item, range };
  });
  return () => (own.item.isNullObject ? common.range : own.range);
}

/** What is not there is a null object. */
function plainCells(
  { workbook }: Excel.RequestContext,
  { sheet, cell, table }: FormulaPlace,
  argument: CallArgument,
): Excel.Range | undefined {
  switch (argument.kind) {
    case "cells": {
      const { sheet: name, address } = argument;
      const on = name === undefined ? sheet : workbook.worksheets.getItemOrNullObject(name);
      return on.getRange(address);
    }
    case "column": {
      const name = argument.table ?? table;
      if (name === undefined) return undefined;
      const { columns } = workbook.tables.getItemOrNullObject(name);
      const body = columns.getItemOrNullObject(argument.column).getDataBodyRange();
      return argument.ownRow ? body.getIntersectionOrNullObject(cell.getEntireRow()) : body;
    }
    default:
      return undefined;
  }
}

/** As Excel hands cells to a function: one value, or rows of them. */
function valueIn({ values, valueTypes, numberFormat }: Excel.Range): unknown {
  const cells = (values as CellValue[][]).map((row, i) =>
    row.map((value, j) => cellIn(value, valueTypes[i][j], String(numberFormat[i][j]))),
  );
  return cells.length === 1 && cells[0].length === 1 ? cells[0][0] : cells;
}

function cellIn(value: CellValue, type: string, numberFormat: string): unknown {
  if (type === "Empty") return null;
  if (type === "Error") return errorCard(String(value));
  if (typeof value !== "number" || numberFormat === "General") return value;
  return { type: "FormattedNumber", basicType: "Double", basicValue: value, numberFormat };
}
