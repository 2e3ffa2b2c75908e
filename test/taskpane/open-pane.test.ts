import type { Browser, Page } from "playwright-core";
import { launchBrowser, openPreview } from "./pane-page";
import { accessibilityFaults, overflow } from "./rooms";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** office.js as far as the start of the add-in needs it. */
const office = (ready: string) => `
  ribbon = {}, called = {};
  Office = { onReady: () => ${ready}, context: {}, VisibilityMode: { taskpane: "Taskpane" },
    actions: { associate: (name, run) => (ribbon[name] = run) },
    addin: { onVisibilityModeChanged: async (tell) => ((show = tell), async () => {}) } };
  CustomFunctions = { associate: (name, run) => (called[name] = run) };`;

test("outside Excel the pane is a preview, and says so", async () => {
  const { page, faults } = await openPreview(browser);
  await page.getByText("Preview: this page is not open in Excel").waitFor();
  expect(faults).toEqual([]);
});

const silent = office("new Promise(() => {})");
const trouble = (page: Page) => page.getByRole("alert");

test("Excel that never answers is waited for, asked again twice, and then told, with ways out", async () => {
  const { page, faults } = await openPreview(browser, { office: silent, stopClock: true });
  for (let load = 1; load <= 3; load++) {
    await page.getByText("Opening CALS for Excel").waitFor();
    await page.clock.fastForward(19_000);
    expect(await trouble(page).count()).toBe(0);
    const reloaded = load <= 2 ? page.waitForEvent("load") : undefined;
    await page.clock.fastForward(1_500);
    await reloaded;
  }
  await trouble(page).getByText("Excel has not answered yet.").waitFor();
  await trouble(page).getByText("Close all windows of Excel").waitFor();
  expect(await page.getByText("Opening CALS for Excel").isVisible()).toBe(false);
  // A person may try for as long as they like; the page does not go on by itself.
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByText("Opening CALS for Excel").waitFor();
  await page.clock.fastForward(21_000);
  await trouble(page).getByText("Excel has not answered yet.").waitFor();
  expect(faults).toEqual([]);
});

test("office.js that cannot be had is asked for again twice, and then told by its name", async () => {
  const { page, asked } = await openPreview(browser, { missing: /office\.js$/ });
  await trouble(page).getByText("Office.js could not be loaded.").waitFor();
  await trouble(page).getByText("appsforoffice.microsoft.com").waitFor();
  expect(asked.filter((url) => url.endsWith("/office.js")).length).toBe(3);
  expect(asked.filter((url) => /taskpane\.\w+\.js$/.test(url))).toEqual([]);
});

test("Excel that answers late gets its pane, in the place of what was told", async () => {
  const late = office("new Promise((answer) => (excelAnswers = answer))");
  const { page, faults } = await openPreview(browser, { office: late, stopClock: true });
  await page.evaluate("sessionStorage.calsReloads = 2");
  await page.clock.fastForward(21_000);
  await trouble(page).getByText("Excel has not answered yet.").waitFor();
  await page.evaluate('excelAnswers({ host: "Excel", addin: {} })');
  await page.clock.fastForward(1_000);
  await page.getByRole("tab", { name: "Prices" }).waitFor();
  expect(await trouble(page).count()).toBe(0);
  // The next time that it is silent it is asked again as often as this time.
  expect(await page.evaluate("sessionStorage.calsReloads")).toBeUndefined();
  expect(faults).toEqual([]);
});

test("while Excel is silent, its functions are there to be called", async () => {
  const { page } = await openPreview(browser, { office: silent, stopClock: true });
  expect(await page.evaluate('called.REQUIRED("2012 R2 Standard", 40, 25)')).toBe(25);
});

test.each(["light", "dark"] as const)(
  "what is told fits a narrow pane and can be read, %s",
  async (colorScheme) => {
    const options = { width: 320, colorScheme, missing: /office\.js$/ };
    const { page } = await openPreview(browser, options);
    await trouble(page).getByText("Office.js could not be loaded.").waitFor();
    expect([await overflow(page), await accessibilityFaults(page)]).toEqual([0, []]);
  },
);

test("a part that is gone is told, with a way to load the new version", async () => {
  const { page } = await openPreview(browser, { missing: /taskpane\.\w+\.js/ });
  await page
    .getByRole("alert")
    .getByText(/could not be loaded \(Loading chunk/)
    .waitFor();
  expect(await page.getByRole("button", { name: "Reload" }).count()).toBe(1);
});

test("a runtime that Excel starts hidden, for its functions, loads no pane until it is shown", async () => {
  const hidden = office('Promise.resolve({ host: "Excel", addin: { visibilityMode: "Hidden" } })');
  const { page } = await openPreview(browser, { office: hidden });
  await page.waitForFunction("typeof show === 'function'");
  const parts = () =>
    page.evaluate(
      () =>
        performance.getEntriesByType("resource").filter(({ name }) => /taskpane\.\w/.test(name))
          .length,
    );
  expect(await parts()).toBe(0);
  await page.evaluate('show({ visibilityMode: "Taskpane" })');
  await page.getByRole("tab", { name: "Prices" }).waitFor();
  expect(await parts()).toBe(1);
});
