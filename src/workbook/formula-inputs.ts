import { callArgument } from "./call-argument";
import { callsIn } from "./calls-in-formula";
import { addressOf, placeOf, type Place } from "./cell-address";
import type { FrozenInput } from "./freeze-record";
import { cellAt, isSameName, type SheetCells, type WorkbookCells } from "./workbook-cells";

/** More cells than these are named, not told one by one. */
const mostCells = 12;

/** The cells that the CALS calls of a formula read, with what they hold, where that is plain to see. */
export function inputsOf(
  book: WorkbookCells,
  formula: string,
  at: { readonly sheet: SheetCells; readonly row: number; readonly column: number },
): readonly FrozenInput[] {
  const texts = new Set(callsIn(formula).flatMap(({ args }) => args));
  return [...texts].flatMap((text) => {
    const found = cellsOfText(book, text, at);
    return found ? [{ at: text, held: heldBy(found) }] : [];
  });
}

interface Found {
  readonly sheet: SheetCells;
  readonly place: Place;
}

function cellsOfText(
  book: WorkbookCells,
  text: string,
  at: { readonly sheet: SheetCells; readonly row: number; readonly column: number },
): Found | undefined {
  const argument = callArgument(text);
  switch (argument.kind) {
    case "cells": {
      const sheet = argument.sheet === undefined ? at.sheet : sheetNamed(book, argument.sheet);
      const place = placeOf(argument.address);
      return sheet && place && { sheet, place };
    }
    case "column":
      return columnCells(book, argument, at);
    case "name": {
      const named = book.names.find(({ name }) => isSameName(name, argument.name));
      const formula = named?.formula.slice(1) ?? "";
      return formula === "" || formula === text ? undefined : plainCells(book, formula, at.sheet);
    }
    default:
      return undefined;
  }
}

function plainCells(book: WorkbookCells, text: string, own: SheetCells): Found | undefined {
  const argument = callArgument(text);
  if (argument.kind !== "cells") return undefined;
  const sheet = argument.sheet === undefined ? own : sheetNamed(book, argument.sheet);
  const place = placeOf(argument.address);
  return sheet && place && { sheet, place };
}

function columnCells(
  book: WorkbookCells,
  { table, column, ownRow }: { table: string | undefined; column: string; ownRow: boolean },
  at: { readonly sheet: SheetCells; readonly row: number; readonly column: number },
): Found | undefined {
  const found = table
    ? book.tables.find(({ name }) => isSameName(name, table))
    : book.tables.find((each) => each.sheet === at.sheet.name && holds(each, at));
  const index = found?.headers.findIndex((header) => isSameName(header, column)) ?? -1;
  const sheet = found && sheetNamed(book, found.sheet);
  if (!found || !sheet || index < 0) return undefined;
  const body = { ...found, column: found.column + index, columns: 1 };
  const place = ownRow
    ? { ...body, row: at.row, rows: 1 }
    : { ...body, row: found.row + 1, rows: found.rows - 1 };
  return { sheet, place };
}

const holds = ({ row, column, rows, columns }: Place, at: { row: number; column: number }) =>
  at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;

const sheetNamed = ({ sheets }: WorkbookCells, name: string) =>
  sheets.find((sheet) => isSameName(sheet.name, name));

function heldBy({ sheet, place }: Found): string {
  const count = place.rows * place.columns;
  if (count > mostCells) return `${count} cells, ${addressOf(place)}`;
  const rows = Array.from({ length: place.rows }, (_, i) =>
    Array.from({ length: place.columns }, (_, j) =>
      String(cellAt(sheet, place.row + i, place.column + j).value),
    ).join(", "),
  );
  return rows.join("; ");
}
