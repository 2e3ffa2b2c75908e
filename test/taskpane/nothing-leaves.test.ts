// From opening the pane to sharing the workbook, in Chromium, with the built add-in under its policy: what is asked
// for are files of the add-in and of Office.js, and nothing else is even tried.
import type { Browser } from "playwright-core";
import { builtFiles } from "../support/built-files";
import { given } from "../support/given-arguments";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser, officeCdn, openPreview, pane } from "./pane-page";
import { rooms } from "./rooms";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** Before any script of the page: every way to send something, told together with who took it. */
const watch = `
  tried = [];
  const told = (what, to) => tried.push(what + " " + to + " by " + new Error().stack.split("\\n").slice(3).join(" "));
  for (const [owner, name] of [
    [self, "fetch"], [XMLHttpRequest.prototype, "open"], [Navigator.prototype, "sendBeacon"],
    [self, "open"], [HTMLFormElement.prototype, "submit"],
  ]) {
    const real = owner[name];
    owner[name] = function (...args) { told(name, args.join()); return real.apply(this, args); };
  }
  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "Worker", "SharedWorker", "Image", "WebTransport"]) {
    const Real = self[name];
    if (Real) self[name] = class extends Real { constructor(...args) { told(name, args.join()); super(...args); } };
  }`;

/** The files of the add-in and of Office.js; of the page that plays Excel, the page itself. */
const known = [...builtFiles().keys(), "assets/icon-32.png", "excel.html"].map(
  (path) => `${pane}/${path}`,
);
const foreign = (asked: readonly string[]) =>
  [...new Set(asked)].filter((url) => {
    const address = url.replace(/[?#].*$/, "");
    return !known.includes(address) && !address.startsWith(`${officeCdn}/`);
  });

test("whoever tried would be seen", async () => {
  const { page } = await openPreview(browser, { watch });
  const attempt = `fetch("/x").catch(() => {}); new Image(); navigator.sendBeacon("/x");
    try { new WebSocket("wss://thief.test/") } catch {}; tried.map((each) => each.split(" ")[0])`;
  expect(await page.evaluate(attempt)).toEqual(["fetch", "Image", "sendBeacon", "WebSocket"]);
});

test("the whole way through the pane", async () => {
  const excel = await PaneInExcel.open(browser, { calculate: () => 25, watch });
  const region = (name: string) => excel.pane.getByRole("region", { name, exact: true });
  await excel.press("Insert at selected cell");
  await excel.said(/^Inserted table CalsPrices/);
  await excel.press("Refresh CalsPrices");
  await excel.said("CalsPrices: no price has changed.");

  await excel.enter("People");
  const people = excel.pane.getByRole("tabpanel", { name: "People" });
  await people.getByLabel("Number of users", { exact: true }).first().fill("40");
  excel.select("B102");
  await excel.press("Insert with live formulas");
  await excel.said(/^Inserted table CalsPeople/);

  await excel.enter("Worksheet");
  excel.select("B202");
  await excel.press("Insert CAL worksheet");
  await excel.said(/^Inserted table CalsWorksheet/);

  await excel.enter("Explain");
  excel.put("A302", ["2012 R2 Standard", 40, 25, "=CALS.REQUIRED(A302,B302,C302)"]);
  excel.select("D302");
  await excel.pane.getByRole("heading", { name: "Because" }).waitFor();

  await excel.enter("Share");
  for (const command of ["Freeze", "Thaw", "Repair"]) {
    await region(command).getByRole("button", { name: command, exact: true }).click();
    await excel.pane.getByRole("status").filter({ hasText: /./ }).first().waitFor();
  }
  for (const room of rooms) await excel.enter(room);

  expect(foreign(excel.asked)).toEqual([]);
  expect(excel.asked.filter((url) => /\/taskpane\.\w+\.js$/.test(url))).toHaveLength(1);
  expect(await excel.page.frames()[1].evaluate("tried")).toEqual([]);
  await excel.close();
});

test("every function, as it is called from cells", async () => {
  const office = `
    functions = {};
    Office = { onReady: () => new Promise(() => {}) };
    CustomFunctions = { associate: (name, run) => (functions[name] = run),
      ErrorCode: { invalidValue: "v", notAvailable: "n" }, Error: class extends Error {} };`;
  const { page, asked, faults } = await openPreview(browser, { office, watch });
  const answered = await page.evaluate(
    (all) =>
      Object.entries(all).map(([name, args]) => [
        name,
        typeof (globalThis as any).functions[name](...args),
      ]),
    given as Readonly<Record<string, readonly unknown[]>>,
  );
  expect(answered).toHaveLength(Object.keys(given).length);
  expect([foreign(asked), faults, await page.evaluate("tried")]).toEqual([[], [], []]);
});
