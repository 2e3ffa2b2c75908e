import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Book } from "./book";
import { FunctionsFile } from "./function-metadata";
import { Host, HostOptions } from "./host";
import { NodeWindow } from "./node-window";
import { OlderExcel } from "./older-excel";

export interface NodeAddInOptions {
  /** The folder of a built add-in, whose bundle is run; without it the window holds office.js only. */
  dist?: string;
  /** The workbook, if there is one. */
  book?: Book;
  /** What another host keeps of the same workbook. */
  state?: HostOptions["state"];
  /** Whether its pane is open. A pane needs a document that shows something, so rarely. */
  paneVisible?: boolean;
  /** Lets short waits of the custom functions runtime pass at once. */
  hurry?: boolean;
  /** Those of an older Excel, say: what it lacks, it refuses. */
  requirementSets?: HostOptions["requirementSets"];
}

export interface NodeAddIn {
  host: Host;
  /** The globals of the add-in's window: `Office`, `Excel`, `CustomFunctions`. */
  window: Record<string, unknown>;
  close(): void;
}

/** office.js wants the host to be on https and to share the add-in's host name. */
const origin = "https://workbench.localhost";

/** Starts office.js, and the add-in, in a window under Node, with a host at the other end. */
export function openAddIn(options: NodeAddInOptions = {}): NodeAddIn {
  const { requirementSets } = options;
  const host = new Host({
    origin,
    book: options.book,
    state: options.state,
    send: (text) => window.receive(text),
    paneVisible: options.paneVisible ?? false,
    requirementSets,
    gate: requirementSets && new OlderExcel(requirementSets),
  });
  const window = new NodeWindow({
    origin,
    dist: options.paneVisible ? options.dist : undefined,
    hurry: options.hurry,
    onMessage: (text) => void host.xdm.receive(text),
  });
  if (options.dist) {
    const metadata = readMetadata(options.dist);
    options.book?.useFunctions(metadata, (one) => host.customFunctions.invoke(one));
    window.runAddIn(join(options.dist, "addin.js"));
  }
  return { host, window: window.global, close: () => window.close() };
}

/** functions.json of a built add-in. */
export const readMetadata = (dist: string) =>
  JSON.parse(readFileSync(join(dist, "functions.json"), "utf8")) as FunctionsFile;
