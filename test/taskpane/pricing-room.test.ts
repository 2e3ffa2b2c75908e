import type { Browser } from "playwright-core";
import { amountOf } from "../../src/calculator/money";
import { offersIn, samplePriceList } from "../../src/catalog/price-list";
import { requirementSets } from "../../workbench/host/host";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser } from "./pane-page";

let browser: Browser;
let excel: PaneInExcel;

describe("Pricing table", () => {
  const newest = { version: "2025", calType: "User", channel: "OEM", currency: "USD" } as const;
  const offers = offersIn(samplePriceList, newest).value;

  const chooseUserCals = async () => {
    await excel.pane.getByLabel("Server version").selectOption("2025");
    await excel.pane.getByLabel("CAL type", { exact: true }).selectOption("User");
    await excel.pane.getByLabel("Channel", { exact: true }).selectOption("OEM");
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    excel = await PaneInExcel.open(browser);
  });
  afterAll(async () => {
    await excel.close();
    await browser.close();
  });
  beforeEach(async () => {
    excel.clear();
    excel.select("B2");
    await chooseUserCals();
  });

  test("Insert puts the rows that are shown into the sheet, at the selected cell", async () => {
    await excel.pane.getByText(`Rows to insert: ${offers.length}`).waitFor();
    await excel.press("Insert at selected cell");
    await excel.said(`Inserted table CalsPrices at Sheet1!B2:J${2 + offers.length}.`);
    expect([excel.value("B2"), excel.value("B3")]).toEqual(["CAL", offers[0].cal]);
    expect(excel.value(`F${2 + offers.length}`)).toBe(offers[offers.length - 1].part);
  });

  test("Cells that are not empty are asked about, and kept on Cancel", async () => {
    excel.put("C3", ["mine"]);
    await excel.press("Insert at selected cell");
    await excel.said("Sheet1!C3 is not empty (1 cell). Overwrite?");
    await excel.press("Cancel");
    await excel.pane.getByText("Overwrite?").waitFor({ state: "detached" });
    expect([excel.value("B2"), excel.value("C3")]).toEqual(["", "mine"]);
    expect(await excel.focused()).toBe("Insert at selected cell");
  });

  test("Overwrite writes", async () => {
    excel.put("C3", ["mine"]);
    await excel.press("Insert at selected cell");
    await excel.press("Overwrite");
    await excel.said(/^Inserted table CalsPrices/);
    expect(excel.value("C3")).toBe("User");
  });

  test("A yes for some cells is no yes for others", async () => {
    excel.put("C3", ["mine"]);
    excel.put("C103", ["mine too"]);
    await excel.press("Insert at selected cell");
    await excel.said(/^Sheet1!C3 is not empty/);
    excel.select("B102");
    await excel.press("Overwrite");
    await excel.said(/^Sheet1!C103 is not empty/);
    expect([excel.value("C3"), excel.value("C103")]).toEqual(["mine", "mine too"]);
  });

  test("A yes for what cells held is no yes for what they hold now", async () => {
    excel.put("C3", ["mine"]);
    await excel.press("Insert at selected cell");
    await excel.said(/^Sheet1!C3 is not empty/);
    excel.put("C3", ["something better"]);
    await excel.press("Overwrite");
    await excel.said(/^Sheet1!C3 is not empty/);
    expect(excel.value("C3")).toBe("something better");
  });

  test("Refresh brings the table up to date, and tells what it did", async () => {
    await excel.press("Insert at selected cell");
    await excel.press("Refresh CalsPrices");
    await excel.said("CalsPrices: no price has changed.");
    excel.put("G3", [""], [1]);
    await excel.press("Refresh CalsPrices");
    await excel.said("CalsPrices: 1 price updated, 1 price of your own kept.");
    expect([excel.value("G3"), excel.value("G4")]).toEqual([amountOf(offers[0].price!), 1]);
  });

  test("For a server of 2012 R2 it says which CALs on sale today reach it", async () => {
    await excel.pane.getByLabel("Server version").selectOption("2012 R2");
    const [first] = offersIn(samplePriceList, { ...newest, version: "2012 R2" }).because;
    await excel.pane.getByText(first.says).first().waitFor();
  });

  test("Tables of a newer version are told of, and not hidden behind a list without them", async () => {
    const newer = { version: 99, id: "1", name: "T", choices: newest, rows: {} };
    excel.host.state!.settings.set("CALS.pricingTable.1", JSON.stringify(newer));
    await excel.enter("Explain");
    await excel.enter("Prices");
    await excel.said(/^A newer version of CALS for Excel wrote the pricing tables/);
    excel.clear();
    await excel.enter("Explain");
    await excel.enter("Prices");
    const told = excel.pane.getByText(/^A newer version of CALS for Excel/);
    await told.waitFor({ state: "detached" });
  });
});

test("An Excel that is too old is told so, for the command that it cannot do", async () => {
  const browser = await launchBrowser();
  const sets = { ...requirementSets, ExcelApi: "1.12" };
  const old = await PaneInExcel.open(browser, { requirementSets: sets });
  await old.press("Insert at selected cell");
  await old.said(/^This Excel is too old to insert a pricing table/);
  await old.close();
  await browser.close();
});
