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

  test("more cells than office.js writes in one piece", async () => {
    const values = Array.from({ length: 1000 }, (_, i) => [i, `row ${i}`]);
    const last = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B1000").values = values;
      const range = sheet.getRange("A1000:B1000");
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(last).toEqual([values[999]]);
    const wrong = onSheet(async (sheet) => void (sheet.getRange("A1:B999").values = values));
    await expect(wrong).rejects.toMatchObject({ code: "InvalidArgument" });
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

  test("the used range of more cells than a function takes arguments", () => {
    const { book } = host;
    const cells = Array.from({ length: 150_000 }, () => [{ value: 1 }]);
    book.write(book.activeSheetId(), 1, 1, cells);
    const used = { row: 1, column: 1, rows: 150_000, columns: 1 };
    expect(book.usedRect(book.activeSheetId(), true)).toEqual(used);
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
});
