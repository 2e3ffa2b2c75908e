import { readFileSync } from "node:fs";
import { Browser, chromium as playwright, FrameLocator, Page } from "playwright-core";
import { chromium, chromiumArgs } from "../../workbench/chromium";
import type {} from "../../workbench/page/workbench-handle";
import { openWorkbench, Workbench } from "../../workbench/workbench-server";

/** The workbench as a person sees it: the built add-in, unmodified, beside a grid. */
let workbench: Workbench;
let browser: Browser;
let page: Page;
let pane: FrameLocator;
const strangers: string[] = [];

beforeAll(async () => {
  workbench = await openWorkbench(0);
  browser = await playwright.launch({ executablePath: await chromium(), args: chromiumArgs });
  // no color scheme of Playwright's own, which would hide the one that the page gives the pane
  const context = await browser.newContext({ ignoreHTTPSErrors: true, colorScheme: null });
  page = await context.newPage();
  page.on("request", (request) => {
    const url = new URL(request.url());
    const isOurs = workbench.address.startsWith(url.origin) || url.protocol !== "https:";
    if (!isOurs) strangers.push(request.url());
  });
  await page.goto(workbench.address);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  pane = page.frameLocator("#pane iframe");
});

afterEach(async () => {
  expect(await page.evaluate(() => window.workbench.unimplemented)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

const cell = (address: string) =>
  page.evaluate(async (at) => {
    await window.workbench.idle();
    return window.workbench.cell(at);
  }, address);

let clicks = 0;

async function type(address: string, text: string): Promise<void> {
  // never twice in one place: two quick clicks open that cell
  const position = { x: 200, y: 60 + 40 * (clicks++ % 8) };
  await page.locator("#univer-sheet-main-canvas_book").click({ position });
  await page.evaluate((at) => window.workbench.select(at), address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  // it is entered once the next cell is selected
  await page.waitForFunction((at) => !window.workbench.selection().endsWith(`!${at}`), address);
}

test("a formula typed into the grid shows its number", async () => {
  await type("A1", '=CALS.REQUIRED("Windows Server 2012 R2 Standard",40,25)');
  await page.waitForFunction(() => window.workbench.cell("A1").value === 25);
  expect((await cell("A1")).formula).toContain("CALS.REQUIRED");
});

test("an error tells its reason in the status line", async () => {
  await type("A3", '=CALS.REQUIRED("no such server",1)');
  await page.waitForFunction(() => window.workbench.cell("A3").value === "#N/A");
  await page.evaluate(() => window.workbench.select("A3"));
  const status = page.locator("#status");
  await status.filter({ hasText: "no such server" }).waitFor();
  expect(await status.textContent()).toMatch(/^A3: #N\/A /);
});

test("the pane is the add-in's own, and follows the theme", async () => {
  expect(await pane.locator("title").first().textContent()).toBe("CALS for Excel");
  const isDark = () =>
    pane.locator("html").evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  await page.evaluate(() => window.workbench.setTheme("light"));
  expect(await isDark()).toBe(false);
  await page.getByRole("button", { name: "Dark" }).click();
  expect(await isDark()).toBe(true);
  await page.getByRole("button", { name: "Dark" }).click();
});

test("the pane is closed and opened again", async () => {
  const frame = page.locator("#pane iframe");
  await page.getByRole("button", { name: "Task pane" }).click();
  await frame.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Task pane" }).click();
  await frame.waitFor({ state: "visible" });
});

test("what the add-in writes through Excel is in the grid", async () => {
  await pane.locator("html").evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("C1:D3").values = [
        ["Users", "Required"],
        [40, ""],
        [7, ""],
      ];
      const table = sheet.tables.add("C1:D3", true);
      table.name = "Groups";
      sheet.getRange("D2:D3").formulas = Array.from({ length: 2 }, () => [
        '=CALS.REQUIRED("2012 R2 Standard",[@Users])',
      ]);
      sheet.getRange("C2:C3").dataValidation.rule = {
        list: { inCellDropDown: true, source: "40,7" },
      };
      await context.sync();
      table.rows.add(undefined, [[3, null as never]]);
      await context.sync();
    }),
  );
  expect([(await cell("D2")).value, (await cell("D3")).value]).toEqual([40, 7]);
  expect((await cell("D4")).value).toBe(3);
  expect(await page.evaluate(() => window.workbench.tables())).toEqual([
    { name: "Groups", address: "Sheet1!C1:D4", columns: ["Users", "Required"] },
  ]);
});

test("[@Users] may be typed in a table's row", async () => {
  await type("D3", "=[@Users]*2");
  await page.waitForFunction(() => window.workbench.cell("D3").value === 14);
});

test.each([
  ["K2", '="1,234"', "1,234"],
  ["K3", "=1E5", 100000],
  ["K4", '=@CALS.REQUIRED("2012 R2 Standard",40)', 40],
  ["K5", "=- 5", -5],
])("in %s, %s is typed as in Excel", async (address, formula, expected) => {
  await type(address, formula);
  await page.waitForFunction((at) => window.workbench.cell(at).formula !== "", address);
  expect((await cell(address)).value).toBe(expected);
});

test("Escape leads from the pane back into the grid", async () => {
  await page.evaluate(() => window.workbench.select("H2"));
  await pane.getByRole("tab").first().focus();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.tagName !== "IFRAME");
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.workbench.cell("H2").value === 7);
});

test("the add-in hears of selections in the grid", async () => {
  const heard = pane.locator("html").evaluate(
    () =>
      new Promise<string>((resolve) => {
        void Excel.run(async (context) => {
          const { worksheets } = context.workbook;
          worksheets.onSelectionChanged.add(async ({ address }) => resolve(address));
          await context.sync();
          document.documentElement.dataset.listening = "yes";
        });
      }),
  );
  await pane.locator("html[data-listening]").waitFor();
  await page.evaluate(() => window.workbench.select("F5:G6"));
  expect(await heard).toBe("F5:G6");
});

test("a workbook is saved as a file, and opened again in the place of another", async () => {
  await page.evaluate(() => window.workbench.enter("Sheet1!H20", '=CALS.CAL("2012 R2 Standard")'));
  expect((await cell("Sheet1!H20")).value).toBe("Windows Server 2012 CAL");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("Book1.xlsx");
  const file = readFileSync(await saved.path());
  await page.evaluate(() => window.workbench.enter("Sheet1!H20", "gone"));
  const open = async (name: string, buffer: Buffer, says: RegExp) => {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Open" }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: "", buffer });
    await page.locator("#status").filter({ hasText: says }).waitFor();
  };
  await open("saved.xlsx", file, /^Opened saved.xlsx/);
  expect(await cell("Sheet1!H20")).toMatchObject({
    value: "Windows Server 2012 CAL",
    formula: '=CALS.CAL("2012 R2 Standard")',
  });
  await open("old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /^old.xls is an Excel 97-2003/);
  expect((await cell("Sheet1!H20")).value).toBe("Windows Server 2012 CAL");
});

test("nobody else was asked for anything", () => {
  expect(strangers).toEqual([]);
});
