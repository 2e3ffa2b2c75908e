/**
 * Opens the built pane in Chromium, outside Excel: a preview. The add-in's files come with the headers that
 * they are to be served with, office.js from its npm package; whatever else is asked for is refused and
 * told, and so is what the content security policy stops.
 */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type Page,
} from "playwright-core";
import { chromium, chromiumArgs } from "../../workbench/chromium";
import { headersIn } from "../../workbench/headers-file";
import { dist } from "../support/built-files";

const officeFiles = join(__dirname, "../../node_modules/@microsoft/office-js/dist");
export const pane = "https://pane.test";
export const officeCdn = "https://appsforoffice.microsoft.com/lib/1/hosted";
/** A frame that office.js opens wherever it is not in Excel; it is Microsoft's. */
const officeTelemetry = "https://telemetryservice.firstpartyapps.oaspapps.com";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".png": "image/png",
};

export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium(), args: chromiumArgs });
}

export interface PanePage {
  readonly page: Page;
  /** What went wrong on the page: its errors, and what it asked for that is not there. */
  readonly faults: readonly string[];
  /** Every address that was asked for. */
  readonly asked: readonly string[];
}

export interface PageOptions {
  readonly width?: number;
  /** Names of files that cannot be had, as after a new version was put in place. */
  readonly missing?: RegExp;
  /** A script in the place of office.js. */
  readonly office?: string;
  /** Time passes only where the test says so. */
  readonly stopClock?: boolean;
  /** Changes the scripts of the add-in on their way. */
  readonly change?: ScriptChange;
  /** A script that runs in every page before all others. */
  readonly watch?: string;
  readonly colorScheme?: "light" | "dark";
}

export type ScriptChange = (script: string) => string;

/** 320 pixels is the narrowest pane that Excel shows. */
export async function openPreview(
  browser: Browser,
  { width = 350, missing, office, stopClock, colorScheme, change, watch }: PageOptions = {},
): Promise<PanePage> {
  const context = await browser.newContext({ viewport: { width, height: 720 }, colorScheme });
  const faults: string[] = [];
  await serveFromDisk(context, faults, { missing, change, watch });
  if (office !== undefined) {
    await context.route(`${officeCdn}/office.js`, (route) =>
      route.fulfill({ body: office, contentType: "text/javascript" }),
    );
  }
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.url()));
  if (stopClock) await page.clock.install();
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.goto(`${pane}/taskpane.html`);
  return { page, faults, asked };
}

export async function serveFromDisk(
  context: BrowserContext,
  faults: string[],
  { missing, change, watch }: Pick<PageOptions, "missing" | "change" | "watch"> = {},
): Promise<void> {
  await context.exposeFunction("tellStopped", (told: string) => {
    if (!told.includes(officeTelemetry)) faults.push(told);
  });
  await context.addInitScript(`addEventListener("securitypolicyviolation", (it) =>
    tellStopped(it.effectiveDirective + " stops " + it.blockedURI + " " + it.sourceFile))`);
  if (watch) await context.addInitScript(watch);
  const headers = headersIn(dist);
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    const file = fileOf(url);
    if (!file || missing?.test(file)) {
      if (!file && !url.startsWith(officeTelemetry)) faults.push(`asked for ${url}`);
      return route.abort();
    }
    const contentType = types[extname(file)] ?? "application/octet-stream";
    const ours = url.startsWith(pane) ? headers : { "access-control-allow-origin": "*" };
    const content = readFileSync(file);
    const body =
      change && url.startsWith(pane) && file.endsWith(".js") ? change(content.toString()) : content;
    await route.fulfill({ body, headers: { ...ours, "content-type": contentType } });
  });
}

function fileOf(url: string): string | undefined {
  const address = url.replace(/[?#].*$/, "");
  if (address.startsWith(officeCdn)) return join(officeFiles, address.slice(officeCdn.length));
  return address.startsWith(pane) ? join(dist, address.slice(pane.length)) : undefined;
}
