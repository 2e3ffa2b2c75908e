import type { Browser } from "playwright-core";
import { amountOf } from "../../src/calculator/money";
import { offersIn, samplePriceList } from "../../src/catalog/price-list";
import { questions } from "../../src/functions/questions";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser } from "./pane-page";

let browser: Browser;
let excel: PaneInExcel;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());
afterEach(() => excel.close());

const enter = (room: string) => excel.pane.getByRole("tab", { name: room }).click();

describe("Pricing table", () => {
  const newest = { version: "2025", calType: "User", channel: "OEM", currency: "USD" } as const;
  const offers = offersIn(samplePriceList, newest).value;

  const chooseUserCals = async () => {
    await excel.pane.getByLabel("Server version").selectOption("2025");
    await excel.pane.getByLabel("CAL type", { exact: true }).selectOption("User");
    await excel.pane.getByLabel("Channel", { exact: true }).selectOption("OEM");
  };

  beforeEach(async () => {
    excel = await PaneInExcel.open(browser);
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
    await expectFocusOn("Insert at selected cell");
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

  test("Refresh brings the table up to date, and tells what it did", async () => {
    await excel.press("Insert at selected cell");
    await excel.press("Refresh CalsPrices");
    await excel.said("CalsPrices: nothing has changed.");
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
});

async function expectFocusOn(name: string): Promise<void> {
  const active = excel.pane.locator("*:focus");
  expect(await active.textContent()).toBe(name);
}

describe("CAL worksheet", () => {
  beforeEach(async () => {
    excel = await PaneInExcel.open(browser);
    await enter("Worksheet");
  });

  test("Insert puts a worksheet with live formulas into the sheet", async () => {
    excel.select("A1");
    await excel.press("Insert CAL worksheet");
    await excel.said(/^Inserted table CalsWorksheet at Sheet1!A1:L/);
    expect(excel.value("A1")).toBe("Group");
    expect(excel.formula("H2")).toContain("CALS.REQUIRED(");
  });

  test("A table of the buyer's gets CAL columns at its right", async () => {
    excel.put("A1", ["Site", "Server", "Users"], ["Bern", "2012 R2 Standard", 40]);
    await makeTable("A1:C2");
    excel.select("B2");
    await excel.press("Read selected table");
    await excel.pane.getByLabel("Users", { exact: true }).waitFor();
    await excel.pane.getByLabel("Server edition").selectOption("Server");
    await excel.pane.getByRole("checkbox", { name: "Why" }).uncheck();
    await excel.press("Add columns");
    await excel.said("Added the columns at Sheet1!D1:H2.");
    const headers = ["D1", "E1", "F1", "G1", "H1", "I1"].map((cell) => excel.value(cell));
    expect(headers).toEqual(["CAL type", "CAL", "Required", "Included", "To buy", ""]);
  });

  test("Without a table under the selection it says what to do", async () => {
    excel.select("F9");
    await excel.press("Read selected table");
    await excel.said("Select a cell of a table first.");
  });
});

/** As the person does it, with Ctrl+T. */
function makeTable(address: string): Promise<void> {
  const frame = excel.page.frames()[1];
  return frame.evaluate(async (where) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().tables.add(where, true);
    });
  }, address);
}

describe("Explain this cell", () => {
  beforeEach(async () => {
    excel = await PaneInExcel.open(browser, { calculate: () => 25 });
    await enter("Explain");
    excel.put("A2", ["2012 R2 Standard", 40, 25, "=CALS.REQUIRED(A2,B2,C2)"]);
  });

  test("shows Because, with links, for the selected cell, and follows the selection", async () => {
    const { because } = questions.REQUIRED.ask(["2012 R2 Standard", 40, 25]);
    excel.select("D2");
    await excel.said("Sheet1!D2 shows 25");
    const room = excel.pane.getByRole("tabpanel", { name: "Explain" });
    await room.getByRole("heading", { name: "Because" }).waitFor();
    for (const { says } of because) await room.getByText(says).waitFor();
    const link = room.getByRole("link").first();
    expect(await link.getAttribute("href")).toBe(because[0].cites[0].href);
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    excel.select("A9");
    await excel.said("No CALS formula is selected.");
    await room.getByText("CALS.REQUIRED(Edition, Users, Devices, CAL type)").waitFor();
  });

  test("explains a refusal as calmly as an answer", async () => {
    excel.put("D3", ['=CALS.REQUIRED("Windows Server 2012 Essentials",40)']);
    excel.select("D3");
    await excel.pane.getByText(/^No answer, because: .*limited to 25 user accounts/).waitFor();
    await excel.pane.getByRole("heading", { name: "Because" }).waitFor();
  });

  test("answers the question that WHY asks", async () => {
    excel.put("D3", ['=CALS.WHY("tobuy",A2,B2,C2,"User",15)']);
    excel.select("D3");
    const answer = excel.pane.getByRole("region", { name: "CALS.TOBUY" });
    await answer.getByText("25", { exact: true }).waitFor();
  });

  test("offers a formula where an argument is worked out on the way", async () => {
    excel.put("D4", ["=CALS.REQUIRED(A2,B2*2)"]);
    excel.select("D4");
    await excel.pane.getByText("The pane cannot read B2*2").waitFor();
    await excel.pane.getByText('=CALS.EXPLAIN("REQUIRED",A2,B2*2)').waitFor();
  });
});
