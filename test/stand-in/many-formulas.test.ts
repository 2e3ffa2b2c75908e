import type { CellValue } from "../../workbench/host/cell-value";
import { openNodeHost } from "../../workbench/host/node-host";
import { dist } from "../support/built-files";
import { openCalculated, OpenWorkbook } from "../workbook/open-workbook";
import {
  askedDirectly,
  columns,
  expectedOf,
  formulaOf,
  inputCells,
  inputsOf,
  sharedAt,
  type Column,
  type Inputs,
  type Shared,
  type Shown,
} from "./large-workbook";
import { SheetOfCalls } from "./sheet-of-calls";

let shared: Shared;
let book: OpenWorkbook;

beforeEach(() => {
  shared = { channel: "OEM", servers: 2 };
});

afterEach(() => book.close());

/** A machine with other work takes its time; how long is nothing that is promised. */
const patience = 600_000;

const inputsIn = (rows: readonly number[]) => new Map(rows.map((row) => [row, inputsOf(row)]));

/** The first cells that do not show what they must. */
function wrong(
  inputs: ReadonlyMap<number, Inputs>,
  shows: (column: Column, row: number) => unknown,
) {
  const found: string[] = [];
  for (const [row, given] of inputs) {
    const sample = row % 500 < 12 ? askedDirectly(given, shared) : {};
    for (const must of [expectedOf(given, shared), sample]) {
      for (const [column, value] of Object.entries(must)) {
        const is = text(shows(column as Column, row));
        if (is !== text(value)) found.push(`${column}${row} shows ${is}, not ${text(value)}`);
      }
    }
  }
  return found.slice(0, 20);
}

const text = (shown: unknown) => JSON.stringify(shown);

/** Tells of every call of a function of the add-in. */
const watchCalls = () => jest.spyOn(book.host.host.customFunctions, "invoke");

test(
  "100,000 formulas, asked at once of the built add-in in the real custom functions runtime",
  async () => {
    book = new OpenWorkbook(await openNodeHost({ dist }));
    const calls = watchCalls();
    const inputs = inputsIn(Array.from({ length: 10_000 }, (_, i) => i + 1));
    const sheet = new SheetOfCalls(book.host);
    for (const [row, given] of inputs) {
      inputCells(row, given).forEach(([at, value]) => sheet.cells.set(at, value));
      columns.forEach((column) => sheet.addFormula(`${column}${row}`, formulaOf(column, row)));
    }
    sheet.cells.set(sharedAt.channel, shared.channel).set(sharedAt.servers, shared.servers);
    const wrongNow = () => wrong(inputs, (column, row) => sheet.cells.get(`${column}${row}`));

    await sheet.calculateAll();
    expect(calls).toHaveBeenCalledTimes(100_000);
    expect(wrongNow()).toEqual([]);

    inputs.get(4321)!.users = 77;
    expect(await sheet.edit("B4321", 77)).toEqual(["F4321", "G4321", "H4321", "L4321", "M4321"]);
    // two of the formulas ask for what another of them answers
    inputs.get(4322)!.edition = anEdition;
    expect(await sheet.edit("A4322", anEdition)).toHaveLength(9);
    shared.servers = 3;
    expect(await sheet.edit(sharedAt.servers, 3)).toHaveLength(20_000);
    expect(wrongNow()).toEqual([]);

    // once more, in another order: no answer depends on what was asked before it
    const before = new Map(sheet.cells);
    await sheet.calculateAll(true);
    const changed = [...before].filter(([at, value]) => text(sheet.cells.get(at)) !== text(value));
    expect(changed).toEqual([]);
  },
  patience,
);

test(
  "3,000 formulas in a grid that calculates: an edit asks again what depends on it, and only that",
  async () => {
    book = await openCalculated();
    const calls = watchCalls();
    // every fifth row, so that the block in the last column has room
    const inputs = inputsIn(Array.from({ length: 300 }, (_, i) => 5 * i + 1));
    const lastRow = 5 * 300;
    await book.put(`P1:Q1`, [[shared.channel, shared.servers]]);
    await book.put(
      `A1:O${lastRow}`,
      Array.from({ length: lastRow }, (_, i) => line(i + 1, inputs.get(i + 1))),
    );
    const wrongNow = async () => {
      const values = await book.shown(`A1:O${lastRow}`);
      return wrong(inputs, (column, row) => blockAt(values, column, row));
    };
    const askedBy = async (address: string, value: string | number) => {
      calls.mockClear();
      await book.put(address, [[value]]);
      expect(await wrongNow()).toEqual([]);
      return calls.mock.calls.map(([{ id }]) => id).sort();
    };
    expect(await wrongNow()).toEqual([]);

    inputs.get(21)!.users = 100_003;
    expect(await askedBy("B21", 100_003)).toEqual(ofUsers);
    inputs.get(31)!.edition = anEdition;
    expect(await askedBy("A31", anEdition)).toEqual(ofEdition);
    shared.servers = 3;
    expect(new Set(await askedBy(sharedAt.servers, 3))).toEqual(new Set(["INCLUDED", "TOBUY"]));
  },
  patience,
);

const anEdition = "Windows Server 2016 Standard";
const ofUsers = ["CALTYPE", "FITS", "NEEDED", "REQUIRED", "TOBUY"];
/** COVERS and PACKSIZES are asked of the CAL that CAL names. */
const ofEdition = [
  ...["CAL", "CALTYPE", "COVERS", "FITS", "INCLUDED"],
  ...["LIMIT", "PACKSIZES", "REQUIRED", "TOBUY"],
];

function line(row: number, given: Inputs | undefined): CellValue[] {
  if (!given) return Array<CellValue>(inputColumns + columns.length).fill("");
  const values = inputCells(row, given).map(([, value]) => value);
  return [...values, ...columns.map((column) => `=${formulaOf(column, row)}`)];
}

const inputColumns = 5;

/** The value of a formula, with what it spills into the four rows below. */
function blockAt(values: readonly CellValue[][], column: Column, row: number): Shown {
  const j = inputColumns + columns.indexOf(column);
  const [first, ...below] = values.slice(row - 1, row + 4).map((line) => line[j]);
  const spilled = below.filter((value) => value !== "");
  return spilled.length > 0 ? [first, ...spilled].map((value) => [value]) : first;
}
