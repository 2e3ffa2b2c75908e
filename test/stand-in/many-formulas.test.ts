import { isError, type CellValue, type Outcome } from "../../workbench/host/cell-value";
import { openNodeHost, type NodeHost } from "../../workbench/host/node-host";
import { dist } from "../support/built-files";
import {
  askedDirectly,
  columnOf,
  columns,
  expectedOf,
  formulas,
  inputsOf,
  sharedAt,
  type Column,
  type Inputs,
  type Shown,
} from "./large-workbook";

const rows = 10_000;
const rowNumbers = Array.from({ length: rows }, (_, i) => i + 1);

/** A call of a function as it stands in a cell. */
interface Call {
  at: string;
  id: string;
  /** An address, or a text in quotes. */
  args: readonly string[];
}

const calls = new Map(
  rowNumbers.flatMap((row) =>
    columns.map((column) => {
      const [, id, args] = /^CALS\.(\w+)\((.*)\)$/.exec(formulas[column])!;
      const at = `${column}${row}`;
      const call: Call = { at, id, args: args.replaceAll("#", String(row)).split(",") };
      return [at, call] as const;
    }),
  ),
);

/** Stands for the grid: which cell depends on which, and nothing else. The functions are the built add-in's. */
class Sheet {
  readonly cells = new Map<string, Shown>();
  private readonly dependents = new Map<string, string[]>();

  constructor(private readonly host: NodeHost) {
    for (const { at, args } of calls.values()) {
      for (const arg of args) {
        const known = this.dependents.get(arg);
        if (known) known.push(at);
        else this.dependents.set(arg, [at]);
      }
    }
  }

  /** Enters a value and calculates what depends on it; the result says which cells were asked again. */
  edit(at: string, value: CellValue): Promise<readonly string[]> {
    this.cells.set(at, value);
    const dirty = new Set(this.dependents.get(at));
    for (const cell of dirty) this.dependents.get(cell)?.forEach((next) => dirty.add(next));
    return this.calculate([...dirty]);
  }

  /** Asks all of them at once, but for those that wait for another's answer. */
  async calculate(ats: readonly string[]): Promise<readonly string[]> {
    const waiting = new Set(ats);
    while (waiting.size > 0) {
      const ready = [...waiting].filter(
        (at) => !calls.get(at)!.args.some((arg) => waiting.has(arg)),
      );
      await Promise.all(ready.map((at) => this.ask(calls.get(at)!)));
      ready.forEach((at) => waiting.delete(at));
    }
    return ats;
  }

  private async ask({ at, id, args }: Call): Promise<void> {
    const values = args.map((arg) =>
      arg.startsWith('"') ? arg.slice(1, -1) : (this.cells.get(arg) as CellValue),
    );
    const address = `Sheet1!${at}`;
    const given = values.map((value) => (value === "#N/A" ? { error: value } : value));
    this.cells.set(
      at,
      shown(await this.host.host.customFunctions.invoke({ id, args: given, address })),
    );
  }
}

const textOf = (cell: CellValue | { error: string }): CellValue =>
  isError(cell) ? cell.error : cell;
const shown = (outcome: Outcome): Shown =>
  Array.isArray(outcome) ? outcome.map((row) => row.map(textOf)) : textOf(outcome);

const shared = { channel: "OEM", servers: 2 };
const inputs = new Map<number, Inputs>(rowNumbers.map((row) => [row, inputsOf(row)]));

/** The cells that do not show what they must; none, if all is right. */
function wrong(sheet: Sheet): string[] {
  return rowNumbers.flatMap((row) => {
    const given = inputs.get(row)!;
    const expected = Object.entries(expectedOf(given, shared));
    const asked = row % 500 < 12 ? Object.entries(askedDirectly(given, shared)) : [];
    return [...expected, ...asked].flatMap(([column, value]) => {
      const found = sheet.cells.get(`${column}${row}`);
      const isRight = JSON.stringify(found) === JSON.stringify(value);
      return isRight
        ? []
        : [`${column}${row}: ${JSON.stringify(found)}, not ${JSON.stringify(value)}`];
    });
  });
}

const cellsOf = (row: number, ...of: Column[]) => of.map((column) => `${column}${row}`);

let host: NodeHost;

beforeEach(async () => {
  host = await openNodeHost({ dist });
});

afterEach(() => {
  expect(host.unimplemented).toEqual([]);
  host.close();
});

test("100,000 formulas, asked at once of the built add-in in the real custom functions runtime", async () => {
  const sheet = new Sheet(host);
  for (const [row, given] of inputs) {
    for (const [name, column] of Object.entries(columnOf)) {
      sheet.cells.set(`${column}${row}`, given[name as keyof Inputs]);
    }
  }
  for (const [name, at] of Object.entries(sharedAt)) {
    sheet.cells.set(at, shared[name as keyof typeof shared]);
  }

  expect(await sheet.calculate([...calls.keys()])).toHaveLength(100_000);
  expect(wrong(sheet).slice(0, 20)).toEqual([]);

  // one edit: what depends on it is asked again, and nothing else has changed
  inputs.get(4321)!.users = 77;
  expect(await sheet.edit("B4321", 77)).toEqual(cellsOf(4321, "F", "G", "H", "L", "M"));
  expect(wrong(sheet).slice(0, 20)).toEqual([]);

  // an edit of what all rows share
  shared.servers = 3;
  expect(await sheet.edit(sharedAt.servers, 3)).toHaveLength(2 * rows);
  expect(wrong(sheet).slice(0, 20)).toEqual([]);

  // all of them once more, in another order: no answer depends on what was asked before it
  const before = new Map(sheet.cells);
  await sheet.calculate([...calls.keys()].reverse());
  expect(
    [...sheet.cells].filter(([at, value]) => shownText(value) !== shownText(before.get(at))),
  ).toEqual([]);
});

const shownText = (value: Shown | undefined) => JSON.stringify(value);
