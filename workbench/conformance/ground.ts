import type { Seen } from "./scenario";

/** What of a range a scenario may look at. */
type Aspect = "formulas" | "hasSpill" | "numberFormat" | "text" | "values" | "valueTypes";

/** What cells show while a function is still being asked. */
const unfinished = ["#BUSY!", "#GETTING_DATA"];
const pause = 100;
const longest = 15_000;

/**
 * A sheet that is there for one scenario, and short ways to write and look. Each step is a batch of
 * its own, so that a step that Excel refuses leaves the others whole.
 */
export class Ground {
  constructor(private readonly name: string) {}

  /** Runs a batch on the sheet. */
  run<T>(
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>,
  ): Promise<T> {
    return Excel.run(async (context) => {
      const answer = await batch(context.workbook.worksheets.getItem(this.name), context);
      await context.sync();
      return answer;
    });
  }

  put(address: string, formulas: unknown[][]): Promise<void> {
    return this.run((sheet) => {
      sheet.getRange(address).formulas = formulas;
    });
  }

  format(address: string, numberFormat: string): Promise<void> {
    return this.run((sheet) => {
      sheet.getRange(address).numberFormat = forAll(numberFormat);
    });
  }

  table(address: string, name: string): Promise<void> {
    return this.run((sheet) => {
      sheet.tables.add(address, true).name = name;
    });
  }

  /** A row below the last of a table; null leaves a cell to the formula of its column. */
  addRow(table: string, cells: unknown): Promise<void> {
    return this.run((sheet) => {
      sheet.tables.getItem(table).rows.add(undefined, [cells] as string[][]);
    });
  }

  /** One aspect of the cells, row by row. */
  look(address: string, aspect: Aspect): Promise<Seen> {
    return this.run(async (sheet, context) => {
      const range = sheet.getRange(address);
      range.load(aspect);
      await context.sync();
      return range[aspect] as Seen;
    });
  }

  /** The values, once every function has answered. */
  async answers(address: string): Promise<Seen> {
    for (const end = Date.now() + longest; ; await wait(pause)) {
      const values = (await this.look(address, "values")) as Seen[][];
      const isDone = !values.flat().some((value) => unfinished.includes(String(value)));
      if (isDone || Date.now() > end) return values;
    }
  }

  /** The code of the error with which Excel refuses a batch, or null where it does not. */
  async refusal(
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown,
  ): Promise<string | null> {
    try {
      await this.run(batch);
      return null;
    } catch (error) {
      return codeOf(error);
    }
  }
}

/** Excel's code; where it has none the fault is the scenario's, and its text says more. */
export const codeOf = (error: unknown): string =>
  String((error as { code?: string }).code ?? (error as Error).message);

export const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** An address without its sheet, whose name is not what is asked. */
export const place = (address: string): string => address.slice(address.lastIndexOf("!") + 1);

/** Office.js takes one value for all the cells of a range; its types know grids only. */
export const forAll = (one: unknown): unknown[][] => one as unknown[][];
