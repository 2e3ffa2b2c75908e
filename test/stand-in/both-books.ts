import { MemoryBook } from "../../workbench/books/memory-book";
import { UniverBook } from "../../workbench/books/univer-book";
import { startUniver } from "../../workbench/books/univer-headless";
import { Book } from "../../workbench/host/book";
import { CellValue } from "../../workbench/host/cell-value";

/** The memory book calculates nothing; it is told what the formulas of the tests come to. */
const results: Readonly<Record<string, CellValue | CellValue[][]>> = {
  "=40+2": 42,
  "=SEQUENCE(2,2)": [
    [1, 2],
    [3, 4],
  ],
};

/** The object model must be the same over both books. */
export const bothBooks: [name: string, open: () => Book][] = [
  ["in memory", () => new MemoryBook({ calculate: (formula) => results[formula] ?? 0 })],
  ["in Univer", () => new UniverBook(startUniver())],
];
