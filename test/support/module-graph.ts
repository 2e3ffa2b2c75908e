/**
 * Loads built scripts as the page does, without a browser, and looks into webpack's runtime: which
 * functions register, and which modules each file brings.
 */
import { createContext, runInContext, type Context } from "node:vm";

export interface LoadedAddIn {
  /** What `CustomFunctions.associate` was told, in order. */
  readonly associated: string[];
  /** The ids of the modules that the first script brings. */
  readonly moduleIds: string[];
  /** The name of the one global that later files push themselves to. */
  readonly chunkList: string;
}

/** Office stays silent, so the pane never opens: this is what a cell has before any pane. */
export function loadAddIn(script: string, scriptUrl: string): LoadedAddIn {
  const associated: string[] = [];
  const page = pageWith({
    Office: { onReady: () => new Promise(() => {}) },
    CustomFunctions: { associate: (id: string) => void associated.push(id) },
    document: { currentScript: { tagName: "SCRIPT", src: scriptUrl } },
  });
  run(script, page);
  const [chunkList, ...others] = Object.keys(page).filter((key) => key.startsWith("webpackChunk"));
  if (!chunkList || others.length) throw new Error("The script has not one chunk list.");
  // A chunk may bring a function that is handed webpack's own require: the way in.
  let factories = {};
  page[chunkList].push([["probe"], {}, (require: { m: object }) => void (factories = require.m)]);
  return { associated, moduleIds: Object.keys(factories), chunkList };
}

export interface LoadedChunk {
  readonly globals: string[];
  readonly moduleIds: string[];
  /** True where the file would start modules by itself: an entry, not a lazy part of one. */
  readonly startsItself: boolean;
}

export function loadChunk(script: string): LoadedChunk {
  const page = pageWith({});
  const before = new Set(Object.keys(page));
  run(script, page);
  const globals = Object.keys(page).filter((key) => !before.has(key));
  const parts = page[globals[0]];
  if (!Array.isArray(parts))
    throw new Error("The script is no lazy part: it hangs itself nowhere.");
  const [[, modules, start]] = parts;
  return { globals, moduleIds: Object.keys(modules), startsItself: start !== undefined };
}

/** Node would print the failing line, and a built file has only one. */
function run(script: string, page: Context): void {
  try {
    runInContext(script, page);
  } catch (error) {
    throw new Error(`The built script fails to load. ${error}`);
  }
}

function pageWith(globals: object): Context {
  const page = createContext({
    console,
    setTimeout,
    clearTimeout,
    addEventListener() {},
    ...globals,
  });
  runInContext("self = window = globalThis;", page);
  return page;
}
