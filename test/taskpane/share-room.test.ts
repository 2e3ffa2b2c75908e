import type { Browser } from "playwright-core";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser } from "./pane-page";
import { accessibilityFaults, overflow } from "./rooms";

let browser: Browser;
let excel: PaneInExcel;

const formula = "=CALS.REQUIRED(A2,B2,C2)";

describe("Share this workbook", () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    excel = await PaneInExcel.open(browser, {
      calculate: (text) => (text.includes("_xldudf_") ? "#NAME?" : text.length),
    });
    await excel.enter("Share");
  });
  afterAll(async () => {
    await excel.close();
    await browser.close();
  });
  beforeEach(() => {
    excel.clear();
    excel.put("A2", ["2012 R2 Standard", 40, 25, formula], ["2022 Standard", 5, 9, formula]);
  });

  const inCommand = (name: string) => excel.pane.getByRole("region", { name, exact: true });
  const askFor = (name: string) =>
    inCommand(name).getByRole("button", { name, exact: true }).click();
  const told = (text: string | RegExp) =>
    excel.pane.getByRole("status").getByText(text).first().waitFor();

  test("Freeze says what it would do, does it on a yes, and says how to go back", async () => {
    await askFor("Freeze");
    await told("2 formulas on Sheet1 become values. Thaw brings formulas back.");
    expect(excel.formula("D2")).toBe(formula);
    await excel.press("Freeze 2 formulas");
    await told("Frozen: 2 formulas on Sheet1. To go back, thaw.");
    expect([excel.formula("D2"), excel.value("D2")]).toEqual(["", formula.length]);
    expect(await excel.focused()).toBe("Freeze");
  });

  test("Cancel changes nothing", async () => {
    await askFor("Freeze");
    await excel.press("Cancel");
    await excel.pane.getByText("become values").waitFor({ state: "detached" });
    expect(excel.formula("D2")).toBe(formula);
    expect(await excel.focused()).toBe("Freeze");
  });

  test("Freeze may mean the selected cells only", async () => {
    excel.select("D3");
    await inCommand("Freeze").getByLabel("Where").selectOption("selection");
    await askFor("Freeze");
    await told("1 formula on Sheet1 becomes its value.");
    await excel.press("Freeze 1 formula");
    await told("Frozen: 1 formula on Sheet1.");
    expect([excel.formula("D2"), excel.formula("D3")]).toEqual([formula, ""]);
    await inCommand("Freeze").getByLabel("Where").selectOption("workbook");
  });

  test("Thaw asks what to do with cells that changed since", async () => {
    await freezeAll();
    excel.put("D3", [7]);
    await askFor("Thaw");
    await told(
      "1 formula on Sheet1 can come back. 1 place changed since: to thaw it is to lose what was written there.",
    );
    await told(`Sheet1!D3 was ${formula.length}, is 7: ${formula}`);
    await excel.press("Thaw 1 unchanged");
    await told(
      "Thawed: 1 formula on Sheet1. To go back, freeze. 1 changed place stays as it is: thaw or forget its formula later.",
    );
    expect([excel.formula("D2"), excel.value("D3")]).toEqual([formula, 7]);
    await askFor("Thaw");
    await excel.press("Thaw 1 changed");
    await told("Thawed: 1 formula on Sheet1.");
    expect(excel.formula("D3")).toBe(formula);
    await askFor("Thaw");
    await told("Nothing is frozen in this workbook.");
  });

  test("Thaw tells an input that changed once, with the formulas that read it", async () => {
    const rows = [2, 3, 4, 5, 6, 7].map((row) => [5, `=CALS.FITS($G$1,A${row})`]);
    excel.clear();
    excel.put("G1", [1]);
    excel.put("A2", ...rows);
    await askFor("Freeze");
    await excel.press("Freeze 6 formulas");
    await told("Frozen: 6 formulas on Sheet1.");
    excel.put("G1", [2]);
    excel.put("A3", [6]);
    await askFor("Thaw");
    await told("Sheet1!B2, B3, B4, B5 and 2 more read $G$1, which was 1 and is 2.");
    await told("Sheet1!B3 reads A3, which was 5 and is 6.");
  });

  test("Thaw names cells of the same row as Excel does", async () => {
    const inTable = "=CALS.FITS(Groups[[#This Row],[Users]],1)";
    excel.put("D3", [inTable]);
    await freezeAll();
    excel.put("D3", [7]);
    await askFor("Thaw");
    await told(/=CALS\.FITS\(Groups\[@\[Users\]\],1\)$/);
  });

  test("a long list scrolls by itself, and what one can choose is in sight", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [`=CALS.FITS(A${i + 2})`]);
    excel.clear();
    excel.put("B2", ...rows);
    await askFor("Freeze");
    await excel.press("Freeze 40 formulas");
    await told("Frozen: 40 formulas on Sheet1.");
    excel.put("B2", ...rows.map((_, i) => [i + 100]));
    await excel.page.setViewportSize({ width: 320, height: 640 });
    await askFor("Forget");
    await told("40 formulas would be gone for good. What the cells hold now stays.");
    const yes = excel.pane.getByRole("button", { name: "Forget 40 formulas" });
    const { y, height } = (await yes.boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(640);
    expect(await excel.pane.getByRole("listitem").count()).toBe(40);
    expect(await accessibilityFaultsInPane()).toEqual([]);
    await excel.page.setViewportSize({ width: 350, height: 720 });
  });

  test("the second half of a double click is no yes", async () => {
    await askFor("Freeze");
    await excel.pane.getByRole("button", { name: "Freeze 2 formulas" }).dispatchEvent("click", {
      detail: 2,
    });
    await excel.press("Cancel");
    expect(excel.formula("D2")).toBe(formula);
  });

  test("Freeze does not say that there is nothing, where a sheet is protected", async () => {
    excel.host.state!.protectedSheets.add(excel.book.activeSheetId());
    await askFor("Freeze");
    await told("No CALS formula can be frozen here.");
    await told(/^Sheet1 is protected: 2 formulas untouched\./);
    excel.host.state!.protectedSheets.clear();
  });

  test("Thaw tells what it did not find again", async () => {
    await freezeAll();
    excel.host.state!.names.length = 0;
    await askFor("Thaw");
    await told("Nothing can simply come back.");
    await told(/^Sheet1!D2 stays a value: what became of its cells cannot be told\./);
    expect(await excel.pane.getByRole("button", { name: /^Thaw / }).count()).toBe(0);
  });

  test("Forget lists the formulas that it gives up, and leaves the others frozen", async () => {
    await freezeAll();
    excel.put("D3", [7]);
    await askFor("Forget");
    await told("1 formula would be gone for good. What the cells hold now stays.");
    await told(`Sheet1!D3 was ${formula.length}, is 7: ${formula}`);
    await excel.press("Forget 1 formula");
    await told("1 formula forgotten.");
    await askFor("Forget");
    await told("Every frozen formula can come back: there is nothing to forget.");
    await askFor("Thaw");
    await excel.press("Thaw 1 formula");
    await told("Thawed: 1 formula on Sheet1.");
    expect([excel.formula("D2"), excel.value("D3")]).toEqual([formula, 7]);
  });

  test("Repair enters formulas again, and names protected sheets", async () => {
    excel.put("E2", ["=_xldudf_CALS_FITS(A2)"]);
    const { state } = excel.host;
    state!.protectedSheets.add(excel.book.activeSheetId());
    await askFor("Repair");
    await told("No CALS formula can be repaired here.");
    await told(/^Sheet1 is protected: 1 formula untouched\. Unprotect it on the Review tab/);
    state!.protectedSheets.clear();
    await askFor("Repair");
    await excel.press("Repair 1 formula");
    await told(/^Repaired: 1 formula on Sheet1\./);
    expect(excel.formula("E2")).toBe("=CALS.FITS(A2)");
  });

  test("Prepare for sharing takes out what asks for the add-in, and lists what remains", async () => {
    const { host, book } = excel;
    host.startup.state = "Background";
    host.state!.settings.set("CALS.pricingTable.1", "{}");
    const name = { name: "Need", formula: "=CALS.FITS(1)", comment: "", visible: true };
    host.state!.names.push({ ...name, sheetId: undefined });
    await askFor("Prepare for sharing");
    await told(
      "2 formulas on Sheet1 become values. The workbook will no longer open the add-in by itself. 1 setting of the add-in will be taken out.",
    );
    expect(await accessibilityFaultsInPane()).toEqual([]);
    await excel.press("Prepare");
    await told(
      "Prepared: 2 formulas on Sheet1 frozen. To go back, thaw. These still ask for the add-in:",
    );
    await told("The name Need says CALS and is not changed (Formulas, Name Manager).");
    expect([host.startup.state, host.state!.settings.size]).toEqual(["Inactive", 0]);
    expect(book.formula(book.activeSheetId(), 1, 3)).toBe("");
    await askFor("Prepare for sharing");
    await told("Nothing more can be taken out here. These still ask for the add-in:");
  });

  test("what Excel refuses is told in the person's words", async () => {
    excel.put("E2", ["=CALS.FITS(A2)"]);
    excel.host.state!.customXmlParts.set("{1}", '<frozen xmlns="urn:cals-for-excel:frozen"/>');
    await askFor("Thaw");
    await excel.said(/^The record of the frozen formulas cannot be read/);
  });

  test("at 320 pixels nothing is cut off", async () => {
    await excel.page.setViewportSize({ width: 320, height: 720 });
    await askFor("Freeze");
    await told("2 formulas on Sheet1 become values.");
    const frame = excel.page.frames()[1] as any;
    expect(await overflow(frame)).toBe(0);
    await excel.press("Cancel");
  });

  test("a button of the ribbon leads to its command", async () => {
    await excel.enter("Prices");
    excel.host.press("CALS.Freeze");
    await excel.pane.getByRole("heading", { name: "Share this workbook" }).waitFor();
    await excel.pane.locator("*:focus").getByText("Freeze").waitFor();
    expect(excel.formula("D2")).toBe(formula);
  });

  async function freezeAll(): Promise<void> {
    await askFor("Freeze");
    await excel.press("Freeze 2 formulas");
    await told("Frozen: 2 formulas on Sheet1.");
  }

  const accessibilityFaultsInPane = () => accessibilityFaults(excel.page.frames()[1] as any);
});
