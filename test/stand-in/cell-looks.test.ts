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

  test("number formats show", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[1234.5, 0.25, 46350]];
      range.numberFormat = [["#,##0.00", "0%", "yyyy-mm-dd"]];
      range.load("text,numberFormat");
      await context.sync();
      expect(range.text).toEqual([["1,234.50", "25%", "2026-11-24"]]);
      expect(range.numberFormat).toEqual([["#,##0.00", "0%", "yyyy-mm-dd"]]);
    });
  });

  test("looks: mixed ones are null", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.format.fill.color = "#FF0000";
      sheet.getRange("A1").format.font.bold = true;
      range.format.wrapText = true;
      range.format.verticalAlignment = "Top";
      range.format.columnWidth = 90;
      const one = sheet.getRange("A1");
      const read =
        "format/fill/color,format/font/bold,format/wrapText,format/verticalAlignment,format/columnWidth";
      range.load(read);
      one.load(read);
      await context.sync();
      expect(range.format.fill.color).toBe("#FF0000");
      expect(range.format.font.bold).toBeNull();
      expect(one.format.font.bold).toBe(true);
      expect(range.format.wrapText).toBe(true);
      expect(range.format.verticalAlignment).toBe("Top");
      expect(range.format.columnWidth).toBe(90);
    });
  });

  test("set() and toJSON()", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("E1");
      range.set({ values: [[5]], format: { font: { bold: true } } });
      range.load("values,format/font/bold");
      await context.sync();
      expect(range.toJSON()).toMatchObject({ values: [[5]], format: { font: { bold: true } } });
    });
  });

  test("data validation", async () => {
    await onSheet(async (sheet, context) => {
      const { dataValidation } = sheet.getRange("A1:A3");
      dataValidation.rule = { list: { inCellDropDown: true, source: "User,Device" } };
      dataValidation.prompt = { showPrompt: true, title: "CAL type", message: "Choose." };
      const one = sheet.getRange("A2").dataValidation.load("type,rule,prompt,errorAlert");
      const none = sheet.getRange("B2").dataValidation.load("type");
      await context.sync();
      expect(one.type).toBe("List");
      expect(one.rule).toEqual({ list: { inCellDropDown: true, source: "User,Device" } });
      expect(one.prompt.title).toBe("CAL type");
      expect(none.type).toBe("None");
      sheet.getRange("A1:A3").dataValidation.clear();
      one.load("type");
      await context.sync();
      expect(one.type).toBe("None");
    });
  });
});
