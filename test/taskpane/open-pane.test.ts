import type { Browser } from "playwright-core";
import { launchBrowser, openPreview } from "./pane-page";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** office.js as far as the start of the add-in needs it. */
const office = (ready: string) => `
  ribbon = {};
  Office = { onReady: () => ${ready}, context: {}, VisibilityMode: { taskpane: "Taskpane" },
    actions: { associate: (name, run) => (ribbon[name] = run) },
    addin: { onVisibilityModeChanged: async (tell) => ((show = tell), async () => {}) } };
  CustomFunctions = { associate() {} };`;

test("outside Excel the pane is a preview, and says so", async () => {
  const { page, faults } = await openPreview(browser);
  await page.getByText("Preview: this page is not open in Excel").waitFor();
  expect(faults).toEqual([]);
});

test("Excel that never answers leaves no blank pane", async () => {
  const silent = office("new Promise(() => {})");
  const { page } = await openPreview(browser, { office: silent, stopClock: true });
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.clock.fastForward("01:00");
  await page.getByRole("alert").getByText("Excel has not answered yet").waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByText("Opening CALS for Excel").waitFor();
});

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
