/** What the tests of freeze, thaw, repair and prepare for sharing put into a workbook and look at. */
import type { OpenWorkbook } from "./open-workbook";

type Cells = any[][];

/** What the formulas of these tests come to. */
export function calculate(formula: string): any {
  if (formula.includes("CALS.EDITIONS")) {
    return [
      ["Edition", "CALs"],
      ["2012 R2 Standard", true],
      ["2012 R2 Foundation", "#N/A"],
    ];
  }
  if (formula.includes("CALS.CALTYPE")) return "Device";
  if (formula.includes('""')) return "";
  if (formula.includes("CALS.LIMIT")) return "#N/A";
  if (formula.includes("CALS.FITS")) return true;
  if (formula.includes("_xldudf_") || formula.includes("CALS.NOSUCH")) return "#NAME?";
  if (formula.includes("CALS.NEEDED")) return "#BUSY!";
  return formula.length + 0.1;
}

export const sheetOf = (book: OpenWorkbook, name = "Sheet1") => {
  const { sheets } = book.host.book;
  return sheets.call(book.host.book).find((sheet) => sheet.name === name)!;
};

/** The record of what is frozen, as it travels in the file; nothing where there is none. */
export const recordText = (book: OpenWorkbook): string | undefined =>
  [...book.host.host.state!.customXmlParts.values()][0];

export const markNames = (book: OpenWorkbook): string[] =>
  book.host.host.state!.names.map(({ name }) => name);

export const protect = (book: OpenWorkbook, sheet: string) =>
  book.run(async ({ workbook }) => workbook.worksheets.getItem(sheet).protection.protect());

export const unprotect = (book: OpenWorkbook, sheet: string) =>
  book.run(async ({ workbook }) => workbook.worksheets.getItem(sheet).protection.unprotect());

/** Whole rows, as a person inserts them. */
export const insertRows = (book: OpenWorkbook, rows: string, sheet = "Sheet1") =>
  book.run(async ({ workbook }) => {
    workbook.worksheets.getItem(sheet).getRange(rows).insert("Down");
  });

/** All that the cells of a workbook hold and how: to compare it before and after. */
export async function everything(book: OpenWorkbook): Promise<unknown> {
  const { state } = book.host.host;
  const sheets = await book.run(async ({ workbook }) => {
    const { worksheets } = workbook;
    worksheets.load("items/name");
    await workbook.context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject());
    used.forEach((range) => range.load("address,formulas,values,valueTypes,numberFormat,hasSpill"));
    await workbook.context.sync();
    return used.map((range) => (range.isNullObject ? null : range.toJSON()));
  });
  return {
    sheets,
    names: state!.names.map((name) => ({ ...name })),
    parts: [...state!.customXmlParts.values()],
    settings: Object.fromEntries(state!.settings),
    startup: book.host.host.startup.state,
  };
}

/** What a reader of the file sees who has no add-in: no formula, only values. */
export async function withoutFormulas(book: OpenWorkbook, address: string): Promise<Cells> {
  const [formulas, values] = [await book.formulas(address), await book.values(address)];
  expect(formulas).toEqual(values);
  return values;
}
