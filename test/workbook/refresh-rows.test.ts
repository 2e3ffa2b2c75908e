import { body, choices, keyOfRow, lineRow, makeOlder, withoutFirstRow } from "./a-pricing-table";
import { meanwhile, refuse } from "./disturb";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { insertPricingTable } from "../../src/workbook/pricing-table";
import { refreshPricingTable } from "../../src/workbook/refresh-pricing-table";
import { WorkbookTrouble } from "../../src/workbook/written";
import { ApiError } from "../../workbench/host/api-error";
import { Range } from "../../workbench/host/objects/range";
import { Settings } from "../../workbench/host/objects/settings";

let book: OpenWorkbook;
let row: unknown[];
beforeEach(async () => {
  book = await openWorkbook();
  await book.select("B3");
  await insertPricingTable(choices);
});
afterEach(() => book.close());

const lineAt = async (at: number) => (await book.values(`B${at}`))[0][0];

describe("Rows that are new in the list", () => {
  beforeEach(async () => void (row = await withoutFirstRow(book)));

  it("go below, and the line with them", async () => {
    const line = await lineAt(lineRow - 1);
    expect(await refreshPricingTable("CalsPrices")).toMatchObject({ added: 1, updated: 0 });
    const [added] = await book.values(`B${lineRow - 1}:J${lineRow - 1}`);
    expect(added.slice(0, 7)).toEqual(row.slice(0, 7));
    const formula = (await book.formulas(`I${lineRow - 1}`))[0][0];
    expect(formula).toMatch(/^=IF\(CalsPrices\[\[#This Row\],\[Price\]\]=""/);
    expect((await book.formats(`F${lineRow - 1}:G${lineRow - 1}`))[0]).toEqual(["@", "#,##0.00"]);
    expect(await lineAt(lineRow)).toBe(line);
    expect(await book.tables()).toMatchObject([{ address: `Sheet1!B3:J${lineRow - 1}` }]);
  });

  it("go on with the formulas of the buyer's columns", async () => {
    await book.addColumn("CalsPrices", "Ordered", "=1+1");
    await refreshPricingTable("CalsPrices");
    expect(await book.formulas(`K${lineRow - 1}`)).toEqual([["=1+1"]]);
  });

  it("move nothing that stands below, however wide it is", async () => {
    const list = [
      ["", "a", "b"],
      ["x", 1, 2],
    ];
    await book.put(`I${lineRow + 1}:K${lineRow + 2}`, list);
    await refreshPricingTable("CalsPrices");
    expect(await book.values(`I${lineRow + 1}:K${lineRow + 2}`)).toEqual(list);
  });

  it("are not written where there is no room, and the buyer is told how to make it", async () => {
    await book.put(`I${lineRow}:K${lineRow}`, [["wide", 1, 2]]);
    const before = await book.formulas("A1:L40");
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow(
      `The list has 1 new row, and there is no room for them under the table: Sheet1!I${lineRow}:J${lineRow} is not empty. Insert 1 row into the sheet above row ${lineRow}, then`,
    );
    expect(await book.formulas("A1:L40")).toEqual(before);
    await book.run(async ({ workbook }) =>
      workbook.worksheets.getActiveWorksheet().getRange(`${lineRow}:${lineRow}`).insert("Down"),
    );
    expect(await refreshPricingTable("CalsPrices")).toMatchObject({ added: 1 });
    expect(await book.values(`I${lineRow + 1}:K${lineRow + 1}`)).toEqual([["wide", 1, 2]]);
  });

  it("go below the table, and not over words of the buyer's in the line's place", async () => {
    await book.put(`B${lineRow - 1}`, [["My own words"]]);
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow("Insert 1 row into the sheet");
    expect(await lineAt(lineRow - 1)).toBe("My own words");
  });

  it("are not written over a merged line, and there is a way out", async () => {
    const onSheet = (change: (sheet: Excel.Worksheet) => void) =>
      book.run(async ({ workbook }) => change(workbook.worksheets.getActiveWorksheet()));
    await onSheet((sheet) => sheet.getRange(`B${lineRow - 1}:E${lineRow - 1}`).merge());
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow(
      `Insert 2 rows into the sheet above row ${lineRow - 1}, then`,
    );
    await onSheet((sheet) => sheet.getRange(`${lineRow - 1}:${lineRow}`).insert("Down"));
    expect(await refreshPricingTable("CalsPrices")).toMatchObject({ added: 1 });
  });

  it("wait until a total row is hidden", async () => {
    await book.run(
      async ({ workbook }) => void (workbook.tables.getItem("CalsPrices").showTotals = true),
    );
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow("shows a total row");
  });

  it("wait where the table is changed while it is read", async () => {
    const { book: cells } = book.host;
    meanwhile(Range, "GetPivotTables", () =>
      cells.write(cells.activeSheetId(), 4, 6, [[{ value: 9 }]]),
    );
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow("while it was read");
  });
});

it("A row that the buyer deleted does not come back", async () => {
  await book.deleteRow("CalsPrices", 0);
  expect(await refreshPricingTable("CalsPrices")).toMatchObject({ added: 0 });
});

describe("When Excel stops half-way", () => {
  let before: unknown;
  const seen = async () => [await book.formulas("A1:L40"), await book.settings()];
  beforeEach(async () => {
    const [, second] = await book.values(body);
    await withoutFirstRow(book);
    await book.put("G4", [[1]]);
    await book.put(`B${lineRow - 1}`, [["An older list."]]);
    await makeOlder(book, (entry) => {
      entry.rows[keyOfRow(second)].Price = 1;
      entry.line = "An older list.";
    });
    before = await seen();
  });

  it("all is put back: prices, rows, the line and what is remembered", async () => {
    refuse(Settings, "Add");
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow(WorkbookTrouble);
    expect(await seen()).toEqual(before);
    expect(await book.tables()).toMatchObject([{ address: `Sheet1!B3:J${lineRow - 2}` }]);
  });

  it("a refused line is written the next time", async () => {
    refuse(Range, "Clear");
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow(WorkbookTrouble);
    expect(await seen()).toEqual(before);
    jest.restoreAllMocks();
    await refreshPricingTable("CalsPrices");
    expect(await lineAt(lineRow)).toContain("Sample price list");
  });

  it("a row that somebody else added meanwhile stays", async () => {
    const own = ["Another CAL", "User", "OEM", 1, "X-1", 9, "USD", 9, "me"];
    const { book: cells, host } = book.host;
    jest.spyOn(Settings.prototype, "Add").mockImplementation(() => {
      const [table] = host.state!.tables;
      const { row, rows, column } = table.rect;
      host.state!.moveTable(table, { ...table.rect, rows: rows + 1 });
      cells.write(table.sheetId, row + rows, column, [own.map((value) => ({ value }))]);
      throw new ApiError("GeneralException", "There was an internal error.", 500);
    });
    const { message } = await refreshPricingTable("CalsPrices").catch((refusal) => refusal);
    expect(message).toMatch(
      /could not be taken back: the table CalsPrices.*Somebody else changed the rows/,
    );
    const rows = await book.values("B4:J40");
    expect(rows.filter(([name]) => name === "Another CAL")).toHaveLength(1);
  });
});
