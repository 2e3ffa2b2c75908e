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

  test("a table, its parts and its columns", async () => {
    await onTable(async (table, context) => {
      table.load("name,style,showHeaders,showTotals,showBandedRows");
      table.columns.load("items/name,items/index,items/id");
      table.rows.load("count");
      const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
      const column = table.columns.getItem("USERS");
      parts.push(column.getRange(), column.getHeaderRowRange(), column.getDataBodyRange());
      parts.forEach((part) => part.load("address"));
      const none = table.columns.getItemOrNullObject("Nope").getDataBodyRange();
      await context.sync();
      expect(table.name).toBe("Prices");
      expect(table.style).toBe("TableStyleMedium2");
      expect([table.showHeaders, table.showTotals, table.showBandedRows]).toEqual([
        true,
        false,
        true,
      ]);
      expect(table.columns.items.map(({ name }) => name)).toEqual(["Product", "Users", "Price"]);
      expect(table.rows.count).toBe(2);
      expect(parts.map(({ address }) => address.slice("Sheet1!".length))).toEqual([
        ...["A1:C3", "A1:C1", "A2:C3", "B1:B3", "B1", "B2:B3"],
      ]);
      expect(none.isNullObject).toBe(true);
    });
  });

  test("tables are found in the workbook, on a sheet, at a cell", async () => {
    await onSheet(async (sheet, context) => {
      const { tables } = context.workbook;
      tables.load("items/name,items/worksheet/name");
      const atCell = sheet.getRange("B2").getTables(false).load("items/name");
      const whole = sheet.getRange("B2").getTables(true).load("items/name");
      const count = sheet.tables.getCount();
      const none = sheet.tables.getItemOrNullObject("Nope");
      await context.sync();
      expect(tables.items.map(({ name, worksheet }) => [name, worksheet.name])).toEqual([
        ["Prices", "Sheet1"],
      ]);
      expect(atCell.items.map(({ name }) => name)).toEqual(["Prices"]);
      expect([whole.items, count.value, none.isNullObject]).toEqual([[], 1, true]);
    });
  });

  test.each([["A1:D5"], ["C3"], ["C3:D9"]])(
    "another table cannot lie over it: %s",
    async (address) => {
      expect(
        await refusal(
          onSheet(async (sheet, context) => {
            sheet.tables.add(address, true);
            await context.sync();
          }),
        ),
      ).toBe("InvalidArgument");
    },
  );

  test.each([["two words"], ["A1"], ["1st"], [""], ["R1C1"], ["prices2"]])(
    "names of tables: %s",
    async (name) => {
      const code = await refusal(
        onSheet(async (sheet, context) => {
          sheet.tables.add("F1:G2", true).name = "Prices2";
          const other = sheet.tables.getItem("Prices");
          other.name = name;
          await context.sync();
        }),
      );
      expect(code).toBe(name === "prices2" ? "ItemAlreadyExists" : "InvalidArgument");
    },
  );

  test("headers are text, not empty and unique, and what is written there renames the column", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("F1:I1").values = [["Name", "name", "", 7]];
      const table = sheet.tables.add("F1:I2", true);
      table.columns.load("items/name,items/id");
      await context.sync();
      expect(table.columns.items.map(({ name }) => name)).toEqual([
        "Name",
        "name2",
        "Column3",
        "7",
      ]);
      const id = table.columns.items[0]!.id;
      sheet.getRange("F1").values = [["Group"]];
      const renamed = table.columns.getItem("Group").load("id");
      await context.sync();
      expect(renamed.id).toBe(id);
    });
  });

  test("without headers a row is pushed in for them", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("F1:G2").values = [
        [1, 2],
        [3, 4],
      ];
      const range = sheet.tables.add("F1:G2", false).getRange().load("values");
      await context.sync();
      expect(range.values).toEqual([
        ["Column1", "Column2"],
        [1, 2],
        [3, 4],
      ]);
    });
  });

  test("[@Users] is spelled out, as Excel keeps it", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("C2:C3");
      range.formulas = [["=[@Users]*2"], ['=Prices[@[Users]]&"[@Users]"']];
      range.load("formulas");
      await context.sync();
      expect(range.formulas).toEqual([
        ["=Prices[[#This Row],[Users]]*2"],
        ['=Prices[[#This Row],[Users]]&"[@Users]"'],
      ]);
    });
  });
});
