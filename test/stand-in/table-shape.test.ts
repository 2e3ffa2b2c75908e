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

  test("columns are added, renamed and deleted", async () => {
    await onTable(async (table, context, sheet) => {
      sheet.getRange("D1").values = [["beside"]];
      table.columns.add(undefined, [["To buy"], [1], [2]] as never);
      table.columns.add(1, undefined, "Devices");
      table.columns.getItem("Price").name = "ERP";
      const range = table.getRange().load("values,address");
      const beside = sheet.getRange("F1").load("values");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1:E3");
      expect(range.values[0]).toEqual(["Product", "Devices", "Users", "ERP", "To buy"]);
      expect(range.values[2]).toEqual([2022, "", 5, 45, 2]);
      expect(beside.values).toEqual([["beside"]]);
      table.columns.getItem("Devices").delete();
      table.columns.load("items/name");
      await context.sync();
      expect(table.columns.items.map(({ name }) => name)).toEqual([
        ...["Product", "Users", "ERP", "To buy"],
      ]);
    });
  });

  test("a table is resized, where its header row stays", async () => {
    await onTable(async (table, context) => {
      table.resize("A1:D4");
      table.columns.load("items/name");
      await context.sync();
      expect(table.columns.items.map(({ name }) => name)).toEqual([
        ...["Product", "Users", "Price", "Column4"],
      ]);
    });
    const code = await refusal(
      onTable(async (table, context) => {
        table.resize("A2:C4");
        await context.sync();
      }),
    );
    expect(code).toBe("InvalidArgument");
  });

  test("a total row comes and goes", async () => {
    await onTable(async (table, context, sheet) => {
      sheet.getRange("A4").values = [["below"]];
      table.showTotals = true;
      const [body, cells] = [table.getDataBodyRange(), sheet.getRange("A4:A5")];
      body.load("address");
      cells.load("values");
      await context.sync();
      expect([body.address, cells.values]).toEqual(["Sheet1!A2:C3", [["Total"], ["below"]]]);
      table.showTotals = false;
      cells.load("values");
      await context.sync();
      expect(cells.values).toEqual([["below"], [""]]);
    });
  });

  test("a table is deleted with its cells, or converted without them", async () => {
    await onTable(async (table, context, sheet) => {
      table.convertToRange();
      const kept = sheet.getRange("A1").load("values");
      await context.sync();
      expect(kept.values).toEqual([["Product"]]);
      const again = sheet.tables.add("A1:C3", true);
      await context.sync();
      again.delete();
      kept.load("values");
      const count = sheet.tables.getCount();
      await context.sync();
      expect([kept.values, count.value]).toEqual([[[""]], 0]);
    });
  });
});
