import { choices, lineRow, body } from "./a-pricing-table";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { samplePriceList } from "../../src/catalog/price-list";
import { insertPricingTable } from "../../src/workbook/pricing-table";
import { WorkbookTrouble } from "../../src/workbook/written";
import { requirementSets } from "../../workbench/host/host";

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

describe("Inserting a pricing table", () => {
  it("writes a real table with its header, prices, formulas and formats", async () => {
    const written = await insertPricingTable(choices);
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
    await insertPricingTable(choices);
    const rows = await book.values(body);
    const unpriced = rows.filter((row) => row[0] === "Windows Server 2012 CAL");
    expect(unpriced.length).toBeGreaterThan(0);
    for (const row of unpriced) expect(row.slice(4, 7)).toEqual(["", "", "USD"]);
  });

  it("names the list, its date and what is on sale underneath, and nothing else", async () => {
    await insertPricingTable(choices);
    const [line, ...beside] = (await book.values(`B${lineRow}:J${lineRow}`))[0];
    expect(line).toContain(`${samplePriceList.name}, ${samplePriceList.date}. A sample`);
    expect(line).toContain("Windows Server 2012 CAL");
    expect(beside.every((cell) => cell === "")).toBe(true);
    expect(await book.values(`B${lineRow + 1}`)).toEqual([[""]]);
  });

  it("keeps every text a text, whatever the list says and the cells were formatted as", async () => {
    const { name } = samplePriceList;
    Object.assign(samplePriceList, { name: "=1+1" });
    try {
      await book.setFormat("A1:K40", "@");
      await insertPricingTable(choices);
      expect((await book.values(`B${lineRow}`))[0][0]).toMatch(/^=1\+1, /);
      expect((await book.values("B4:F4"))[0].slice(0, 5)).toEqual([
        ...["Windows Server 2022 CAL", "User", "OEM", 1, "P46191-B21"],
      ]);
      // A formula under the text format would be a text.
      expect((await book.values("I4"))[0][0]).toBe(0);
    } finally {
      Object.assign(samplePriceList, { name });
    }
  });

  it("takes the next free name", async () => {
    await insertPricingTable(choices);
    await book.addName("calsprices2", "=1");
    await book.select("B40");
    expect(await insertPricingTable(choices)).toMatchObject({ table: "CalsPrices3" });
  });

  it("makes columns wider, and never narrower", async () => {
    await book.setWidth("B1", 400);
    await insertPricingTable(choices);
    expect(await book.width("B1")).toBe(400);
    expect(await book.width("J1")).toBeGreaterThan(300);
  });
});

describe("Choices for which there is nothing", () => {
  it("say why", async () => {
    const essentials = { ...choices, version: "Windows Server 2012 R2 Essentials" };
    await expect(insertPricingTable(essentials)).rejects.toThrow("needs no");
    const retail = { ...choices, channel: "Retail" } as const;
    await expect(insertPricingTable(retail)).rejects.toThrow("Choose another channel");
    const unknown = { ...choices, version: "Windows 95" };
    await expect(insertPricingTable(unknown)).rejects.toThrow(WorkbookTrouble);
    expect(await book.tables()).toEqual([]);
  });
});

/** Whether one Ctrl+Z then undoes it all, only Excel can show; see docs/limits.md. */
describe.each([
  ["1.20", true],
  ["1.19", false],
])("In an Excel with ExcelApi %s", (version, mergeUndoGroup) => {
  it(`merging the steps to undo is asked for: ${mergeUndoGroup}`, async () => {
    book.close();
    book = await openWorkbook({}, { ...requirementSets, ExcelApi: version });
    const run = jest.spyOn(Excel, "run");
    expect(await insertPricingTable(choices)).toMatchObject({ done: true });
    const asked = expect.objectContaining({ mergeUndoGroup });
    expect(run).toHaveBeenCalledWith(asked, expect.anything());
  });
});
