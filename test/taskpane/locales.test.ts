// The pane on computers of other languages, on both sides of the day's end.
import type { Browser, Locator } from "playwright-core";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser } from "./pane-page";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  ["tr-TR", "Europe/Istanbul"],
  ["de-DE", "Pacific/Honolulu"],
  ["ar-EG", "Asia/Tokyo"],
])("in %s, %s", (locale, timezoneId) => {
  let excel: PaneInExcel;
  let room: Locator;
  beforeAll(async () => {
    excel = await PaneInExcel.open(browser, { locale, timezoneId, calculate: () => 40 });
    // In Tokyo it is tomorrow already, in Honolulu still midday.
    await excel.page.clock.setFixedTime("2026-11-24T23:30:00Z");
  });
  afterAll(() => excel.close());
  beforeEach(() => excel.clear());

  const enter = async (name: string) => {
    await excel.enter(name);
    room = excel.pane.getByRole("tabpanel", { name });
  };
  const fill = (label: string, text: string) => room.getByLabel(label, { exact: true }).fill(text);

  test("digits of every script are numbers, shown and written in one way", async () => {
    await enter("People");
    await fill("Number of users", "١٢٣٤");
    await fill("Number of devices", "６０００");
    expect(await room.getByLabel("Number of users", { exact: true }).inputValue()).toBe("1234");
    const table = room.getByRole("table", { name: "Requirement" });
    await table.getByText("1,234").first().waitFor();
    excel.select("B2");
    await excel.press("Insert with live formulas");
    await excel.said(/^Inserted table CalsPeople/);
    expect([excel.value("D5"), excel.value("E5")]).toEqual([1234, 6000]);
    expect(excel.formula("G5") + excel.formula("P5")).toMatch(/CALS\.TOBUY\([^;]+,[^;]+\)/);
  });

  test("a number that could be two is refused, and no cost is made of it", async () => {
    await enter("People");
    await fill("Number of users", "10");
    await fill("Number of devices", "30");
    await room.locator("summary", { hasText: "Ways to license" }).first().click();
    await fill("User CAL price", "1.234");
    await fill("Device CAL price", "30");
    const fault = "User price must be a price above 0. This cell has “1.234”.";
    await room.getByText(`${fault} Write numbers like 1234 or 12.50.`).first().waitFor();
    const ways = room.getByRole("table", { name: "Ways to license" });
    expect(await ways.getByText("12.34").count()).toBe(0);
    await fill("User CAL price", "1234.50");
    await ways.getByText("12,345.00").first().waitFor();
  });

  test("prices are told with their currency and a point", async () => {
    await enter("Prices");
    expect(await room.textContent()).toMatch(/\$\d+\.\d\d/);
    expect(await room.textContent()).not.toMatch(/[٠-٩]|\d,\d\d\b/);
  });

  test("the day of a freeze is that of UTC", async () => {
    await enter("Share");
    excel.put("A2", ["2012 R2 Standard", 40, 25, "=CALS.REQUIRED(A2,B2,C2)"]);
    const freeze = room.getByRole("region", { name: "Freeze", exact: true });
    await freeze.getByRole("button", { name: "Freeze", exact: true }).click();
    await excel.press("Freeze 1 formula");
    await excel.said(/^Frozen: 1 formula/);
    const parts = [...excel.host.state!.customXmlParts.values()].map((part) =>
      JSON.stringify(part),
    );
    expect(parts.join()).toContain("2026-11-24");
  });
});
