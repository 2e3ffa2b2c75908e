import { choices } from "./a-pricing-table";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { addCalColumns } from "../../src/workbook/cal-columns";
import { insertCalWorksheet } from "../../src/workbook/cal-worksheet";
import { insertPricingTable, pricingTables } from "../../src/workbook/pricing-table";
import { refreshPricingTable } from "../../src/workbook/refresh-pricing-table";
import { selectedFormula } from "../../src/workbook/selected-formula";
import { requirementSets } from "../../workbench/host/host";

let book: OpenWorkbook;
const open = async (version: string) =>
  void (book = await openWorkbook({}, { ...requirementSets, ExcelApi: version }));
afterEach(() => book.close());

test("An Excel that is too old for a command says for which one, and what still works", async () => {
  await open("1.12");
  await expect(insertPricingTable(choices)).rejects.toThrow(
    "This Excel is too old to insert a pricing table: it lacks ExcelApi 1.13.",
  );
  await expect(insertCalWorksheet()).rejects.toThrow("too old to insert a CAL worksheet");
  await expect(refreshPricingTable("CalsPrices")).rejects.toThrow("too old to refresh");
  await expect(addCalColumns("T", {}, [])).rejects.toThrow("too old to add CAL columns");
  expect(await book.tables()).toEqual([]);
  expect(await selectedFormula()).toBeUndefined();
  expect(await pricingTables()).toEqual([]);
});

test("An older one still cannot explain a cell", async () => {
  await open("1.11");
  await expect(selectedFormula()).rejects.toThrow("too old to explain a cell");
  await expect(selectedFormula()).rejects.toThrow("functions in cells work here all the same");
});
