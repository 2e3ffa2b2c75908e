import { body, choices, keyOfRow, lineRow, makeOlder, remembered } from "./a-pricing-table";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { samplePriceList } from "../../src/catalog/price-list";
import { insertPricingTable } from "../../src/workbook/pricing-table";
import { refreshPricingTable } from "../../src/workbook/refresh-pricing-table";

const nothing = { table: "CalsPrices", updated: 0, added: 0, gone: 0, kept: 0 };

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
  await book.select("B3");
  await insertPricingTable(choices);
});
afterEach(() => book.close());

/** As if the list had said this of the table's first row. */
const olderFirst = async (cells: object) => {
  const [first] = await book.values("B4:F4");
  await makeOlder(book, ({ rows }) => Object.assign(rows[keyOfRow(first)], cells));
};

describe("Refreshing a pricing table", () => {
  it("brings prices up to date, in place, whatever the order of rows", async () => {
    const [first, second, ...rest] = await book.formulas(body);
    await book.put(body, [second, first, ...rest]);
    await book.put("G4", [[1]]);
    await makeOlder(book, ({ rows }) => (rows[keyOfRow(second)].Price = 1));
    expect(await refreshPricingTable("CalsPrices")).toEqual({ ...nothing, updated: 1 });
    expect((await book.values("B4:G5")).map((row) => row[5])).toEqual([271, 55]);
    expect(await book.formats("F4:J4")).toEqual([
      ["@", "#,##0.00", "General", "#,##0.00", "General"],
    ]);
  });

  it("keeps the buyer's prices, columns and rows", async () => {
    await book.put("G4", [[12.5]]);
    await book.addColumn("CalsPrices", "My note", "note");
    const own = ["Another CAL", "User", "OEM", 1, "X-1", 9, "USD", 9, "me", "note"];
    await book.addRow("CalsPrices", own);
    const before = await book.formulas(`B3:K${lineRow}`);
    expect(await refreshPricingTable("CalsPrices")).toEqual({ ...nothing, kept: 1 });
    expect(await book.formulas(`B3:K${lineRow}`)).toEqual(before);
    expect(await book.values(`B${lineRow}`)).toEqual([["Another CAL"]]);
  });

  it("keeps a formula of the buyer's that comes to the price that was written", async () => {
    book.close();
    book = await openWorkbook({ calculate: (formula) => (formula === "=20+5" ? 25 : 0) });
    await book.select("B3");
    await insertPricingTable(choices);
    await book.put("G4", [["=20+5"]]);
    await olderFirst({ Price: 25 });
    expect(await refreshPricingTable("CalsPrices")).toEqual({ ...nothing, kept: 1 });
    expect(await book.formulas("G4")).toEqual([["=20+5"]]);
  });

  it("keeps the buyer's words in Source and Currency, though the price is the list's", async () => {
    await book.put("G4:H4", [[25, "CHF"]]);
    await book.put("J4", [["my quote 123"]]);
    expect(await refreshPricingTable("CalsPrices")).toEqual({ ...nothing, kept: 1 });
    await olderFirst({ Price: 25 });
    expect(await refreshPricingTable("CalsPrices")).toEqual({ ...nothing, updated: 1 });
    expect((await book.values("G4:J4"))[0]).toEqual([55, "CHF", 0, "my quote 123"]);
  });

  it("updates where a price comes from, which is no change of the price", async () => {
    await book.put("J4", [["An older list."]]);
    await olderFirst({ Source: "An older list." });
    expect(await refreshPricingTable("CalsPrices")).toEqual(nothing);
    expect((await book.values("J4"))[0][0]).toMatch(/^HPE catalog/);
  });

  it("clears the price of a row no longer in the list, and says so", async () => {
    await book.put("F4", [["OLD-1"]]);
    await makeOlder(book, ({ rows }) => {
      const [any] = Object.values(rows);
      rows["Windows Server 2022 CAL|User|OEM|1|OLD-1"] = { ...any, Price: 55 };
    });
    const source = (await book.values("J4"))[0][0];
    await makeOlder(book, ({ rows }) =>
      Object.assign(rows["Windows Server 2022 CAL|User|OEM|1|OLD-1"], { Source: source }),
    );
    expect(await refreshPricingTable("CalsPrices")).toMatchObject({ gone: 1, updated: 0 });
    const gone = `Not in ${samplePriceList.name}, ${samplePriceList.date}, any more.`;
    expect((await book.values("G4:J4"))[0]).toEqual(["", "USD", 0, gone]);
    await book.put("J4", [["still to be had at Bob's"]]);
    await refreshPricingTable("CalsPrices");
    expect(await book.values("J4")).toEqual([["still to be had at Bob's"]]);
  });

  it("changes the line underneath only while it is ours", async () => {
    const older = () => makeOlder(book, (entry) => (entry.line = "An older list."));
    await older();
    await book.put(`B${lineRow}`, [["An older list."]]);
    await refreshPricingTable("CalsPrices");
    expect((await book.values(`B${lineRow}`))[0][0]).toContain(samplePriceList.date);
    await older();
    await book.put(`B${lineRow}`, [["My own words"]]);
    await refreshPricingTable("CalsPrices");
    expect(await book.values(`B${lineRow}`)).toEqual([["My own words"]]);
    expect((await remembered(book)).line).toBe("An older list.");
  });

  it("needs the columns that tell rows apart", async () => {
    await book.put("F3", [["SKU"]]);
    await expect(refreshPricingTable("CalsPrices")).rejects.toThrow("Part number (SKU)");
  });
});
