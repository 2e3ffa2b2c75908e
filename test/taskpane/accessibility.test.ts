import type { Browser, Page } from "playwright-core";
import { launchBrowser, openPreview } from "./pane-page";
import { accessibilityFaults, enter, overflow, rooms } from "./rooms";

let browser: Browser;
let page: Page;
let faults: readonly string[];
/** One page for all: to load it takes longer than anything that is asked of it. */
beforeAll(async () => {
  browser = await launchBrowser();
  ({ page, faults } = await openPreview(browser, { width: 320 }));
  await page.getByRole("tab", { name: "Prices" }).waitFor();
});
afterAll(() => browser.close());

describe("by keyboard alone, at 320 pixels", () => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent);

  test("Insert is reached and pressed", async () => {
    for (let i = 0; i < 20 && (await focused()) !== "Insert at selected cell"; i++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Open the pane in Excel").waitFor();
    expect(await focused()).toBe("Insert at selected cell");
  });

  test("the arrow keys go from tab to tab", async () => {
    await page.getByRole("tab", { name: "Prices" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Who and how many", level: 2 }).waitFor();
    expect(await focused()).toContain("People");
  });
});

const themes: readonly [string, Parameters<Page["emulateMedia"]>[0]][] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["high contrast", { colorScheme: "dark", forcedColors: "active" }],
];

describe.each(themes)("the pane in %s, 320 pixels wide", (theme, media) => {
  beforeAll(async () => {
    await page.emulateMedia({ ...media, reducedMotion: "reduce" });
    if (theme === themes[0][0]) await openEverything();
    // Colors that still change are neither the old ones nor the new.
    await page.waitForFunction(() => document.getAnimations().length === 0);
  });

  test.each(rooms)("%s has nothing that keeps people out", async (room) => {
    await enter(page, room);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test.each(rooms)("%s needs no scrolling sideways", async (room) => {
    await enter(page, room);
    expect(await overflow(page)).toBe(0);
  });

  test.each(rooms)("in %s the focus goes to every control, and shows", async (room) => {
    await enter(page, room);
    await page.getByRole("tab", { name: room }).focus();
    const stops: Stop[] = [];
    for (let stop; stops.length < most && (stop = await nextStop(page));) stops.push(stop);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    const controls = page.locator("[role=tabpanel] :is(a[href], button, select, input, summary)");
    const visible = await controls.filter({ visible: true }).evaluateAll(namesOf);
    expect(visible).toContain(anyControl[room]);
    expect(stops.map(({ name }) => name)).toEqual(visible);
  });
});

test("through all of this nothing failed, and nothing but its own files was asked for", () => {
  expect(faults).toEqual([]);
});

/** What is folded away has its colors and its focus, too. */
async function openEverything(): Promise<void> {
  await enter(page, "Prices");
  await page.getByLabel("Server version").selectOption("2012 R2");
  await page.getByRole("button", { name: "Show all" }).click();
  await unfold();
  await enter(page, "People");
  await page.getByRole("button", { name: "Add a group" }).click();
  await unfold();
  await page.getByRole("button", { name: "Add owned CALs" }).click();
  await page.getByLabel("Quantity").fill("-3");
  await page.getByLabel("Number of users").first().fill("40");
  await page.getByLabel("Number of users").last().fill("30");
  await page.getByLabel("Server they use").last().selectOption("Windows Server 2022 Essentials");
  await page.getByLabel("Processors").fill("2");
  await page.getByLabel("Cores per processor").fill("8");
  await page.getByLabel("Standard price").fill("1176");
  await page.getByLabel("Datacenter price").fill("6771");
  await unfold();
}

/** What is unfolded may fold more away; a link of each kind is enough. */
async function unfold(): Promise<void> {
  const folded = page.locator("details:not([open]) > summary").filter({ visible: true });
  for (let i = 0; i < mostFolded && (await folded.count()) > 0; i++) await folded.first().click();
}
const mostFolded = 60;

/** One control of each room, so that a room without any is not taken for one without faults. */
const anyControl = {
  Prices: "Insert at selected cell",
  People: "Insert with live formulas",
  Worksheet: "Insert CAL worksheet",
  Explain: "Read cell",
  Share: "Prepare for sharing",
} as const;
/** More stops than any room has: the focus would be going round in circles. */
const most = 400;

interface Stop {
  readonly name: string;
  readonly seen: boolean;
}

/** Presses Tab; undefined past the last control, where the focus is the browser's. */
async function nextStop(page: Page): Promise<Stop | undefined> {
  await page.keyboard.press("Tab");
  const active = page.locator("*:focus");
  if ((await active.count()) === 0) return undefined;
  const [name] = await active.evaluateAll(namesOf);
  // The line under an entry grows when the focus comes.
  await page.waitForFunction(() => document.getAnimations().length === 0);
  return { name, seen: await active.evaluate(isFocusSeen) };
}

/** Runs in the page, as the next one does. */
const namesOf = (controls: Element[]): string[] =>
  controls.map((control) => {
    const labels = "labels" in control ? [...(control as HTMLInputElement).labels!] : [];
    return labels[0]?.textContent || control.textContent || control.outerHTML;
  });

/** Fluent UI draws the focus as an outline, a border or a line after the control or its neighbors. */
function isFocusSeen(control: Element): boolean {
  const outlined = (pseudo?: string) => getComputedStyle(control, pseudo).outlineStyle !== "none";
  const around = getComputedStyle(control.parentElement!, "::after");
  const underlined = around.transform === "matrix(1, 0, 0, 1, 0, 0)";
  const entries = ["SELECT", "INPUT"];
  return outlined() || outlined("::after") || (entries.includes(control.tagName) && underlined);
}
