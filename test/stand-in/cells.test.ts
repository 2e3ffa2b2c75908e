import { NodeHost, openNodeHost } from "../../workbench/host/node-host";
import { bothBooks } from "./both-books";

describe.each(bothBooks)("a workbook %s", (_, openBook) => {
  /** The real office.js against the stand-in, with a workbook in memory. */
  let host: NodeHost;
  let ExcelHere: typeof Excel;

  beforeEach(async () => {
    host = await openNodeHost({ book: openBook() });
    ExcelHere = host.Excel;
  });

  afterEach(() => {
    expect(host.unimplemented).toEqual([]);
    host.close();
  });

  const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => ExcelHere.run(batch);

  const onSheet = <T>(
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
  ) => run((context) => batch(context.workbook.worksheets.getActiveWorksheet(), context));

  /** The code of the error that office.js reports. */
  const refusal = async (batch: Promise<unknown>) => {
    const error = await batch.then(
      () => undefined,
      (problem: OfficeExtension.Error) => problem,
    );
    return error?.code;
  };

  test("values, formulas, text and types", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C2");
      range.values = [
        ["name", 1.5, true],
        ["12", "=40+2", ""],
      ];
      range.load("values,formulas,text,valueTypes,address,cellCount");
      await context.sync();
      expect(range.values).toEqual([
        ["name", 1.5, true],
        [12, 42, ""],
      ]);
      expect(range.formulas[1]).toEqual([12, "=40+2", ""]);
      expect(range.text[0]).toEqual(["name", "1.5", "TRUE"]);
      expect(range.valueTypes).toEqual([
        ["String", "Double", "Boolean"],
        ["Double", "Double", "Empty"],
      ]);
      expect(range.address).toBe("Sheet1!A1:C2");
      expect(range.cellCount).toBe(6);
    });
  });

  test.each([
    ["'=1+1", "=1+1", "String"],
    ["'12", "12", "String"],
    ["12%", 0.12, "Double"],
    ["2026-11-24", 46350, "Double"],
    ["11/24/2026", 46350, "Double"],
    ["2026-13-24", "2026-13-24", "String"],
    ["true", true, "Boolean"],
    ["#N/A", "#N/A", "Error"],
    ["-5", -5, "Double"],
    ["@x", "@x", "String"],
  ])("%s is entered as %s", async (input, value, type) => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2");
      range.values = [[input]];
      range.load("values,valueTypes");
      await context.sync();
      expect([range.values[0]![0], range.valueTypes[0]![0]]).toEqual([value, type]);
    });
  });

  test("the format @ keeps text", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:B3");
      range.numberFormat = [["@"], ["@"]];
      range.values = [["007"], ["=1+1"]];
      range.load("values,formulas");
      await context.sync();
      expect(range.values).toEqual([["007"], ["=1+1"]]);
    });
  });

  test("null leaves a cell as it is, one value fills the range", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.values = [[1, 2]];
      range.values = [[null, 3]];
      const filled = sheet.getRange("A3:B4");
      filled.values = 7 as never;
      range.load("values");
      filled.load("values");
      await context.sync();
      expect(range.values).toEqual([[1, 3]]);
      expect(filled.values).toEqual([
        [7, 7],
        [7, 7],
      ]);
    });
  });

  test("wrong dimensions are refused, and what came before stays", async () => {
    const code = await refusal(
      onSheet(async (sheet, context) => {
        sheet.getRange("D1").values = [["before"]];
        sheet.getRange("A1:B2").values = [[1]];
        sheet.getRange("D2").values = [["after"]];
        await context.sync();
      }),
    );
    expect(code).toBe("InvalidArgument");
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("D1:D2").load("values");
      await context.sync();
      expect(range.values).toEqual([["before"], [""]]);
    });
  });

  test("a formula that Excel would not take is refused; a missing sheet is #REF!", async () => {
    const code = await refusal(
      onSheet(async (sheet, context) => {
        sheet.getRange("A1").formulas = [["=SUM(1"]];
        await context.sync();
      }),
    );
    expect(code).toBe("InvalidArgument");
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A2");
      range.formulas = [["=Nowhere!A1"], ["=sheet1!B1"]];
      range.load("formulas");
      await context.sync();
      expect(range.formulas).toEqual([["=#REF!"], ["=Sheet1!B1"]]);
    });
  });
});
