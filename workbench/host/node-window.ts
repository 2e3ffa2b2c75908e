import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import vm from "node:vm";
import { bareDocument, BareElement, bareStorage } from "./bare-document";
import { windowName } from "./xdm-host";

export interface NodeWindowOptions {
  /** The host's origin, which is the add-in's origin too. */
  origin: string;
  /** The folder of the built add-in, for its lazy chunks. */
  dist?: string | undefined;
  /** Takes what the add-in's window posts to its parent. */
  onMessage(text: string): void;
  /**
   * Lets the short waits of the custom functions runtime (50 and 200 ms, there to spare a network)
   * pass at once. Nothing but time changes.
   */
  hurry?: boolean;
}

const officeFolder = dirname(
  createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"),
);
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** Waits up to this long are pacing; longer ones mean something. */
const longestPace = 500;
/** webpack gives a lazy chunk two minutes; in a window that loads none it would never be right. */
const longestWait = 60_000;

const compiled = new Map<string, vm.Script>();

function script(file: string): vm.Script {
  let known = compiled.get(file);
  if (!known)
    compiled.set(file, (known = new vm.Script(readFileSync(file, "utf8"), { filename: file })));
  return known;
}

/**
 * A window without a browser, in which the real office.js starts as it does in Excel on the web: it
 * reads its host from `name`, loads its own files with script elements, and posts to its parent.
 */
export class NodeWindow {
  readonly global: Record<string, unknown>;
  private readonly context: vm.Context;
  private readonly listeners = new Set<(event: object) => void>();
  private isClosed = false;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly parent = { postMessage: (text: string) => this.options.onMessage(text) };

  constructor(private readonly options: NodeWindowOptions) {
    const location = new URL(`${options.origin}/taskpane.html`);
    const global: Record<string, unknown> = {
      console,
      performance,
      URL,
      URLSearchParams,
      TextEncoder,
      TextDecoder,
      AbortController,
      structuredClone,
      queueMicrotask,
      crypto: globalThis.crypto,
      name: windowName(options.origin),
      parent: this.parent,
      top: this.parent,
      location,
      history: {},
      navigator: { userAgent: "Node", language: "en-US" },
      sessionStorage: bareStorage(),
      localStorage: bareStorage(),
      document: bareDocument(location, `${cdn}office.js`, (element) => this.load(element)),
      matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
      addEventListener: (type: string, listener: (event: object) => void) => {
        if (type === "message") this.listeners.add(listener);
      },
      removeEventListener: (_type: string, listener: (event: object) => void) =>
        this.listeners.delete(listener),
      setTimeout: (callback: () => void, delay = 0, ...args: never[]) =>
        this.setTimeout(callback, delay, args),
      clearTimeout: (timer: NodeJS.Timeout) => this.clear(timer),
      setInterval: (callback: () => void, delay = 0) => this.keep(setInterval(callback, delay)),
      clearInterval: (timer: NodeJS.Timeout) => this.clear(timer),
    };
    global.window = global.self = global;
    this.global = global;
    this.context = vm.createContext(global);
    this.run(join(officeFolder, "office.js"));
  }

  /** Runs a script of the add-in, as the script element of its page would. */
  runAddIn(file: string): void {
    // webpack finds its lazy chunks beside the script that runs
    const currentScript = { tagName: "SCRIPT", src: `${this.options.origin}/${basename(file)}` };
    Object.assign(this.global.document as object, { currentScript });
    this.run(file);
    Object.assign(this.global.document as object, { currentScript: null });
  }

  private run(file: string): void {
    script(file).runInContext(this.context);
  }

  /** Delivers a message from the parent. */
  receive(text: string): void {
    const event = { data: text, origin: this.options.origin, source: this.parent };
    setImmediate(() => this.listeners.forEach((listener) => listener(event)));
  }

  close(): void {
    this.isClosed = true;
    this.listeners.clear();
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
  }

  private load(element: BareElement): void {
    const url = String(element.src ?? "");
    const file = this.fileOf(url);
    if (!file) return; // a chunk of the pane, in a window that shows none
    setImmediate(() => {
      try {
        this.run(file);
        element.onload?.({ type: "load", target: element });
      } catch (problem) {
        element.onerror?.({ type: "error", target: element, error: problem });
        throw problem;
      }
    });
  }

  private fileOf(url: string): string | undefined {
    if (url.startsWith(cdn)) return join(officeFolder, url.slice(cdn.length));
    return (
      this.options.dist &&
      join(this.options.dist, basename(new URL(url, this.options.origin).pathname))
    );
  }

  private setTimeout(callback: (...args: never[]) => void, delay: number, args: never[]) {
    if (this.isClosed || delay > longestWait) return undefined;
    const pace = this.options.hurry && delay <= longestPace ? 0 : delay;
    const run = () => {
      this.timers.delete(timer);
      callback(...args);
    };
    const timer = this.keep(setTimeout(run, pace));
    return timer;
  }

  private keep(timer: NodeJS.Timeout): NodeJS.Timeout {
    this.timers.add(timer);
    return timer;
  }

  private clear(timer: NodeJS.Timeout | undefined): void {
    clearTimeout(timer);
    if (timer) this.timers.delete(timer);
  }
}
