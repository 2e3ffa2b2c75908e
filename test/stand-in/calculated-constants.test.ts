import { UniverBook } from "../../workbench/books/univer-book";
import { startUniver } from "../../workbench/books/univer-headless";

/** What test/stand-in/evaluate-constants.test.ts says of `evaluate` holds in a workbook too. */
const book = new UniverBook(startUniver());
afterAll(() => book.close());

test.each([
  ['="1,234"', "1,234"],
  ['=LEN("1e3")', 3],
  ["=1E5", 100000],
  ['=COLUMNS({"a,b"})', 1],
  ["=1+SUM(-{1,2})", -2],
  ["=- 5", -5],
  ["=@B7", 0],
  ['="two\nlines, ""quoted"""', 'two\nlines, "quoted"'],
])("%s", async (formula, expected) => {
  book.write("sheet1", 0, 0, [[{ formula }]]);
  await book.idle();
  expect(book.value("sheet1", 0, 0)).toBe(expected);
  expect(book.formula("sheet1", 0, 0)).toBe(formula);
});

test("a constant reads the same from the cell that shows it", async () => {
  book.write("sheet1", 0, 0, [[{ formula: '="1e3"' }, { formula: "=LEN(A1)" }]]);
  await book.idle();
  expect(book.value("sheet1", 0, 1)).toBe(3);
});
