import { MemoryBook } from "../../workbench/books/memory-book";
import { UniverBook } from "../../workbench/books/univer-book";
import { startUniver } from "../../workbench/books/univer-headless";
import { Book } from "../../workbench/host/book";
import { BookState } from "../../workbench/host/book-state";
import { CellValue } from "../../workbench/host/cell-value";
import { contentOfBook, notSaved } from "../../workbench/xlsx/content-of-book";
import { fillBook } from "../../workbench/xlsx/fill-book";
import type { XlsxCell, XlsxContent } from "../../workbench/xlsx/xlsx-content";
import { aQuote, cellsOf, emptySheet, workbookOf } from "./a-workbook";

/** Built-in formulas only: the book in memory is told what they come to. */
const results: Readonly<Record<string, CellValue | CellValue[][]>> = {
  "=SEQUENCE(3)": [[1], [2], [3]],
  "=SUM(Groups[Users])*Factor": 75,
  "=Groups[[#This Row],[Users]]*2": 80,
};

function aWorkbook(): XlsxContent {
  const quote = aQuote();
  const [groups, lists] = quote.sheets;
  const doubled = "=Groups[[#This Row],[Users]]*2";
  groups!.tables[0]!.columns[3]!.formula = doubled;
  for (const cell of groups!.cells.filter(({ formula }) => formula)) {
    const value = cell.row === 1 ? 80 : 20;
    Object.assign(cell, { formula: doubled, value, array: undefined });
    delete cell.array;
  }
  const cells: XlsxCell[] = [
    ...cellsOf([["a", "=1+1", "'40", "007", "#N/A text"]]),
    {
      row: 2,
      column: 0,
      value: 1,
      formula: "=SEQUENCE(3)",
      array: { isDynamic: true, values: [[1], [2], [3]] },
    },
    { row: 6, column: 0, value: 75, formula: "=SUM(Groups[Users])*Factor" },
    { row: 7, column: 0, value: 45000.5, format: { numberFormat: "yyyy-mm-dd" } },
    { row: 8, column: 1, value: true, format: { bold: true, fill: "#FFEE00" } },
  ];
  return {
    ...quote,
    sheets: [groups!, { ...lists!, cells, widths: new Map() }],
    names: [{ name: "Factor", formula: "=1.5", comment: "", visible: true, sheet: undefined }],
  };
}

const books: [name: string, open: () => Book][] = [
  // what it is told of the table's second row would be the same formula
  ["in memory", () => new MemoryBook({ calculate: (formula) => results[formula] ?? 0 })],
  ["in Univer", () => new UniverBook(startUniver())],
];

describe.each(books)("a book %s", (name, open) => {
  let book: Book;
  let state: BookState;
  beforeEach(() => {
    book = open();
    state = new BookState(book);
  });
  afterEach(() => book.close());

  async function filled(content: XlsxContent): Promise<XlsxContent> {
    expect(fillBook(state, content)).toEqual([]);
    book.calculate();
    await book.settle();
    return contentOfBook(state, content);
  }

  test("holds what was read from a file", async () => {
    const wanted = aWorkbook();
    const found = await filled(aWorkbook());
    // widths are told for every column that is used, and the grid rounds them to pixels
    const widths = (content: XlsxContent) =>
      content.sheets.map((sheet) => (sheet.widths = new Map()));
    expect(found.sheets[0]!.widths.get(0)).toBe(150);
    [wanted, found].forEach(widths);
    if (name === "in memory") {
      found.sheets[0]!.cells.find(({ row, column }) => row === 2 && column === 3)!.value = 20;
    }
    expect(found).toEqual(wanted);
  });

  test("has nothing left of what it held before", async () => {
    await filled(aWorkbook());
    const other = workbookOf({ ...emptySheet("Old 1"), cells: cellsOf([[1]]) });
    const found = await filled(other);
    found.sheets.forEach((sheet) => sheet.widths.clear());
    expect(found).toEqual(other);
    expect(book.sheets().map((sheet) => sheet.name)).toEqual(["Old 1"]);
    expect([state.tables.length, state.names.length]).toEqual([0, 0]);
  });

  test("names that it refuses and tables without headers are told", () => {
    const content = aWorkbook();
    content.names[0]!.name = "A1";
    content.sheets[0]!.tables[0]!.showHeaders = false;
    expect(fillBook(state, content)).toEqual([
      "the table Groups, which has no headers",
      expect.stringMatching(/^the name A1 \(/),
    ]);
  });
});

test("what a file would lack is told when it is saved", () => {
  const state = new BookState(new MemoryBook());
  expect(notSaved(state)).toEqual([]);
  const sheetId = state.book.activeSheetId();
  const rect = { row: 0, column: 0, rows: 1, columns: 1 };
  state.pivotTables.push({ name: "Sums", sheetId, rect });
  expect(notSaved(state)).toEqual(["PivotTables"]);
});
