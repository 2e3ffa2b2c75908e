// What a buyer does first, in real Chromium, with the built add-in in the workbench.
import { readFileSync } from "node:fs";
import {
  chromium as playwright,
  type Browser,
  type FrameLocator,
  type Page,
} from "playwright-core";
import { chromium, chromiumArgs } from "../workbench/chromium";
import type {} from "../workbench/page/workbench-handle";
import { openWorkbench, type Workbench } from "../workbench/workbench-server";

let workbench: Workbench;
let browser: Browser;
let page: Page;
let pane: FrameLocator;

beforeAll(async () => {
  workbench = await openWorkbench(0);
  browser = await playwright.launch({ executablePath: await chromium(), args: chromiumArgs });
});
beforeEach(async () => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, colorScheme: null });
  page = await context.newPage();
  await page.goto(workbench.address);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  pane = page.frameLocator("#pane iframe");
});
afterEach(async () => {
  expect(await page.evaluate(() => window.workbench.unimplemented)).toEqual([]);
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

/** Waits until the cells show what they hold; on a slow machine Univer may still be drawing an answer. */
async function calculated(addresses: readonly string[]): Promise<void> {
  await page.evaluate(() => window.workbench.idle());
  const shown = (all: readonly string[]) =>
    all.every((address) => window.workbench.cell(address).value !== "#BUSY!");
  await page.waitForFunction(shown, addresses);
}

async function values(addresses: readonly string[]) {
  await calculated(addresses);
  return page.evaluate(
    (all) => all.map((address) => window.workbench.cell(address).value),
    addresses,
  );
}

const select = (address: string) => page.evaluate((at) => window.workbench.select(at), address);

test("types a formula, sees the number, and reads why", async () => {
  await page.locator("#univer-sheet-main-canvas_book").click({ position: { x: 200, y: 200 } });
  await select("B2");
  await page.keyboard.type('=CALS.REQUIRED("2012 R2 Standard",40,25)');
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.workbench.cell("B2").value === 25);
  await pane.getByRole("tab", { name: "Explain" }).click();
  await select("B2");
  await pane.getByText("A server license alone").waitFor();
  const link = pane.getByRole("link", { name: /Microsoft server client access license/ }).first();
  expect(await link.getAttribute("href")).toMatch(/^https?:/);
  expect(await link.getAttribute("rel")).toContain("noopener");
});

test("inserts a pricing table, is asked before it is written over, and refreshes it", async () => {
  await select("B3");
  await pane.getByLabel("Server version").selectOption({ label: "Windows Server 2025" });
  await pane.getByLabel("Channel").selectOption("OEM");
  await pane.getByRole("button", { name: "Insert at selected cell" }).click();
  await page.waitForFunction(() => window.workbench.tables().length === 1);
  const [table] = await page.evaluate(() => window.workbench.tables());
  expect(table).toMatchObject({ name: "CalsPrices", address: "Sheet1!B3:J11" });
  expect(await values(["B3", "B4", "C4", "E4", "F4", "G4", "I4"])).toEqual([
    "CAL",
    "Windows Server 2025 CAL",
    "User",
    1,
    "P77110-B21",
    72,
    72,
  ]);

  await page.evaluate(() => window.workbench.enter("A20", "my own note"));
  await select("A18");
  await pane.getByRole("button", { name: "Insert at selected cell" }).click();
  await pane
    .getByText(/is not empty|not empty/)
    .first()
    .waitFor();
  expect(await values(["A18", "A20"])).toEqual(["", "my own note"]);

  await page.evaluate(() => window.workbench.enter("G4", ""));
  await pane
    .getByRole("button", { name: /Refresh/ })
    .first()
    .click();
  await page.waitForFunction(() => window.workbench.cell("G4").value === 72);
  expect(await values(["A20"])).toEqual(["my own note"]);
});

test("inserts a CAL worksheet that counts as it is filled in", async () => {
  await select("A1");
  await pane.getByRole("tab", { name: "Worksheet" }).click();
  await pane.getByRole("button", { name: "Insert CAL worksheet" }).click();
  await page.waitForFunction(() => window.workbench.tables().length === 1);
  const rows = [
    ["Windows Server 2008 R2 Standard", "40", "25"],
    ["Windows Server 2022 Essentials", "12", "20"],
    ["Windows Server 2022 Essentials", "40", "20"],
  ];
  await page.evaluate(async (all) => {
    for (const [i, cells] of all.entries()) {
      for (const [j, text] of cells.entries()) {
        await window.workbench.enter(`${"BCD"[j]}${i + 2}`, text);
      }
    }
  }, rows);
  // Product, CAL type, CAL, Required, Included, To buy
  expect(await values(["E2", "F2", "H2", "I2", "K2"])).toEqual([
    "Device",
    "Windows Server 2008 CAL",
    25,
    5,
    20,
  ]);
  expect(await values(["E3", "F3", "H3", "K3"])).toEqual(["None", "None", 0, 0]);
  expect(await values(["H4", "K4"])).toEqual(["#N/A", "#N/A"]);
  const [why, offer] = await values(["L4", "A8"]);
  expect(why).toContain("limited to 25 user accounts; 40 users were given");
  expect(offer).toContain("20 Windows Server 2008 Device CAL");
});

test("freezes, saves, opens the file with every number in it, and thaws", async () => {
  const formula = '=CALS.REQUIRED("2012 R2 Standard",A1,25)';
  const spill = '=CALS.PACKSIZES("2025 CAL","OEM")';
  const addresses = ["B1", "D1", "D2", "D4"];
  const cells = async () => {
    await calculated(addresses);
    return page.evaluate(
      (all) =>
        all
          .map((at) => window.workbench.cell(at))
          .map(({ value, formula }) => [value, formula] as const),
      addresses,
    );
  };
  const asksFor = async (command: string, answer: RegExp) => {
    const region = pane.getByRole("region", { name: command, exact: true });
    await region.getByRole("button", { name: command, exact: true }).click();
    await region.getByRole("button", { name: answer }).click();
    await region
      .getByRole("status")
      .getByText(/To go back/)
      .waitFor();
  };
  await page.evaluate(
    ([one, block]) => {
      window.workbench.enter("A1", "40");
      window.workbench.enter("B1", one);
      window.workbench.enter("D1", block);
    },
    [formula, spill] as const,
  );
  expect((await cells()).map(([value]) => value)).toEqual([25, 1, 5, 50]);
  await pane.getByRole("tab", { name: "Share" }).click();
  await asksFor("Prepare for sharing", /^Prepare$/);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save" }).click(),
  ]);
  const file = await saved.path();
  await page.evaluate(() => window.workbench.enter("B1", "gone"));
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open" }).click(),
  ]);
  await chooser.setFiles({ name: "frozen.xlsx", mimeType: "", buffer: readFileSync(file) });
  await page
    .locator("#status")
    .filter({ hasText: /^Opened frozen.xlsx$/ })
    .waitFor();
  expect(await cells()).toEqual([25, 1, 5, 50].map((value) => [value, ""]));
  await asksFor("Thaw", /^Thaw 2 formulas$/);
  const thawed = await cells();
  expect(thawed[0]).toEqual([25, formula]);
  expect(thawed[1]).toEqual([1, spill]);
  expect(thawed.slice(2).map(([value]) => value)).toEqual([5, 50]);
});
