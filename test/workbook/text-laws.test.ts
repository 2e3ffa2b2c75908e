import fc from "fast-check";
import Papa from "papaparse";
import { asText } from "../../src/workbook/cell-text";
import { enterCells } from "../../src/workbook/enter-cells";
import { isErrorText } from "../../workbench/host/cell-value";
import { printWorkbook } from "../../workbench/print-workbook";
import { contentOfBook } from "../../workbench/xlsx/content-of-book";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../workbench/xlsx/write-xlsx";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";

/** What a program that reads sheets may take for the start of a formula, or for something else than text. */
const starts = [
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  "＝",
  "＋",
  "－",
  "＠",
  "'",
  " =",
  "\u200B=",
  "\uFEFF=",
];

/**
 * Text of any script, as a file could bring it: pairs whole, and nothing that XML forbids even escaped. In the
 * stand-in a text such as #N/A is an error, so there is none.
 */
const anyText = fc
  .tuple(
    fc.constantFrom("", ...starts),
    fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        "1+1",
        "cmd|' /C calc'!A0",
        'HYPERLINK("http://a.example","x")',
        "00123",
        "1E5",
      ),
      fc.constantFrom("TRUE", "5%", "2025-01-01", "٣", "１２３", "\u202Egpj.exe"),
    ),
  )
  .map(([start, rest]) => start + rest)
  .filter((text) => !/[\uFFFE\uFFFF]|\p{Cs}/u.test(text) && !isErrorText(text));

let book: OpenWorkbook;
beforeEach(async () => void (book = await openWorkbook()));
afterEach(() => book.close());

/** Enters one text in each row, as every list is entered. */
const enter = (texts: readonly string[], format: string) =>
  book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRangeByIndexes(0, 0, texts.length, 1);
    enterCells(
      range,
      texts.map((text) => [asText(text)]),
      texts.map(() => [format]),
    );
    await context.sync();
  });

test("text of any script, entered from a list, reads back as it was, is no formula, and is saved so", async () => {
  const manyTexts = fc.array(anyText, { minLength: 40, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(manyTexts, fc.constantFrom("General", "@", "#,##0"), async (texts, format) => {
      await enter(texts, format);
      expect((await book.values(`A1:A${texts.length}`)).flat()).toEqual(texts);
      const { state } = book.host.host;
      const sheet = state!.book.activeSheetId();
      expect(texts.map((_, row) => state!.book.formula(sheet, row, 0))).toEqual(
        texts.map(() => ""),
      );
      const { content } = await readXlsx(await writeXlsx(contentOfBook(state!)));
      const saved = content.sheets[0].cells.filter(({ column }) => column === 0);
      const kept = saved.slice(0, texts.length).map(({ value, formula }) => ({ value, formula }));
      expect(kept).toEqual(texts.map((value) => ({ value, formula: undefined })));
    }),
    { numRuns: 30 },
  );
});

/** What programs that open a CSV calculate; the wide forms where they run in Japanese or Chinese. */
const formulaLike = /^[=+\-@\t\r\n＝＋－＠]/;

test("no field of a CSV begins as a formula does, over however many lines, and none is lost", () => {
  const texts = fc.oneof(anyText, fc.constant("=1\n+2"), fc.constant("＝1\r\n2"));
  fc.assert(
    fc.property(texts, texts, (formula, value) => {
      const cell = { row: 0, column: 0, formula, value };
      const values = [[{ error: "#VALUE!", message: value }]];
      const asked = { sheet: "Data", cell, values, callsAddIn: true };
      const csv = printWorkbook([asked, { ...asked, values: [[value]] }], "csv");
      const [, ...rows] = Papa.parse<string[]>(csv.slice(0, -1), {
        delimiter: ",",
        newline: "\n",
      }).data;
      expect(rows.flat().filter((field) => formulaLike.test(field))).toEqual([]);
      const marked = (text: string) => (formulaLike.test(text) ? `'${text}` : text);
      expect(rows.map((row) => row.slice(1, 4))).toEqual([
        [marked(formula), "#VALUE!", marked(value)],
        [marked(formula), marked(value), ""],
      ]);
    }),
    { examples: [["=1\n+2", "＝1\r\n2"]] },
  );
});
