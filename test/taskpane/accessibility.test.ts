import type { Browser, Page } from "playwright-core";
import { launchBrowser, openPreview, type PageOptions } from "./pane-page";
import { accessibilityFaults, enter, overflow, rooms } from "./rooms";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const themes: readonly (PageOptions & { name: string })[] = [
  { name: "light", colorScheme: "light" },
  { name: "dark", colorScheme: "dark" },
  { name: "high contrast", colorScheme: "dark", forcedColors: "active" },
];

describe.each(themes)("the pane in $name, 320 pixels wide", ({ name: _, ...media }) => {
  let page: Page;
  let faults: readonly string[];
  beforeAll(async () => {
    ({ page, faults } = await openPreview(browser, { ...media, width: 320 }));
    await page.getByLabel("Server version").selectOption("2012 R2");
    await page.getByRole("button", { name: "Show all" }).click();
    for (const summary of await page.locator("summary").all()) await summary.click();
  });
  afterAll(() => page.context().close());

  test.each(rooms)("%s has nothing that keeps people out", async (room) => {
    await enter(page, room);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test.each(rooms)("%s needs no scrolling sideways", async (room) => {
    await enter(page, room);
    expect(await overflow(page)).toBe(0);
  });

  test("the focus shows, wherever it is", async () => {
    await enter(page, "Prices");
    await page.getByRole("tab", { name: "Prices" }).focus();
    const unseen: string[] = [];
    let stop = await nextStop(page);
    for (; stop.name; stop = await nextStop(page)) if (!stop.seen) unseen.push(stop.name);
    expect(unseen).toEqual([]);
  });

  test("nothing failed, and nothing but its own files was asked for", () => {
    expect(faults).toEqual([]);
  });
});

/** Presses Tab. Fluent UI draws the focus as an outline, a border or a line after the control. */
async function nextStop(page: Page): Promise<{ name: string; seen: boolean }> {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const active = document.activeElement as HTMLElement;
    if (active === document.body) return { name: "", seen: true };
    const outlined = (pseudo?: string) => getComputedStyle(active, pseudo).outlineStyle !== "none";
    const around = active.parentElement!;
    const underlined = getComputedStyle(around, "::after").transform === "matrix(1, 0, 0, 1, 0, 0)";
    return {
      name: active.textContent || active.id,
      seen: outlined() || outlined("::after") || (active.tagName === "SELECT" && underlined),
    };
  });
}

describe("by keyboard alone, at 320 pixels", () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

  test("Insert is reached and pressed", async () => {
    const { page } = await openPreview(browser, { width: 320 });
    await page.getByRole("tab", { name: "Prices" }).waitFor();
    for (let i = 0; i < 20 && (await focused(page)) !== "Insert at selected cell"; i++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Open the pane in Excel").waitFor();
    expect(await focused(page)).toBe("Insert at selected cell");
  });

  test("the arrow keys go from tab to tab", async () => {
    const { page } = await openPreview(browser, { width: 320 });
    await page.getByRole("tab", { name: "Prices" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "CAL worksheet", level: 2 }).waitFor();
    expect(await focused(page)).toContain("Worksheet");
  });
});
