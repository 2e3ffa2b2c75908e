/**
 * The built pane in Chromium, with the Excel stand-in at the other end: the workbook is in memory, in
 * the process of the test, and the page only carries the messages of office.js to and fro.
 */
import type { Browser, FrameLocator, Page } from "playwright-core";
import { MemoryBook, type MemoryBookOptions } from "../../workbench/books/memory-book";
import { parseAddress } from "../../workbench/host/address";
import { Host } from "../../workbench/host/host";
import { OlderExcel } from "../../workbench/host/older-excel";
import { windowName } from "../../workbench/host/xdm-host";
import { excelOfThisRun } from "../support/excel-of-this-run";
import { pane, serveFromDisk, type PageOptions } from "./pane-page";

/** office.js finds its host in the window's name, and posts to the window around it. */
const excelPage = `<!doctype html><title>Excel</title>
<style>body{margin:0}iframe{border:0;width:100vw;height:100vh;display:block}</style>
<script>
  addEventListener("message", ({ data }) => typeof data === "string" && toHost(data));
  const frame = document.createElement("iframe");
  frame.name = ${JSON.stringify(windowName(pane))};
  frame.src = "/taskpane.html";
  onload = () => document.body.append(frame);
</script>`;

interface PaneOptions extends MemoryBookOptions, Pick<PageOptions, "change" | "watch"> {
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** The language of the browser, such as "tr-TR", and where on earth it is. */
  readonly locale?: string;
  readonly timezoneId?: string;
}

export class PaneInExcel {
  readonly pane: FrameLocator;

  private constructor(
    readonly page: Page,
    readonly book: MemoryBook,
    readonly host: Host,
    readonly faults: readonly string[],
    /** Every address that was asked for. */
    readonly asked: readonly string[],
  ) {
    this.pane = page.frameLocator("iframe");
  }

  static async open(browser: Browser, options: PaneOptions = {}): Promise<PaneInExcel> {
    const { locale, timezoneId } = options;
    const viewport = { width: 350, height: 720 };
    const context = await browser.newContext({ viewport, locale, timezoneId });
    const faults: string[] = [];
    await serveFromDisk(context, faults, options);
    await context.route(`${pane}/excel.html`, (route) =>
      route.fulfill({ body: excelPage, contentType: "text/html" }),
    );
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(request.url()));
    page.on("pageerror", ({ message }) => faults.push(message));
    const { requirementSets = excelOfThisRun() } = options;
    const book = new MemoryBook(options);
    const send = (text: string) =>
      void page.evaluate((message) => frames[0].postMessage(message, "*"), text).catch(() => {});
    const host = new Host({
      ...{ origin: pane, book, paneVisible: true, send, requirementSets },
      gate: new OlderExcel(requirementSets),
    });
    await page.exposeFunction("toHost", (text: string) => host.xdm.receive(text));
    await page.goto(`${pane}/excel.html`);
    return new PaneInExcel(page, book, host, faults, asked);
  }

  /** Puts an empty workbook in the place of this one, under the same pane: to load that takes long. */
  clear(): void {
    const { book, host } = this;
    const old = book.sheets().map(({ id }) => id);
    const sheet = book.addSheet("New");
    book.select(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
    for (const id of old) {
      host.state!.forgetSheet(id);
      book.removeSheet(id);
    }
    book.renameSheet(sheet, "Sheet1");
    host.state!.settings.clear();
    host.state!.customXmlParts.clear();
    host.state!.names.length = 0;
  }

  enter = (room: string) => this.pane.getByRole("tab", { name: room }).click();
  focused = () => this.pane.locator("*:focus").textContent();
  press = (name: string) => this.pane.getByRole("button", { name, exact: true }).click();
  said = (text: string | RegExp) => this.pane.getByRole("status").getByText(text).waitFor();

  select(address: string): void {
    this.book.select(this.sheet, parseAddress(address)!);
  }

  /** Writes values, and formulas where a text begins with "=". */
  put(address: string, ...rows: (string | number)[][]): void {
    const { row, column } = parseAddress(address)!;
    const input = (cell: string | number) =>
      typeof cell === "string" && cell.startsWith("=") ? { formula: cell } : { value: cell };
    this.book.write(
      this.sheet,
      row,
      column,
      rows.map((cells) => cells.map(input)),
    );
  }

  value(address: string): unknown {
    const { row, column } = parseAddress(address)!;
    return this.book.value(this.sheet, row, column);
  }

  formula(address: string): string {
    const { row, column } = parseAddress(address)!;
    return this.book.formula(this.sheet, row, column);
  }

  /** Whoever used the stand-in says that it knew every call, and that the page had no fault. */
  async close(): Promise<void> {
    await this.page.context().close();
    expect([...this.faults, ...this.host.unimplemented]).toEqual([]);
  }

  private get sheet(): string {
    return this.book.activeSheetId();
  }
}
