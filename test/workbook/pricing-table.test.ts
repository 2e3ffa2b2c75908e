import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import {
  insertPricingTable,
  pricingTables,
  refreshPricingTable,
} from "../../src/workbook/pricing-table";
import { requirementSets } from "../../workbench/host/host";
import { Settings } from "../../workbench/host/objects/settings";
import { WorkbookTrouble } from "../../src/workbook/written";
import { offersIn, samplePriceList } from "../../src/catalog/price-list";

const choices = { version: "2012 R2", calType: "User", channel: "OEM", currency: "USD" } as const;
const offers = offersIn(samplePriceList, choices).value;
const setting = "CALS.pricingTables";
const header = [
  ...["CAL", "CAL type", "Channel", "CALs in pack", "Part number (SKU)"],
  ...["Price", "Currency", "Price per CAL", "Source"],
];

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
  await book.select("B3");
});
afterEach(() => book.close());

/** The row of the sheet below the table's last row, when it is written at B3. */
const lineRow = 3 + offers.length + 1;
const body = `B4:J${lineRow - 1}`;

describe("Inserting a pricing table", () => {
  it("writes a real table with its header, prices, formulas and formats", async () => {
    const written = await insertPricingTable(choices, false);
    expect(written).toEqual({
      done: true,
      table: "CalsPrices",
      address: `Sheet1!B3:J${lineRow - 1}`,
    });
    expect(await book.values("B3:J3")).toEqual([header]);
    expect((await book.values("B4:G4"))[0]).toEqual([
      ...["Windows Server 2022 CAL", "User", "OEM", 1, "P46191-B21"],
      55,
    ]);
    expect(await book.values("H4")).toEqual([["USD"]]);
    expect((await book.formulas("I4"))[0][0]).toBe(
      '=IF(CalsPrices[[#This Row],[Price]]="","",CalsPrices[[#This Row],[Price]]/CalsPrices[[#This Row],[CALs in pack]])',
    );
    expect((await book.values("J4"))[0][0]).toMatch(/^HPE catalog.*Checked \d{4}-\d\d-\d\d\.$/);
    expect(await book.formats("E4:I4")).toEqual([["0", "@", "#,##0.00", "General", "#,##0.00"]]);
    const [table] = await book.tables();
    expect(table).toMatchObject({ name: "CalsPrices", style: "TableStyleMedium2" });
  });

  it("leaves a price that is not published blank, never 0", async () => {
    await insertPricingTable(choices, false);
    const rows = await book.values(body);
    const unpriced = rows.filter((row) => row[0] === "Windows Server 2012 CAL");
    expect(unpriced.length).toBeGreaterThan(0);
    for (const row of unpriced) expect(row.slice(4, 7)).toEqual(["", "", "USD"]);
  });

  it("names the list, its date and what is on sale underneath, and nothing else", async () => {
    await insertPricingTable(choices, false);
    const [line, ...beside] = (await book.values(`B${lineRow}:J${lineRow}`))[0];
    expect(line).toContain(`${samplePriceList.name}, ${samplePriceList.date}. A sample`);
    expect(line).toContain("Windows Server 2012 CAL");
    expect(beside.every((cell) => cell === "")).toBe(true);
    expect(await book.values(`B${lineRow + 1}`)).toEqual([[""]]);
  });

  it("takes the next free name", async () => {
    await insertPricingTable(choices, false);
    await book.addName("calsprices2", "=1");
    await book.select("B40");
    expect(await insertPricingTable(choices, false)).toMatchObject({ table: "CalsPrices3" });
  });

  it("is one step to undo where Excel can do that", async () => {
    book.close();
    book = await openWorkbook({}, { ...requirementSets, ExcelApi: "1.20" });
    const run = jest.spyOn(Excel, "run");
    expect(await insertPricingTable(choices, false)).toMatchObject({ done: true });
    expect(run).toHaveBeenCalledWith({ mergeUndoGroup: true }, expect.anything());
  });

  it("makes columns wider, and never narrower", async () => {
    await book.setWidth("B1", 400);
    await insertPricingTable(choices, false);
    expect(await book.width("B1")).toBe(400);
    expect(await book.width("J1")).toBeGreaterThan(300);
  });
});

describe("A target that is not empty", () => {
  it("is told, and nothing is written", async () => {
    await book.put("D5", [["mine"]]);
    await book.put("F6", [["=1+1"]]);
    expect(await insertPricingTable(choices, false)).toEqual({
      done: false,
      occupied: "Sheet1!D5:F6",
      cells: 2,
    });
    expect(await book.values("B3:D5")).toEqual([
      ["", "", ""],
      ["", "", ""],
      ["", "", "mine"],
    ]);
    expect(await book.tables()).toEqual([]);
  });

  it("counts the line underneath too", async () => {
    await book.put(`E${lineRow}`, [["mine"]]);
    expect(await insertPricingTable(choices, false)).toMatchObject({
      occupied: `Sheet1!E${lineRow}`,
    });
  });

  it("is written over when the buyer says so", async () => {
    await book.put("D5", [["mine"]]);
    expect(await insertPricingTable(choices, true)).toMatchObject({ done: true });
    expect(await book.values("D5")).toEqual([["OEM"]]);
  });

  it("that holds another table is never written over", async () => {
    await book.put("C6:D7", [
      ["a", "b"],
      [1, 2],
    ]);
    await book.addTable("C6:D7", "Mine");
    for (const overwrite of [false, true]) {
      const insertion = insertPricingTable(choices, overwrite);
      await expect(insertion).rejects.toThrow(WorkbookTrouble);
      await expect(insertPricingTable(choices, overwrite)).rejects.toThrow("Mine");
    }
    expect(await book.values("B3:D7")).toEqual([
      ...[
        ["", "", ""],
        ["", "", ""],
        ["", "", ""],
      ],
      ...[
        ["", "a", "b"],
        ["", 1, 2],
      ],
    ]);
  });

  it("at the edge of the sheet is told", async () => {
    await book.select("XFA1");
    await expect(insertPricingTable(choices, false)).rejects.toThrow("edge of the sheet");
  });

  it("on a protected sheet is told", async () => {
    await book.protect();
    await expect(insertPricingTable(choices, false)).rejects.toThrow("protected");
  });

  it("gets back what was there when Excel stops half-way", async () => {
    await book.put("C4:E4", [["=1+1", "'=text", 7]]);
    book.refuse(Settings, "Add");
    await expect(insertPricingTable(choices, true)).rejects.toThrow(WorkbookTrouble);
    expect(await book.tables()).toEqual([]);
    expect(await book.formulas("B3:F4")).toEqual([
      ["", "", "", "", ""],
      ["", "=1+1", "=text", 7, ""],
    ]);
    expect((await book.values("D4"))[0]).toEqual(["=text"]);
    expect(await book.values(`B${lineRow}`)).toEqual([[""]]);
    expect(await book.width("J1")).toBeLessThan(100);
  });
});

describe("Choices for which there is nothing", () => {
  it("say why", async () => {
    const essentials = { ...choices, version: "Windows Server 2012 R2 Essentials" };
    await expect(insertPricingTable(essentials, false)).rejects.toThrow("needs no");
    const retail = { ...choices, channel: "Retail" } as const;
    await expect(insertPricingTable(retail, false)).rejects.toThrow("Choose another channel");
    const unknown = { ...choices, version: "Windows 95" };
    await expect(insertPricingTable(unknown, false)).rejects.toThrow(WorkbookTrouble);
    expect(await book.tables()).toEqual([]);
  });
});

describe("Refreshing a pricing table", () => {
  /** As if an older list had been written: other prices, rows gone since, rows still to come. */
  async function makeOlder(change: (prices: Record<string, number | "">) => void) {
    const stored = JSON.parse(await book.setting(setting));
    change(stored.tables[0].prices);
    await book.setSetting(setting, JSON.stringify(stored));
  }
  const key = (row: readonly unknown[]) => row.slice(0, 5).join("|");

  it("finds it renamed, and says what it was made of", async () => {
    await insertPricingTable(choices, false);
    await book.renameTable("CalsPrices", "Mine");
    const list = { list: samplePriceList.name, date: samplePriceList.date };
    expect(await pricingTables()).toEqual([{ table: "Mine", sheet: "Sheet1", choices, ...list }]);
    expect(await refreshPricingTable("Mine")).toEqual({
      ...{ table: "Mine", updated: 0, added: 0, gone: 0, kept: 0 },
    });
  });

  it("does not know tables that it did not write, or that are gone", async () => {
    await book.put("A30:B31", [
      ["a", "b"],
      [1, 2],
    ]);
    await book.addTable("A30:B31", "Other");
    await expect(refreshPricingTable("Other")).rejects.toThrow(WorkbookTrouble);
    await expect(refreshPricingTable("Nothing")).rejects.toThrow(WorkbookTrouble);
    expect(await pricingTables()).toEqual([]);
  });

  it("brings prices up to date, in place, whatever the order of rows", async () => {
    await insertPricingTable(choices, false);
    const [first, second, ...rest] = await book.formulas(body);
    await book.put(body, [second, first, ...rest] as never);
    await book.put("G4", [[1]]);
    await makeOlder((prices) => (prices[key(second)] = 1));
    expect(await refreshPricingTable("CalsPrices")).toMatchObject({ updated: 1, added: 0 });
    expect((await book.values("B4:G5")).map((row) => row[5])).toEqual([271, 55]);
  });

  it("keeps the buyer's prices, columns and rows", async () => {
    await insertPricingTable(choices, false);
    await book.put("G4", [[12.5]]);
    await book.addColumn("CalsPrices", "My note", "note");
    const own = ["Another CAL", "User", "OEM", 1, "X-1", 9, "USD", 9, "me", "note"];
    await book.addRow("CalsPrices", own);
    const before = await book.formulas(`B3:K${lineRow}`);
    const refreshed = await refreshPricingTable("CalsPrices");
    expect(refreshed).toMatchObject({ updated: 0, added: 0, gone: 0, kept: 1 });
    expect(await book.formulas(`B3:K${lineRow}`)).toEqual(before);
    expect(await book.values(`B${lineRow}`)).toEqual([["Another CAL"]]);
  });

  it("appends what is new below, and the line moves down with it", async () => {
    await insertPricingTable(choices, false);
    await book.put(`B${lineRow + 2}`, [["mine"]]);
    const rows = await book.values(body);
    await book.deleteRow("CalsPrices", 0);
    await makeOlder((prices) => delete prices[key(rows[0])]);
    const line = (await book.values(`B${lineRow - 1}`))[0][0];
    expect(await refreshPricingTable("CalsPrices")).toMatchObject({ added: 1, updated: 0 });
    const added = (await book.values(`B${lineRow - 1}:J${lineRow - 1}`))[0];
    expect(added.slice(0, 6)).toEqual(rows[0].slice(0, 6));
    const formula = (await book.formulas(`I${lineRow - 1}`))[0][0];
    expect(formula).toMatch(/^=IF\(CalsPrices\[\[#This Row\],\[Price\]\]=""/);
    expect(await book.values(`B${lineRow}`)).toEqual([[line]]);
    expect(await book.values(`B${lineRow + 2}`)).toEqual([["mine"]]);
  });

  it("does not bring back a row that the buyer deleted", async () => {
    await insertPricingTable(choices, false);
    await book.deleteRow("CalsPrices", 0);
    expect(await refreshPricingTable("CalsPrices")).toMatchObject({ added: 0 });
  });

  it("clears the price of a row no longer in the list, and says so", async () => {
    await insertPricingTable(choices, false);
    await book.put("F4", [["OLD-1"]]);
    const [row] = await book.values("B4:J4");
    await makeOlder((prices) => (prices[key(row)] = 55));
    expect(await refreshPricingTable("CalsPrices")).toMatchObject({ gone: 1 });
    const [gone] = await book.values("B4:J4");
    expect(gone[5]).toBe("");
    expect(gone[8]).toBe(`Not in ${samplePriceList.name}, ${samplePriceList.date}, any more.`);
  });

  it("changes the line underneath only while it is ours", async () => {
    await insertPricingTable(choices, false);
    const older = async () => {
      const stored = JSON.parse(await book.setting(setting));
      stored.tables[0].line = "An older list.";
      await book.setSetting(setting, JSON.stringify(stored));
    };
    await older();
    await book.put(`B${lineRow}`, [["An older list."]]);
    await refreshPricingTable("CalsPrices");
    expect((await book.values(`B${lineRow}`))[0][0]).toContain(samplePriceList.date);
    await older();
    await book.put(`B${lineRow}`, [["My own words"]]);
    await refreshPricingTable("CalsPrices");
    expect(await book.values(`B${lineRow}`)).toEqual([["My own words"]]);
  });

  it("needs the columns that tell rows apart", async () => {
    await insertPricingTable(choices, false);
    await book.put("F3", [["SKU"]]);
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow("Part number (SKU)");
  });

  it("puts everything back when Excel stops half-way", async () => {
    await insertPricingTable(choices, false);
    const rows = await book.values(body);
    await book.deleteRow("CalsPrices", 0);
    await book.put("G4", [[1]]);
    await makeOlder((prices) => {
      delete prices[key(rows[0])];
      prices[key(rows[1])] = 1;
    });
    const before = await book.formulas(`B3:J${lineRow + 1}`);
    book.refuse(Settings, "Add");
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow(WorkbookTrouble);
    expect(await book.formulas(`B3:J${lineRow + 1}`)).toEqual(before);
  });
});
