import { Browser, chromium as playwright, FrameLocator, Page } from "playwright-core";
import { chromium, chromiumArgs } from "../../workbench/chromium";
import type { Report } from "../../workbench/conformance/report";
import { scenarios } from "../../workbench/conformance/scenarios";
import type {} from "../../workbench/page/workbench-handle";
import { openWorkbench, Workbench } from "../../workbench/workbench-server";

/** The conformance page in the place of the pane, in Chromium, with the built add-in's functions. */
let workbench: Workbench;
let browser: Browser;
let page: Page;
let pane: FrameLocator;
const faults: string[] = [];

beforeAll(async () => {
  workbench = await openWorkbench(0);
  browser = await playwright.launch({ executablePath: await chromium(), args: chromiumArgs });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
  // The grid around it goes on measuring rows of a sheet that is gone: Univer's fault, and no harm.
  page.on("pageerror", ({ message, stack = "" }) => {
    if (!stack.includes("/workbench/workbench.js")) faults.push(`${message}\n${stack}`);
  });
  await page.goto(`${workbench.address}?conformance`);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  pane = page.frameLocator("#pane iframe");
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

test("asks the stand-in everything, and shows, saves and writes down what it saw", async () => {
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  const lacking = scenarios.filter(({ emulated }) => "lacks" in emulated);
  const same = scenarios.length - lacking.length;
  const status = pane.getByRole("status");
  await status.getByText(/^(Done|It stopped):/).waitFor({ timeout: 100_000 });
  expect(await status.textContent()).toContain("Done:");
  const shown = await pane.getByLabel("The report, for copying").inputValue();
  const report = JSON.parse(shown) as Report;
  const seen = Object.entries(report.saw).flatMap(([name, sight]) => {
    const { emulated } = scenarios.find((one) => one.name === name)!;
    return "sees" in emulated && JSON.stringify(sight) !== JSON.stringify({ seen: emulated.sees })
      ? [[name, sight]]
      : [];
  });
  expect(seen).toEqual([]);
  expect(report.host).toBe("stand-in");
  expect(await status.textContent()).toBe(`Done: ${same} same, ${lacking.length} not run.`);
  const rows = pane.getByRole("row");
  expect(await rows.count()).toBe(lacking.length);
  expect(await pane.getByText(/in docs.conformance/).isVisible()).toBe(false);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    pane.getByRole("link", { name: "Download the report" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^stand-in-OfficeOnline-16\.[\d.]+\.json$/);
  const row = await page.evaluate(async () => {
    await window.workbench.idle();
    return ["A3", "B3", "C3", "D3"].map((at) => window.workbench.cell(`Conformance!${at}`).text);
  });
  const [first] = scenarios;
  expect(row).toEqual([first.name, first.asks, "same", JSON.stringify(report.saw[first.name])]);
  expect(faults).toEqual([]);
  expect(await page.evaluate(() => window.workbench.unimplemented)).toEqual([]);
});

test("asks nothing in a workbook that holds something, without a yes", async () => {
  const run = pane.getByRole("button", { name: "Run", exact: true });
  expect(await run.isDisabled()).toBe(true);
  await pane.locator("body").evaluate(() => location.reload());
  const agree = pane.getByLabel("This workbook is not empty. Run in it all the same.");
  await agree.waitFor();
  expect(await run.isDisabled()).toBe(true);
  await agree.check();
  expect(await run.isDisabled()).toBe(false);
});
