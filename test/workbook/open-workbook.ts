import { MemoryBook, type MemoryBookOptions } from "../../workbench/books/memory-book";
import { UniverBook } from "../../workbench/books/univer-book";
import { startUniver } from "../../workbench/books/univer-headless";
import { dist } from "../support/built-files";
import { excelOfThisRun } from "../support/excel-of-this-run";
import { openNodeHost, type NodeHost, type NodeHostOptions } from "../../workbench/host/node-host";

type Cells = any[][];

/**
 * A workbook for the code of src/workbook to work on: the real office.js, with the stand-in at the
 * other end. A test looks at it as an add-in would.
 */
export class OpenWorkbook {
  constructor(readonly host: NodeHost) {}

  values = (address: string): Promise<Cells> => this.read(address, "values");
  /** What the cells come to once all is calculated. */
  shown = async (address: string): Promise<Cells> => {
    await (this.host.book as UniverBook).idle();
    return this.values(address);
  };
  formulas = (address: string): Promise<Cells> => this.read(address, "formulas");
  formats = (address: string): Promise<Cells> => this.read(address, "numberFormat");

  put = (address: string, formulas: Cells) =>
    this.change(address, (range) => (range.formulas = formulas));
  select = (address: string) => this.change(address, (range) => range.select());
  setFormat = (address: string, format: string) =>
    this.change(address, (range) => (range.numberFormat = format as any));
  setWidth = (address: string, points: number) =>
    this.change(address, (range) => (range.format.columnWidth = points));

  width = (address: string): Promise<number> =>
    this.run(async (context) => {
      const { format } = at(context, address);
      format.load("columnWidth");
      await context.sync();
      return format.columnWidth;
    });

  /** The entry rules of the cells of one row. */
  rules = (address: string): Promise<Excel.DataValidationRule[]> =>
    this.run(async (context) => {
      const range = at(context, address);
      range.load("columnCount");
      await context.sync();
      const cells = Array.from({ length: range.columnCount }, (_, i) => range.getCell(0, i));
      cells.forEach((cell) => cell.dataValidation.load("rule"));
      await context.sync();
      return cells.map((cell) => cell.dataValidation.rule);
    });

  tables = () =>
    this.run(async (context) => {
      const { tables } = context.workbook;
      tables.load("items/name,items/style");
      await context.sync();
      const ranges = tables.items.map((table) => table.getRange());
      ranges.forEach((range) => range.load("address"));
      await context.sync();
      return tables.items.map(({ name, style }, i) => ({
        name,
        style,
        address: ranges[i].address,
      }));
    });

  addTable = (address: string, name: string) =>
    this.change(address, (range) => {
      range.worksheet.tables.add(range, true).name = name;
    });
  renameTable = (name: string, to: string) => this.inTable(name, (table) => (table.name = to));
  deleteRow = (name: string, at: number) =>
    this.inTable(name, (table) => table.rows.getItemAt(at).delete());
  addRow = (name: string, cells: any[]) =>
    this.inTable(name, (table) => void table.rows.add(undefined, [cells]));
  /** A column at the right with the same text in every row. */
  addColumn = (name: string, header: string, text: string) =>
    this.run(async (context) => {
      const table = context.workbook.tables.getItem(name);
      const column = table.columns.add(undefined, undefined, header);
      const body = column.getDataBodyRange();
      body.load("rowCount");
      await context.sync();
      body.values = Array.from({ length: body.rowCount }, () => [text]);
      await context.sync();
    });

  sheets = () =>
    this.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility");
      await context.sync();
      return worksheets.items.map(({ name, visibility }) => ({ name, visibility }));
    });
  addSheet = (name: string) =>
    this.run(async (context) => void context.workbook.worksheets.add(name));
  addName = (name: string, formula: string) =>
    this.run(async (context) => void context.workbook.names.add(name, formula));
  protect = () =>
    this.run(async ({ workbook }) => workbook.worksheets.getActiveWorksheet().protection.protect());

  /** The add-in's settings, by their keys. */
  settings = (): Promise<Record<string, string>> =>
    this.run(async (context) => {
      const { settings } = context.workbook;
      settings.load("items/key,items/value");
      await context.sync();
      return Object.fromEntries(settings.items.map(({ key, value }) => [key, value]));
    });
  setSetting = (key: string, value: string) =>
    this.run(async (context) => void context.workbook.settings.add(key, value));

  /** Events arrive in their own time. */
  async until(happened: () => boolean): Promise<void> {
    for (let i = 0; i < 200 && !happened(); i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    if (!happened()) throw new Error("It did not happen.");
  }

  close(): void {
    jest.restoreAllMocks();
    const { unimplemented } = this.host;
    this.host.close();
    expect(unimplemented).toEqual([]);
  }

  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return this.host.Excel.run(batch);
  }

  private read(address: string, what: "values" | "formulas" | "numberFormat"): Promise<Cells> {
    return this.run(async (context) => {
      const range = at(context, address);
      range.load(what);
      await context.sync();
      return range[what];
    });
  }

  private change(address: string, change: (range: Excel.Range) => void): Promise<void> {
    return this.run(async (context) => change(at(context, address)));
  }

  private inTable(name: string, change: (table: Excel.Table) => void): Promise<void> {
    return this.run(async (context) => change(context.workbook.tables.getItem(name)));
  }
}

/** "A1:B2" is on the active sheet, "'My sheet'!A1" on its own. */
function at(context: Excel.RequestContext, address: string): Excel.Range {
  const [, quoted, plain, cells] = /^(?:(?:'(.*)'|([^!]*))!)?(.*)$/.exec(address)!;
  const { worksheets } = context.workbook;
  const name = quoted ?? plain;
  const sheet = name === undefined ? worksheets.getActiveWorksheet() : worksheets.getItem(name);
  return sheet.getRange(cells);
}

export async function openWorkbook(
  options: MemoryBookOptions = {},
  requirementSets: NodeHostOptions["requirementSets"] = excelOfThisRun(),
): Promise<OpenWorkbook> {
  const host = await openNodeHost({ book: new MemoryBook(options), requirementSets });
  Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
  return new OpenWorkbook(host);
}

/** The same workbook in another Excel, which is the one that src/workbook finds from now on. */
export async function openIn(
  { host }: OpenWorkbook,
  requirementSets: Readonly<Record<string, string>>,
): Promise<OpenWorkbook> {
  const { book } = host;
  const other = await openNodeHost({ book, state: host.host.state, requirementSets });
  Object.assign(globalThis, { Excel: other.Excel, Office: other.Office });
  return new OpenWorkbook(other);
}

/** A workbook that calculates: Univer's engine, and the functions of the built add-in in its runtime. */
export async function openCalculated(): Promise<OpenWorkbook> {
  const host = await openNodeHost({
    book: new UniverBook(startUniver()),
    dist,
    requirementSets: excelOfThisRun(),
  });
  Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
  return new OpenWorkbook(host);
}
