import { MemoryBook } from "../books/memory-book";
import { Book } from "./book";
import { Host, HostOptions } from "./host";
import { openAddIn } from "./node-add-in";

export interface NodeHostOptions {
  /** The workbook; an empty one in memory if left out. */
  book?: Book;
  /** What another host keeps of the same workbook. */
  state?: HostOptions["state"];
  /** The folder of a built add-in, to run its bundle too. Tests of single modules need none. */
  dist?: string;
  paneVisible?: boolean;
  requirementSets?: HostOptions["requirementSets"];
  hurry?: boolean;
}

export interface NodeHost {
  /** The real `Excel` and `Office` of office.js, speaking to the stand-in. */
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  book: Book;
  host: Host;
  /** Calls that the stand-in could not answer. Every test asserts that there are none. */
  unimplemented: readonly string[];
  close(): void;
}

/**
 * Excel for tests under Node: the real office.js in a window without a browser, and a workbook at
 * the other end. Code that says the globals `Excel` and `Office` finds them with
 * `Object.assign(globalThis, { Excel: host.Excel, Office: host.Office })`.
 */
export async function openNodeHost(options: NodeHostOptions = {}): Promise<NodeHost> {
  const { book = new MemoryBook(), ...others } = options;
  const addIn = openAddIn({ hurry: true, ...others, book });
  const { host, window } = addIn;
  const close = () => {
    addIn.close();
    book.close();
  };
  const globals = window as unknown as Pick<NodeHost, "Excel" | "Office" | "OfficeExtension">;
  await globals.Office.onReady();
  const { Excel, Office, OfficeExtension } = globals;
  return { Excel, Office, OfficeExtension, book, host, unimplemented: host.unimplemented, close };
}
