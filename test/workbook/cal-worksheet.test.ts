import { refuse } from "./disturb";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { insertCalWorksheet } from "../../src/workbook/cal-worksheet";
import { WorkbookTrouble, type Occupied } from "../../src/workbook/written";
import { Worksheets } from "../../workbench/host/objects/worksheet";
import { DataValidation } from "../../workbench/host/objects/data-validation";
import { products } from "../../src/catalog/catalog";

const header = [
  ...["Group", "Product", "Users", "Devices", "CAL type", "CAL", "Channel"],
  ...["Required", "Included", "Owned", "To buy", "Why"],
];
const inputs = ["Group", "Product", "Users", "Devices", "Channel", "Owned"];

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
});
afterEach(() => book.close());

describe("Inserting a CAL worksheet", () => {
  it("writes a table with blank rows and live formulas, and a line below it", async () => {
    expect(await insertCalWorksheet()).toEqual({
      ...{ done: true, table: "CalsWorksheet", address: "Sheet1!A1:L6" },
    });
    expect(await book.values("A1:L1")).toEqual([header]);
    const [first, ...others] = await book.formulas("A2:L6");
    header.forEach((column, i) => {
      if (inputs.includes(column)) expect([column, first[i]]).toEqual([column, ""]);
      else expect(first[i]).toMatch(/^=IF\(\w+\[\[#This Row\],\[Product\]\]="","",.*CALS\./);
    });
    for (const row of others) expect(row).toEqual(first);
    expect((await book.formulas("A8"))[0][0]).toMatch(/^=.*TEXTJOIN/);
    expect(await book.values("A7:L7")).toEqual([header.map(() => "")]);
  });

  it("offers drop-down lists and notes, and takes counts only where counts belong", async () => {
    await insertCalWorksheet();
    const rules = await book.rules("A2:L2");
    expect(rules[1]).toMatchObject({
      list: { source: `='CALS lists'!$A$2:$A$${products.length + 1}` },
    });
    expect(rules[2]).toMatchObject({ wholeNumber: { formula1: 0 } });
    expect(rules[4]).toMatchObject({ list: { source: "User,Device,None" } });
    expect(rules[6]).toMatchObject({ list: { source: "OEM,Retail,Volume,CSP" } });
  });

  it("keeps the products on a hidden sheet of its own", async () => {
    await insertCalWorksheet();
    await book.select("A20");
    expect(await insertCalWorksheet()).toMatchObject({ table: "CalsWorksheet2" });
    expect(await book.sheets()).toEqual([
      { name: "Sheet1", visibility: "Visible" },
      { name: "CALS lists", visibility: "Hidden" },
    ]);
    const names = await book.values(`'CALS lists'!A2:A${products.length + 1}`);
    expect(names.flat()).toEqual(products.map(({ name }) => name));
  });

  it("leaves a buyer's sheet of that name alone", async () => {
    await book.addSheet("CALS lists");
    await book.put("'CALS lists'!A1", [["mine"]]);
    await insertCalWorksheet();
    expect(await book.values("'CALS lists'!A1:A2")).toEqual([["mine"], [""]]);
    expect((await book.sheets())[2]).toEqual({ name: "CALS lists 2", visibility: "Hidden" });
  });

  it("asks before it writes over cells, and never writes over a table", async () => {
    await book.put("A8", [["mine"]]);
    const occupied = await insertCalWorksheet();
    expect(occupied).toMatchObject({ done: false, occupied: "Sheet1!A8", cells: 1 });
    expect(await book.sheets()).toHaveLength(1);
    await book.addTable("C4:D5", "Mine");
    await expect(insertCalWorksheet(occupied as Occupied)).rejects.toThrow(WorkbookTrouble);
    expect(await book.sheets()).toHaveLength(1);
  });

  it("calculates where the cells were formatted as text, in the line below too", async () => {
    await book.setFormat("A1:L8", "@");
    await insertCalWorksheet();
    expect((await book.formats("A8"))[0][0]).toBe("General");
    // A formula under the text format would be its own text.
    expect([await book.values("A8"), await book.values("H2")]).toEqual([[[0]], [[0]]]);
  });

  it("warns that a box shared by two groups counts once", async () => {
    await insertCalWorksheet();
    const { prompt } = await book.run(async (context) => {
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange("G2");
      const { dataValidation } = cell;
      dataValidation.load("prompt");
      await context.sync();
      return dataValidation;
    });
    expect(prompt.message).toMatch(/One row is one server license.*counts twice/);
    expect(prompt.message!.length).toBeLessThanOrEqual(255);
  });
});

describe("Where a CAL worksheet cannot be inserted", () => {
  it("a protected structure is told beforehand, and nobody is sent to undo what they did", async () => {
    const protect = () =>
      book.run(async ({ workbook }) => (workbook.protection.protect(), undefined));
    await protect();
    const { message } = await insertCalWorksheet().catch((refusal) => refusal);
    expect(message).toMatch(/structure of the workbook is protected.*Nothing was written\.$/);
    expect(await book.values("A1:B2")).toEqual([
      ["", ""],
      ["", ""],
    ]);
  });

  it("a sheet that could not be added is not missed when going back", async () => {
    refuse(Worksheets, "Add");
    await expect(insertCalWorksheet()).rejects.toThrow("Everything is as it was before.");
    expect(await book.sheets()).toHaveLength(1);
  });

  it("our sheet of lists needs no structure to change", async () => {
    await insertCalWorksheet();
    await book.run(async ({ workbook }) => (workbook.protection.protect(), undefined));
    await book.select("A20");
    expect(await insertCalWorksheet()).toMatchObject({ done: true });
  });

  it("nothing is left behind when Excel stops half-way", async () => {
    await book.put("B2", [["mine"]]);
    const whole = { wholeNumber: { formula1: 0, operator: "GreaterThan" } } as const;
    await book.run(async ({ workbook }) => {
      workbook.worksheets.getActiveWorksheet().getRange("B30").dataValidation.rule = whole;
    });
    const occupied = (await insertCalWorksheet()) as Occupied;
    refuse(DataValidation, "ErrorAlert", "set");
    await expect(insertCalWorksheet(occupied)).rejects.toThrow(WorkbookTrouble);
    expect(await book.tables()).toEqual([]);
    expect(await book.sheets()).toHaveLength(1);
    expect(await book.values("A1:B2")).toEqual([
      ["", ""],
      ["", "mine"],
    ]);
    expect(await book.rules("A2:C2")).toEqual([{}, {}, {}]);
    expect(await book.rules("B30")).toEqual([whole]);
    expect(await wraps("A1")).toBe(false);
  });
});

const wraps = (address: string) =>
  book.run(async (context) => {
    const { format } = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    format.load("wrapText");
    await context.sync();
    return format.wrapText;
  });
