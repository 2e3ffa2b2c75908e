import { choices } from "./a-pricing-table";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { samplePriceList } from "../../src/catalog/price-list";
import { insertPricingTable, pricingTables } from "../../src/workbook/pricing-table";
import { refreshPricingTable } from "../../src/workbook/refresh-pricing-table";
import { WorkbookTrouble } from "../../src/workbook/written";

const list = { list: samplePriceList.name, date: samplePriceList.date };

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
  await book.select("B3");
});
afterEach(() => book.close());

const insertAt = async (address: string) => {
  await book.select(address);
  await insertPricingTable(choices);
};
const names = async () => (await pricingTables()).map(({ table }) => table);

describe("What the workbook remembers of pricing tables", () => {
  it("finds a renamed one, and says what it was made of", async () => {
    await insertPricingTable(choices);
    await book.renameTable("CalsPrices", "Mine");
    expect(await pricingTables()).toEqual([{ table: "Mine", sheet: "Sheet1", choices, ...list }]);
    expect(await refreshPricingTable("Mine")).toEqual({
      ...{ table: "Mine", updated: 0, added: 0, gone: 0, kept: 0 },
    });
  });

  it("is not of tables that it did not write, or that are gone", async () => {
    await book.put("A30:B31", [
      ["a", "b"],
      [1, 2],
    ]);
    await book.addTable("A30:B31", "Other");
    await expect(refreshPricingTable("Other")).rejects.toThrow(WorkbookTrouble);
    await expect(refreshPricingTable("Nothing")).rejects.toThrow(WorkbookTrouble);
    expect(await pricingTables()).toEqual([]);
  });

  it("stands in one setting for each table: another person's is not written over", async () => {
    await insertPricingTable(choices);
    const [setting] = Object.entries(await book.settings());
    await insertAt("B60");
    await book.setSetting(...setting);
    expect(await names()).toEqual(["CalsPrices", "CalsPrices2"]);
  });

  it("outlives a deletion, which may be undone", async () => {
    await insertPricingTable(choices);
    const { state } = book.host.host;
    const [table] = state!.tables;
    await insertAt("B60");
    state!.removeTable(table);
    await refreshPricingTable("CalsPrices2");
    state!.tables.push(table);
    expect((await names()).sort()).toEqual(["CalsPrices", "CalsPrices2"]);
  });

  it("is told by name where Excel gave the table another id", async () => {
    await insertPricingTable(choices);
    book.host.host.state!.tables[0].id = "77";
    expect(await names()).toEqual(["CalsPrices"]);
    await refreshPricingTable("CalsPrices");
    expect(Object.keys(await book.settings())).toEqual(["CALS.pricingTable.77"]);
  });

  it("is left alone, and nothing written, where a newer version wrote it", async () => {
    await insertPricingTable(choices);
    const [[key, value]] = Object.entries(await book.settings());
    const newer = JSON.stringify({ ...JSON.parse(value), version: 99 });
    await book.setSetting(key, newer);
    await book.select("B60");
    await expect(insertPricingTable(choices)).rejects.toThrow("newer version");
    await expect(pricingTables()).rejects.toThrow("newer version");
    expect(await book.tables()).toHaveLength(1);
    expect((await book.values("B60"))[0][0]).toBe("");
    expect(await book.settings()).toEqual({ [key]: newer });
  });

  it("is nothing where the settings hold something else", async () => {
    await book.setSetting("CALS.pricingTable.1", "not ours");
    await book.setSetting("CALS.pricingTable.2", "null");
    await book.setSetting("Theirs", '{"version":99}');
    expect(await pricingTables()).toEqual([]);
  });
});
