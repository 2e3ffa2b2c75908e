import type { Browser } from "playwright-core";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser } from "./pane-page";
import { excelProfiles } from "../../workbench/host/excel-profiles";

const { sets } = excelProfiles.find(({ name }) => name === "Microsoft 365, version 2002")!;

let browser: Browser;
let excel: PaneInExcel;

/** The add-in starts there, and its functions work; the pane lacks what nearly every command needs. */
describe("In Microsoft 365, version 2002, each room says which Excel it needs", () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    excel = await PaneInExcel.open(browser, { requirementSets: sets });
    excel.put("A1", ["Server", "Users", "=CALS.REQUIRED(A2,B2)"]);
  });
  afterAll(async () => {
    expect(excel.formula("C1")).toBe("=CALS.REQUIRED(A2,B2)");
    await excel.close();
    await browser.close();
  });

  const commands = [
    ["Prices", "Insert at selected cell", "insert a pricing table", "1.13"],
    ["People", "Insert with live formulas", "insert the requirement", "1.13"],
    ["Worksheet", "Insert CAL worksheet", "insert a CAL worksheet", "1.13"],
    ["Share", "Freeze", "find CALS formulas", "1.12"],
    ["Share", "Thaw", "find frozen formulas", "1.12"],
    ["Share", "Repair", "find formulas to repair", "1.12"],
    ["Share", "Prepare for sharing", "see what a preparation would do", "1.12"],
  ];

  test.each(commands)("%s: %s", async (room, button, to, needs) => {
    await excel.enter(room);
    if (room === "People") await excel.pane.getByLabel("Number of users").first().fill("4");
    await excel.press(button);
    await refused(to, needs);
  });

  test("Explain says so by itself", async () => {
    await excel.enter("Explain");
    await refused("explain a cell", "1.12");
  });

  const refused = (to: string, needs: string) =>
    excel.pane
      .getByText(`This Excel is too old to ${to}: it lacks ExcelApi ${needs}.`)
      .first()
      .waitFor();
});
