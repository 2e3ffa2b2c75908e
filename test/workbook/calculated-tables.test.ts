/** What the tables show, with an engine that calculates and the functions of the built add-in. */
import { body, choices, lineRow, withoutFirstRow } from "./a-pricing-table";
import { openCalculated, type OpenWorkbook } from "./open-workbook";
import { addCalColumns } from "../../src/workbook/cal-columns";
import { insertCalWorksheet } from "../../src/workbook/cal-worksheet";
import { calHeaders } from "../../src/workbook/cals-formulas";
import { insertPricingTable } from "../../src/workbook/pricing-table";
import { refreshPricingTable } from "../../src/workbook/refresh-pricing-table";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openCalculated();
});
afterEach(() => book.close());

const header = [
  ...["Group", "Product", "Users", "Devices", "CAL type", "CAL", "Channel"],
  ...["Required", "Included", "Owned", "To buy", "Why"],
];

/** The answers of a row by their columns. */
const row = async (at: number) => {
  const [cells] = await book.shown(`A${at}:L${at}`);
  return Object.fromEntries(header.map((column, i) => [column, cells[i]]));
};

test("A CAL worksheet answers what is typed into it", async () => {
  await insertCalWorksheet();
  expect(await book.shown("A1:L1")).toEqual([header]);
  expect(await book.shown("A8")).toEqual([
    ["List servers in the table; the CALs they lack are offered here."],
  ]);

  await book.put("A2:D5", [
    ["Oslo", "2012 R2 Standard", 40, 25],
    ["Rome", "2008 R2 Enterprise", 30, 0],
    ["Bern", "2012 R2 Essentials", 10, 12],
    ["Lima", "2012 R2 Essentials", 40, 40],
  ]);
  expect(await row(2)).toMatchObject({
    ...{ "CAL type": "Device", CAL: "Windows Server 2012 CAL" },
    ...{ Required: 25, Included: 0, "To buy": 25 },
  });
  expect((await row(2)).Why).toMatch(/25 devices need 25 Device CALs.*25 CALs to buy.*Sources: /);
  expect(await row(3)).toMatchObject({
    ...{ "CAL type": "User", CAL: "Windows Server 2008 CAL" },
    ...{ Required: 30, Included: 10, "To buy": 20 },
  });
  expect(await row(4)).toMatchObject({
    ...{ "CAL type": "None", CAL: "None", Required: 0, Included: 0, "To buy": 0 },
  });
  expect((await row(4)).Why).toContain("needs no CALs");
  // Essentials allows 25 users: there is no number, and Why says so.
  expect(await row(5)).toMatchObject({ "CAL type": "#N/A", Required: "#N/A", "To buy": "#N/A" });
  expect((await row(5)).Why).toContain("limited to 25 user accounts");
  expect(await row(6)).toMatchObject({ "CAL type": "", Required: "", "To buy": "", Why: "" });
  expect(await book.shown("A8")).toEqual([
    [
      "Offer with these servers: 25 Windows Server 2012 Device CALs, 20 Windows Server 2008 User CALs. Rows without an answer are left out: see Why.",
    ],
  ]);

  // The channel and what is owned count, and the offer follows.
  await book.put("G3", [["Volume"]]);
  await book.put("J2", [[25]]);
  await book.put("C5:D5", [[20, 20]]);
  expect([(await row(2))["To buy"], (await row(3)).Included, (await row(5))["To buy"]]).toEqual([
    ...[0, 0, 0],
  ]);
  expect(await book.shown("A8")).toEqual([
    ["Offer with these servers: 30 Windows Server 2008 User CALs."],
  ]);
  await book.put("J2", [[24]]);
  expect(await book.shown("A8")).toEqual([
    [
      "Offer with these servers: 1 Windows Server 2012 Device CAL, 30 Windows Server 2008 User CALs.",
    ],
  ]);
});

test("CAL columns answer in a table that the buyer has", async () => {
  await book.put("B2:E5", [
    ["Site", "Server OS", "Staff", "PCs"],
    ["Oslo", "ws 2012 r2 std", 40, 25],
    ["Rome", "", "", ""],
    ["Lima", "2012 R2 Essentials", 40, 40],
  ]);
  await book.addTable("B2:E5", "Sites");
  // As a neighbor formatted as text would make it.
  await book.setFormat("F2:K5", "@");
  const mapping = { edition: "Server OS", users: "Staff", devices: "PCs" };
  expect(await addCalColumns("Sites", mapping, calHeaders)).toBe("Sheet1!F2:K5");
  const [heads, oslo, rome, lima] = await book.shown("F2:K5");
  expect(heads).toEqual(["CAL type", "CAL", "Required", "Included", "To buy", "Why"]);
  expect(oslo.slice(0, 5)).toEqual(["Device", "Windows Server 2012 CAL", 25, 0, 25]);
  expect(oslo[5]).toContain("25 CALs to buy");
  expect(rome).toEqual(["", "", "", "", "", ""]);
  expect(lima.slice(0, 5)).toEqual(["#N/A", "None", "#N/A", 0, "#N/A"]);
  expect(lima[5]).toContain("limited to 25 user accounts");
  await book.put("C4:E4", [["2008 R2 Enterprise", 30, 0]]);
  const [filled] = await book.shown("F4:J4");
  expect(filled).toEqual(["User", "Windows Server 2008 CAL", 30, 10, 20]);
});

test("A pricing table works out the price per CAL, and leaves it blank without a price", async () => {
  await book.select("B3");
  await insertPricingTable(choices);
  const rows = await book.shown(body);
  for (const [, , , pack, , price, , each] of rows) {
    expect(each).toBe(price === "" ? "" : price / pack);
  }
  expect(rows.some(([, , , pack]) => pack > 1)).toBe(true);
  await withoutFirstRow(book);
  await refreshPricingTable("CalsPrices");
  const [added] = await book.shown(`B${lineRow - 1}:I${lineRow - 1}`);
  expect(added[7]).toBe(added[5] / added[3]);
});
