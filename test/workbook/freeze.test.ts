import { refuseOnce } from "./disturb";
import {
  calculate,
  everything,
  markNames,
  protect,
  recordText,
  sheetOf,
  withoutFormulas,
} from "./freezing";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { samplePriceList } from "../../src/catalog/price-list";
import { ruleDay } from "../../src/catalog/rule-day";
import { freeze, lookAtFreeze } from "../../src/workbook/freeze";
import { Range } from "../../workbench/host/objects/range";
import { CustomXmlParts } from "../../workbench/host/objects/custom-xml-parts";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook({ calculate });
});
afterEach(() => book.close());

const workbookOf = async () => {
  await book.put("A1:D1", [["Edition", "Users", "Devices", "Required"]]);
  await book.put("A2:D2", [["2012 R2 Standard", 40, 25, "=CALS.REQUIRED(A2,B2,C2)"]]);
  await book.put("A3:D3", [["2022 Standard", 5, 9, '=IF(A3="x",1,CALS.REQUIRED(A3,B3,C3)*2)']]);
  await book.put("F1:F3", [["=CALS.CALTYPE(A2,B2,C2)"], ["=CALS.LIMIT(A2)"], ["=SUM(D2:D3)"]]);
};

describe("Freezing the workbook", () => {
  beforeEach(workbookOf);

  it("leaves every value in its cell, and no formula of ours", async () => {
    const before = await book.values("A1:F3");
    expect(await freeze("workbook")).toEqual({
      ...{ sheets: [{ sheet: "Sheet1", formulas: 4 }], left: [] },
    });
    expect(await book.values("A1:F3")).toEqual(before);
    expect(await withoutFormulas(book, "A1:F2")).toEqual(before.slice(0, 2));
    expect(await book.formulas("F3")).toEqual([["=SUM(D2:D3)"]]);
  });

  it("keeps an error an error, so that no sum counts it", async () => {
    await freeze("workbook");
    const types = await book.run(async ({ workbook }) => {
      const range = workbook.worksheets.getActiveWorksheet().getRange("F2");
      range.load("valueTypes");
      await workbook.context.sync();
      return range.valueTypes;
    });
    expect(types).toEqual([["Error"]]);
  });

  it("writes a record that a person can read", async () => {
    await freeze("workbook");
    const xml = recordText(book)!;
    expect(xml).toContain('xmlns="urn:cals-for-excel:frozen" version="1"');
    expect(xml).toContain(`ruleDay="${ruleDay}" priceList="${samplePriceList.name}`);
    expect(xml).toContain(samplePriceList.date);
    expect(xml).toContain('<cells at="D2" formula="=CALS.REQUIRED(A2,B2,C2)">');
    expect(xml).toContain('<input at="A2" held="2012 R2 Standard"/>');
    expect(xml).toContain('<input at="B2" held="40"/>');
    expect(xml).toContain('<value error="#N/A"/>');
    expect(markNames(book)).toEqual(["CALS_frozen_1"]);
    expect(book.host.host.state!.names[0].visible).toBe(false);
  });

  it("says beforehand what it would do, and changes nothing then", async () => {
    const before = await everything(book);
    expect((await lookAtFreeze("workbook")).sheets).toEqual([{ sheet: "Sheet1", formulas: 4 }]);
    expect(await everything(book)).toEqual(before);
  });

  it("has nothing to do the second time, and adds to the record what came later", async () => {
    await freeze("workbook");
    const first = recordText(book);
    expect((await freeze("workbook")).sheets).toEqual([]);
    expect(recordText(book)).toBe(first);
    await book.put("A9", [["=CALS.FITS(A2)"]]);
    await freeze("workbook");
    expect(recordText(book)!.match(/<freezing /g)).toHaveLength(2);
    expect(book.host.host.state!.customXmlParts.size).toBe(1);
  });

  it("formats the cells as before, and calculates nothing from a text", async () => {
    await book.setFormat("D2", "#,##0");
    await book.put("E2", [["=CALS.CALTYPE(A2)"]]);
    await book.setFormat("E2", "@");
    await freeze("workbook");
    expect(await book.formats("D2:E2")).toEqual([["#,##0", "@"]]);
    expect(await book.values("E2")).toEqual([["Device"]]);
  });
});

describe("Where a formula spills", () => {
  it("the whole spill becomes values", async () => {
    await book.put("B2", [['=CALS.EDITIONS("2012 R2")']]);
    const before = await book.values("A1:D6");
    expect((await freeze("workbook")).sheets).toEqual([{ sheet: "Sheet1", formulas: 1 }]);
    expect(await withoutFormulas(book, "A1:D6")).toEqual(before);
    expect(before[3].slice(1, 3)).toEqual(["2012 R2 Foundation", "#N/A"]);
    expect(recordText(book)).toContain('<cells at="B2:C4"');
  });

  it("a selection that touches the spill means the formula", async () => {
    await book.put("B2", [['=CALS.EDITIONS("2012 R2")']]);
    await book.put("F1", [["=CALS.FITS(A2)"]]);
    await book.select("C4");
    expect((await freeze("selection")).sheets).toEqual([{ sheet: "Sheet1", formulas: 1 }]);
    expect(await book.formulas("F1")).toEqual([["=CALS.FITS(A2)"]]);
  });
});

describe("A scope", () => {
  beforeEach(async () => {
    await workbookOf();
    await book.addSheet("Other");
    await book.put("Other!A1", [["=CALS.FITS(Sheet1!A2)"]]);
  });

  it("of a sheet leaves the other sheets alone", async () => {
    await freeze("sheet");
    expect(await book.formulas("Other!A1")).toEqual([["=CALS.FITS(Sheet1!A2)"]]);
    await withoutFormulas(book, "D2:D3");
  });

  it("of a selection leaves the other cells alone", async () => {
    await book.select("D2");
    await freeze("selection");
    await withoutFormulas(book, "D2");
    expect((await book.formulas("D3"))[0][0]).toContain("CALS.REQUIRED");
  });

  it("of the workbook names protected sheets, and leaves them as they are", async () => {
    await protect(book, "Other");
    expect(await freeze("workbook")).toEqual({
      sheets: [{ sheet: "Sheet1", formulas: 4 }],
      left: [{ kind: "protected", sheet: "Other", formulas: 1 }],
    });
    expect(await book.formulas("Other!A1")).toEqual([["=CALS.FITS(Sheet1!A2)"]]);
  });

  it("marks the cells that are frozen and those that are read, in hidden names that say no CALS", async () => {
    await book.select("Other!A1");
    await freeze("selection");
    const [mark] = book.host.host.state!.names;
    expect(mark).toMatchObject({
      ...{ name: "CALS_frozen_1", visible: false, formula: "='Other'!$A$1&'Sheet1'!$A$2" },
    });
    expect(markNames(book)).toHaveLength(1);
  });
});

describe("What cannot be frozen", () => {
  it("is refused while Excel still calculates", async () => {
    await book.put("A1:B1", [["=CALS.FITS(A2)", "=CALS.NEEDED(A2)"]]);
    await expect(freeze("workbook")).rejects.toThrow(
      "Excel still calculates Sheet1!B1. Wait until it shows a value, then try again. Nothing was changed.",
    );
    expect(await book.formulas("A1")).toEqual([["=CALS.FITS(A2)"]]);
  });

  it("is told where a cell shows no value", async () => {
    await book.put("A1:B1", [["=CALS.FITS(A2)", "=CALS.NOSUCH(A2)"]]);
    expect(await freeze("workbook")).toEqual({
      sheets: [{ sheet: "Sheet1", formulas: 1 }],
      left: [{ kind: "no value", cell: "Sheet1!B1", shows: "#NAME?" }],
    });
    expect(await book.formulas("B1")).toEqual([["=CALS.NOSUCH(A2)"]]);
  });

  it("is told where names, entry rules and conditional formats say CALS", async () => {
    await book.addName("Need", "=CALS.REQUIRED(Sheet1!$A$1,1)");
    await book.addName("Plain", "=Sheet1!$A$1");
    await book.run(async ({ workbook }) => {
      const sheet = workbook.worksheets.getActiveWorksheet();
      sheet.getRange("B1:B3").dataValidation.rule = { custom: { formula: "=CALS.FITS(B1)" } };
      sheet.getRange("C1").dataValidation.rule = { wholeNumber: { formula1: 0 } as any };
      const format = sheet.getRange("D1:D9").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=CALS.FITS(D1)";
      sheet.getRange("E1").conditionalFormats.add("DataBar");
    });
    expect((await freeze("workbook")).left).toEqual([
      { kind: "name", name: "Need" },
      { kind: "entry rule", cells: "Sheet1!B1:B3" },
      { kind: "conditional format", cells: "Sheet1!D1:D9" },
    ]);
  });

  it("is a text that only looks like a formula", async () => {
    await book.put("A1", [["'=CALS.FITS(A2)"]]);
    expect((await freeze("workbook")).sheets).toEqual([]);
  });
});

describe("When Excel stops half-way", () => {
  beforeEach(async () => {
    await workbookOf();
    await book.put("B6", [['=CALS.EDITIONS("2012 R2")']]);
    await book.setFormat("D2", "0.0");
  });

  it.each([
    ["writing cells", () => refuseOnce(Range, "Formulas", "set")],
    ["writing formats", () => refuseOnce(Range, "NumberFormat", "set")],
    ["writing the record", () => refuseOnce(CustomXmlParts, "Add")],
  ])("while %s, all is as it was", async (_what, disturb) => {
    const before = await everything(book);
    disturb();
    const refusal = freeze("workbook");
    await expect(refusal).rejects.toThrow(/internal error/);
    jest.restoreAllMocks();
    expect(await everything(book)).toEqual(before);
  });

  it("a sheet protected meanwhile by somebody else does not keep the others from being restored", async () => {
    await book.addSheet("Other");
    await book.put("Other!A1", [["=CALS.FITS(Sheet1!A2)"]]);
    const before = await everything(book);
    const { state } = book.host.host;
    const add = state!.customXmlParts.set.bind(state!.customXmlParts);
    state!.customXmlParts.set = (id, xml) => {
      state!.protectedSheets.add(sheetOf(book, "Other").id);
      return add(id, xml);
    };
    await expect(freeze("workbook")).rejects.toThrow(
      /The sheet is protected\..*Everything is as it was before\./,
    );
    state!.protectedSheets.clear();
    expect(await everything(book)).toEqual(before);
  });
});
