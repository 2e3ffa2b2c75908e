import { NodeHost, openNodeHost } from "../../workbench/host/node-host";
import { bothBooks } from "./both-books";

describe.each(bothBooks)("a workbook %s", (_, openBook) => {
  let host: NodeHost;

  beforeEach(async () => {
    host = await openNodeHost({ book: openBook() });
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:C3").values = [
        ["Product", "Users", "Price"],
        ["2012 R2", 40, 38],
        [2022, 5, 45],
      ];
      sheet.tables.add("A1:C3", true).name = "Prices";
      await context.sync();
    });
  });

  afterEach(() => {
    expect(host.unimplemented).toEqual([]);
    host.close();
  });

  const onSheet = <T>(
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
  ) =>
    host.Excel.run((context) => batch(context.workbook.worksheets.getActiveWorksheet(), context));

  const onTable = <T>(
    batch: (
      table: Excel.Table,
      context: Excel.RequestContext,
      sheet: Excel.Worksheet,
    ) => Promise<T>,
  ) => onSheet((sheet, context) => batch(sheet.tables.getItem("prices"), context, sheet));

  const refusal = (batch: Promise<unknown>) =>
    batch.then(
      () => undefined,
      (problem: OfficeExtension.Error) => problem.code,
    );

  test("new rows push down what stands below, within the table's columns", async () => {
    await onTable(async (table, context, sheet) => {
      sheet.getRange("A4:E4").values = [["line", "", "", "", "beside"]];
      table.rows.add(undefined, [
        [2025, 1, 48],
        [2019, 2, null as never],
      ]);
      const all = sheet.getRange("A3:E6").load("values");
      const range = table.getRange().load("address");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1:C5");
      expect(all.values).toEqual([
        [2022, 5, 45, "", ""],
        [2025, 1, 48, "", "beside"],
        [2019, 2, "", "", ""],
        ["line", "", "", "", ""],
      ]);
    });
  });

  test("a new row takes the look, the rules and the formula of its column", async () => {
    await onTable(async (table, context, sheet) => {
      const price = table.columns.getItem("Price").getDataBodyRange();
      price.formulas = [["=Prices[[#This Row],[Users]]*2"], ["=Prices[[#This Row],[Users]]*2"]];
      price.numberFormat = [["0.00"], ["0.00"]];
      table.columns.getItem("Users").getDataBodyRange().dataValidation.rule = {
        wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" },
      };
      table.rows.add(undefined, [["2025", 1, null as never]]);
      const added = sheet.getRange("A4:C4").load("formulas,numberFormat");
      const users = sheet.getRange("B4").dataValidation.load("type");
      await context.sync();
      expect(added.formulas[0]![2]).toBe("=Prices[[#This Row],[Users]]*2");
      expect(added.numberFormat[0]![2]).toBe("0.00");
      expect(users.type).toBe("WholeNumber");
    });
  });

  test("rows are put in between and deleted; the last one stays", async () => {
    await onTable(async (table, context) => {
      table.rows.add(0, [["first", 0, 0]]);
      table.rows.getItemAt(2).delete();
      table.rows.getItemAt(1).delete();
      const range = table.getRange().load("values");
      await context.sync();
      expect(range.values.map(([product]) => product)).toEqual(["Product", "first"]);
      table.rows.getItemAt(0).delete();
      const body = table.getDataBodyRange().load("address,values");
      await context.sync();
      expect([body.address, body.values]).toEqual(["Sheet1!A2:C2", [["", "", ""]]]);
    });
  });

  test("rows that would cut through another table are refused", async () => {
    const code = await refusal(
      onTable(async (table, context, sheet) => {
        sheet.tables.add("B6:D8", true);
        table.rows.add(undefined, [["2025", 1, 48]]);
        await context.sync();
      }),
    );
    expect(code).toBe("InvalidOperation");
  });

  test("a table below moves along", async () => {
    await onTable(async (table, context, sheet) => {
      const other = sheet.tables.add("A6:C8", true);
      table.rows.add(undefined, [["2025", 1, 48]]);
      const range = other.getRange().load("address");
      await context.sync();
      expect(range.address).toBe("Sheet1!A7:C9");
    });
  });
});
