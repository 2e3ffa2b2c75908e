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

  test("ranges from ranges", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:D5");
      const ranges = [
        range.getCell(0, 1),
        range.getRow(1),
        range.getColumn(2),
        range.getLastRow(),
        range.getLastCell(),
        range.getOffsetRange(1, 1),
        range.getResizedRange(1, -1),
        range.getAbsoluteResizedRange(1, 1),
        range.getRowsBelow(2),
        range.getEntireColumn(),
        range.getEntireRow(),
        range.getBoundingRect("F7"),
        range.getIntersection("C1:C3"),
        sheet.getRangeByIndexes(0, 0, 2, 2),
        sheet.getCell(3, 3),
      ];
      ranges.forEach((each) => each.load("address"));
      const none = range.getIntersectionOrNullObject("A1");
      await context.sync();
      expect(ranges.map(({ address }) => address.replace("Sheet1!", ""))).toEqual([
        ...["C2", "B3:D3", "D2:D5", "B5:D5", "D5", "C3:E6", "B2:C6", "B2", "B6:D7"],
        ...["B:D", "2:5", "B2:F7", "C2:C3", "A1:B2", "D4"],
      ]);
      expect(none.isNullObject).toBe(true);
    });
  });

  test("the used range, and none", async () => {
    await onSheet(async (sheet, context) => {
      const none = sheet.getUsedRangeOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("D9").values = [[1]];
      const used = sheet.getUsedRangeOrNullObject().load("address");
      await context.sync();
      expect(used.address).toBe("Sheet1!B2:D9");
    });
  });

  test("spilled cells know their parent", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("B2").formulas = [["=SEQUENCE(2,2)"]];
      const spilled = sheet.getRange("C3");
      const parent = spilled.getSpillParentOrNullObject().load("address");
      const to = sheet.getRange("B2").getSpillingToRangeOrNullObject().load("address");
      const none = sheet.getRange("A1").getSpillParentOrNullObject();
      spilled.load("values,formulas,hasSpill");
      await context.sync();
      expect([parent.address, to.address]).toEqual(["Sheet1!B2", "Sheet1!B2:C3"]);
      expect(none.isNullObject).toBe(true);
      expect([spilled.values, spilled.hasSpill]).toEqual([[[4]], true]);
    });
  });

  test("insert and delete move cells, clear empties them", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange("A1").insert("Down");
      sheet.getRange("B1").insert("Right");
      const moved = sheet.getRange("A1:C3").load("values");
      await context.sync();
      expect(moved.values).toEqual([
        ["", "", 2],
        [1, 4, ""],
        [3, "", ""],
      ]);
      sheet.getRange("A1").delete("Up");
      sheet.getRange("B2").clear("Contents");
      moved.load("values");
      await context.sync();
      expect(moved.values).toEqual([
        [1, "", 2],
        [3, "", ""],
        ["", "", ""],
      ]);
    });
  });

  test("select and the selected range", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("B2:C3").select();
      const selected = context.workbook.getSelectedRange().load("address,rowCount");
      const active = context.workbook.getActiveCell().load("address");
      await context.sync();
      expect([selected.address, active.address]).toEqual(["Sheet1!B2:C3", "Sheet1!B2"]);
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
