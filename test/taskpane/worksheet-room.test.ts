import type { Browser } from "playwright-core";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser } from "./pane-page";

let browser: Browser;
let excel: PaneInExcel;

describe("CAL worksheet", () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    excel = await PaneInExcel.open(browser);
    await excel.enter("Worksheet");
  });
  afterAll(async () => {
    await excel.close();
    await browser.close();
  });
  beforeEach(() => excel.clear());

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
    // Once they are there, nothing is left to press that would add them a second time.
    expect(await excel.pane.getByRole("button", { name: "Add columns" }).count()).toBe(0);
    expect(await excel.focused()).toBe("Read selected table");
  });

  test("Cells beside the table are told, and the choice stays", async () => {
    excel.put("A1", ["Site", "Server", "Users", ""], ["Bern", "2012 R2 Standard", 40, "mine"]);
    await makeTable("A1:C2");
    excel.select("B2");
    await excel.press("Read selected table");
    await excel.press("Add columns");
    await excel.said("Sheet1!D2 is not empty. Make room at the right of the table first.");
    expect(await excel.pane.getByRole("button", { name: "Add columns" }).count()).toBe(1);
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
