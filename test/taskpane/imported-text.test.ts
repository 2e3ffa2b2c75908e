// Text from lists, cells, headers and names is shown as text, whatever it would be to a browser.
import type { Browser } from "playwright-core";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser } from "./pane-page";

/** Without commas, quotes and line breaks, so that a line of the price list can hold them. */
const hostile = [
  "<img src=x onerror=steal()>",
  "<script>steal()</script>",
  "<svg onload=steal()></svg>",
  "<a href=javascript:steal()>free</a>",
  "<iframe srcdoc=x></iframe>",
  "javascript:steal()",
  "data:text/html;<b>b</b>",
  "\u202Egnp.exe\u2066",
  "&lt;b&gt;bold&lt;/b&gt; {{steal()}} ${steal()}",
] as const;

let browser: Browser;
let excel: PaneInExcel;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  expect(await markup()).toEqual([]);
  expect((await links()).filter((link) => !/^https?:\/\//.test(link))).toEqual([]);
  await excel.close(); // and the policy stopped nothing: nothing was tried
});

const open = async (options: Parameters<typeof PaneInExcel.open>[1] = {}) =>
  (excel = await PaneInExcel.open(browser, options));

/** What would be there if a text had become more than a text. */
const markup = () =>
  excel.pane
    .locator("[onerror], [onload], [srcdoc], iframe, #pane script, img:not([src^='assets/']), b")
    .evaluateAll((found) => found.map(({ outerHTML }) => outerHTML));
const links = () =>
  excel.pane.locator("a").evaluateAll((all) => all.map((link) => (link as any).href as string));

test.each(hostile)("a cell with “%s” is told in the reasons and as a value", async (text) => {
  await open({ calculate: () => text });
  excel.book.renameSheet(excel.book.activeSheetId(), `of ${hostile[0]}`);
  excel.put("A2", [text, 40, 25, "=CALS.REQUIRED(A2,B2,C2)"]);
  await excel.enter("Explain");
  excel.select("D2");
  await excel.said(`'of ${hostile[0]}'!D2 shows ${text}`);
  await excel.pane.getByText(/^No answer, because: /).waitFor();
  expect(await excel.pane.getByText(/^No answer, because: /).textContent()).toContain(text);
});

test("headers of a table are told, and offered as choices", async () => {
  await open();
  excel.put(
    "A1",
    [...hostile],
    hostile.map((_, i) => i),
  );
  await excel.pane.getByRole("tab", { name: "Prices" }).waitFor();
  await excel.page.frames()[1].evaluate(async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().tables.add("A1:I2", true);
    });
  });
  await excel.enter("Worksheet");
  excel.select("B2");
  await excel.press("Read selected table");
  const choice = excel.pane.getByLabel("Users", { exact: true });
  await choice.waitFor();
  expect(await choice.locator("option").allTextContents()).toEqual(
    expect.arrayContaining([...hostile]),
  );
});

test("names that a person types are told in the answers", async () => {
  await open();
  await excel.enter("People");
  const room = excel.pane.getByRole("tabpanel", { name: "People" });
  await room.getByLabel("Number of users", { exact: true }).first().fill("40");
  await room.locator("summary").evaluateAll((all) => all.forEach((each) => (each as any).click()));
  await room.getByRole("button", { name: "Add a group" }).click();
  await room.getByLabel("Name of the group").first().fill(hostile[0]);
  await room
    .getByRole("group", { name: hostile[0] })
    .or(room.getByText(hostile[0]))
    .first()
    .waitFor();
});

test("a price list and its sources are shown, and only web addresses are links", async () => {
  const parts = hostile.map((text, i): [string, string] => [`P7711${i}-B21`, text]);
  const changes = new Map([
    ...parts.slice(0, 8),
    ["HPE catalog, list prices", hostile[1]],
    ["Sample price list", hostile[2]],
    ["Microsoft Product Terms", hostile[4]],
  ]);
  const changed = new Set<string>();
  await open({
    change(script) {
      for (const [from, to] of changes) {
        if (script.includes(from)) changed.add(from);
        script = script.replaceAll(from, () => to);
      }
      return script.replace(/"href":"[^"]*"/g, '"href":"javascript:steal()"');
    },
  });
  const room = excel.pane.getByRole("tabpanel", { name: "Prices" });
  await room.getByLabel("Server version").selectOption("2025");
  for (const [, text] of parts.slice(0, 8)) await room.getByText(text).first().waitFor();
  await room.getByText(hostile[2]).first().waitFor();
  expect(await links()).toEqual([]);
  await excel.press("Insert at selected cell");
  await excel.said(/^Inserted table CalsPrices/);
  const cells = Array.from({ length: 30 }, (_, row) => excel.value(`E${row + 2}`));
  expect(cells).toEqual(expect.arrayContaining(hostile.slice(0, 8)));
  expect([...changed].sort()).toEqual([...changes.keys()].sort());
});
