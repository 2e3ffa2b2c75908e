// npm run pictures: takes the README's pictures from the workbench, by doing what a buyer would do.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium as playwright, type FrameLocator, type Page } from "playwright-core";
import { root } from "./built-add-in";
import { chromium, chromiumArgs } from "./chromium";
import type {} from "./page/workbench-handle";
import { openWorkbench } from "./workbench-server";

const folder = join(root, "docs/pictures");
mkdirSync(folder, { recursive: true });

const workbench = await openWorkbench(0);
const browser = await playwright.launch({ executablePath: await chromium(), args: chromiumArgs });
try {
  await takeWorksheet(await openPage(1860, 720));
  await takePricing(await openPage(1280, 780));
} finally {
  await browser.close();
  await workbench.close();
}

async function openPage(width: number, height: number): Promise<Page> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    colorScheme: null,
    viewport: { width, height },
  });
  const page = await context.newPage();
  await page.goto(workbench.address);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  return page;
}

function paneOf(page: Page): FrameLocator {
  return page.frameLocator("#pane iframe");
}

/** A worksheet of four groups, and the reasons of one cell. */
async function takeWorksheet(page: Page): Promise<void> {
  const pane = paneOf(page);
  await page.evaluate(() => window.workbench.select("A1"));
  await pane.getByRole("tab", { name: "Worksheet" }).click();
  await pane.getByRole("button", { name: "Insert CAL worksheet" }).click();
  await page.waitForFunction(() => window.workbench.tables().length === 1);
  const groups: readonly (readonly [string, string, string, string])[] = [
    ["Office", "Windows Server 2012 R2 Standard", "40", "65"],
    ["Call center", "Windows Server 2022 Standard", "90", "30"],
    ["Warehouse", "Windows Server 2008 R2 Standard", "24", "12"],
    ["Branch", "Windows Server 2022 Essentials", "18", "22"],
  ];
  await page.evaluate(async (rows) => {
    for (const [i, [group, product, users, devices]] of rows.entries()) {
      const row = i + 2;
      await window.workbench.enter(`A${row}`, group);
      await window.workbench.enter(`B${row}`, product);
      await window.workbench.enter(`C${row}`, users);
      await window.workbench.enter(`D${row}`, devices);
    }
    await window.workbench.idle();
  }, groups);
  await pane.getByRole("tab", { name: "Explain" }).click();
  await page.evaluate(() => window.workbench.select("H3"));
  await pane.getByText("Because").first().waitFor();
  await page.screenshot({ path: join(folder, "worksheet.png") });
}

/** A pricing table for a 2012 R2 server, in the dark. */
async function takePricing(page: Page): Promise<void> {
  const pane = paneOf(page);
  await page.evaluate(() => {
    window.workbench.setTheme("dark");
    return window.workbench.select("A1");
  });
  await pane.getByLabel("Server version").selectOption({ label: "Windows Server 2012 R2" });
  await pane.getByLabel("Channel").selectOption("OEM");
  await pane.getByRole("button", { name: "Insert at selected cell" }).click();
  await page.waitForFunction(() => window.workbench.tables().length === 1);
  await page.evaluate(() => window.workbench.idle());
  await page.screenshot({ path: join(folder, "pricing.png") });
}
