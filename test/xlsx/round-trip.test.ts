import fc from "fast-check";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../workbench/xlsx/write-xlsx";
import type { XlsxCell, XlsxContent } from "../../workbench/xlsx/xlsx-content";
import { partOf } from "./a-package";
import { aQuote, emptySheet } from "./a-workbook";

const back = async (content: XlsxContent) => readXlsx(await writeXlsx(content));

test("a quote is what it was, and nothing of it is lost", async () => {
  const { content, notKept } = await back(aQuote());
  expect(content).toEqual(aQuote());
  expect(notKept).toEqual([]);
});

test("in the file are prefixes and the marks of dynamic arrays", async () => {
  const file = await writeXlsx(aQuote());
  const lists = await partOf(file, "xl/worksheets/sheet2.xml");
  expect(lists).toContain(
    '<c r="A4" cm="1"><f t="array" ref="A4:A7">_xldudf_CALS_PACKSIZES(&quot;2025 CAL&quot;,&quot;OEM&quot;)</f><v>1</v></c>',
  );
  expect(lists).toContain("<f>SUM(Groups[CALs])+1</f><v>33</v>");
  expect(await partOf(file, "xl/metadata.xml")).toContain('fDynamic="1"');
  expect(await partOf(file, "[Content_Types].xml")).toContain("sheetMetadata+xml");
  expect(await partOf(file, "xl/tables/table1.xml")).toContain(
    '<calculatedColumnFormula array="1">_xldudf_CALS_REQUIRED(Groups[[#This Row],',
  );
});

const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom(
    "=1+1",
    "+1",
    "@x",
    "_x000D_",
    " a ",
    "\r\n\t",
    "#N/A",
    "1e3",
    "TRUE",
    "قيمة",
    "ソ",
    "𠮷",
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.constantFrom("#N/A", "#VALUE!", "#DIV/0!", "#SPILL!").map((error) => ({ error })),
);
const filled = value.filter((one) => one !== "");
const formula = fc.constantFrom(
  '=CALS.REQUIRED("2012 R2 Standard",A1)',
  "=SUM('Ünïcode & <b>'!A1:B2)",
  '=IF(A1="a&b<c>",1,"""")',
  "=XLOOKUP(1,A:A,B:B)",
  "=LET(x,1,x+1)",
);
const format = fc.record(
  {
    numberFormat: fc.constantFrom("yyyy-mm-dd", "#,##0.00 €", '0 "CALs"', "@", "0%"),
    bold: fc.constant(true),
    wrap: fc.constant(true),
    fill: fc.constantFrom("#FF0000", "#00AA11"),
    horizontal: fc.constantFrom("Left", "Center", "Right"),
    color: fc.constant("#123456"),
  },
  { requiredKeys: [] },
);
const content = fc.record({
  value: filled,
  formula: fc.option(formula, { nil: undefined }),
  format: fc.option(format, { nil: undefined }),
});
const cells = fc
  .uniqueArray(fc.record({ row: fc.nat(40), column: fc.nat(20), content }), {
    selector: ({ row, column }) => `${row},${column}`,
    maxLength: 25,
  })
  .map((list) =>
    list
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map(({ row, column, content: { value, formula, format } }): XlsxCell => ({
        row,
        column,
        value,
        ...(formula ? { formula } : {}),
        ...(format && Object.keys(format).length > 0 ? { format } : {}),
      })),
  );
const name = fc
  .oneof(
    fc.string({ unit: "grapheme-composite", minLength: 1, maxLength: 12 }),
    fc.constantFrom("Ünïcode & <b>", "مجموعات", "見積もり", "a b", "A1"),
  )
  .filter((text) => !/[\u0000-\u001f*?:\\/[\]']|^history$/i.test(text) && text.trim() === text);
const header = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() !== "");
const workbook = fc
  .record({
    names: fc.uniqueArray(name, {
      minLength: 1,
      maxLength: 3,
      selector: (one) => one.toLowerCase(),
    }),
    sheets: fc.array(cells, { minLength: 3, maxLength: 3 }),
    headers: fc.uniqueArray(header, {
      minLength: 1,
      maxLength: 4,
      selector: (one) => one.toLowerCase(),
    }),
    defined: fc.constantFrom("=Rates!$A$1", "=1.19", '="a&b"', '=CALS.CAL("2012")'),
    isHidden: fc.boolean(),
  })
  .map(({ names, sheets, headers, defined, isHidden }): XlsxContent => ({
    sheets: names.map((one, index) => ({
      ...emptySheet(one),
      cells: sheets[index]!,
      isProtected: isHidden && index > 0,
      visibility: isHidden && index > 0 ? "VeryHidden" : "Visible",
      tables:
        index > 0
          ? []
          : [
              {
                name: "Tabelle_ä",
                rect: { row: 60, column: 2, rows: 3, columns: headers.length },
                columns: headers.map((header, at) =>
                  at === 1
                    ? { name: header, formula: "=Tabelle_ä[[#This Row],[x]]*2" }
                    : { name: header },
                ),
                style: "TableStyleLight1",
                showHeaders: true,
                showTotals: isHidden,
                showBandedRows: !isHidden,
                showBandedColumns: isHidden,
                showFilterButton: !isHidden,
              },
            ],
    })),
    names: [
      { name: "Größe", formula: defined, comment: 'a & "b"', visible: true, sheet: names[0] },
    ],
    webExtensions: [],
    customXml: [],
  }));

test("any workbook is what it was: every script, every sign, every kind of value", async () => {
  await fc.assert(
    fc.asyncProperty(workbook, async (one) => {
      const { content: found, notKept } = await back(one);
      expect(found).toEqual(one);
      expect(notKept).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
