// What other programs make of the files that the stand-in saves: exceljs, and LibreOffice where it is.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { recalculate } from "../../workbench/recalculate-workbook";
import { writeXlsx } from "../../workbench/xlsx/write-xlsx";
import type { XlsxContent } from "../../workbench/xlsx/xlsx-content";
import { aQuote, cellsOf, emptySheet } from "./a-workbook";
import { openedInLibreOffice, soffice } from "./libre-office";

/** The built-in formulas that our tables, worksheets and quotes are made of. */
const formulas = [
  "=SUM(Groups[Users])",
  "=SUM(Groups[[Users]:[Devices]])",
  "=COUNTA(Groups[Edition])",
  "=AverageUsers*2",
  "=VLOOKUP(\"2012 R2 Standard\",'Groups of people'!A2:C3,3,FALSE)",
  '=IF(AND(ISNUMBER(Lists!A1),TRUE),"number","text")',
  '=IFERROR(1/0,"none")',
  "=ROUNDUP(Lists!A10/7,2)",
  '=TEXT(0.256,"0.0%")&" of "&TEXT(1234.5,"#,##0.00")',
  '=SUMIF(Groups[Edition],"*2022*",Groups[Users])',
  "=INDEX(Groups[Devices],MATCH(10,Groups[Users],0))",
  '=LEN("größe 見積もり")',
  "=SUMPRODUCT(Groups[Users]*Groups[Devices])",
  "=MAX(Groups[Users])-MIN(Groups[Users])",
  "=DATE(2025,2,29)-DATE(2025,2,28)",
  "=NA()",
];

const folder = mkdtempSync(join(tmpdir(), "programs-"));
const file = join(folder, "quote.xlsx");
let values: unknown[];

beforeAll(async () => {
  const content = aQuote();
  content.names.push({
    name: "AverageUsers",
    formula: "=AVERAGE(Groups[Users])",
    comment: "",
    visible: true,
    sheet: undefined,
  });
  content.sheets.push({
    ...emptySheet("Built in"),
    cells: [
      ...formulas.map((formula, row) => ({ row, column: 0, value: undefined, formula })),
      ...cellsOf([["ünï", -1.5, true]], { row: formulas.length, column: 0 }),
    ],
  });
  values = await calculated(content);
  writeFileSync(file, await writeXlsx(content));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Fills in what the stand-in makes of the formulas, and says it. */
async function calculated(content: XlsxContent): Promise<unknown[]> {
  const { formulas: found, unimplemented } = await recalculate(content);
  expect(unimplemented).toEqual([]);
  return found
    .filter(({ sheet }) => sheet === "Built in")
    .map(({ cell, values: [[value]] }) => {
      cell.value = typeof value === "object" ? { error: value.error } : value!;
      return typeof value === "object" ? value.error : value;
    });
}

test("exceljs reads every value and formula", async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet("Built in")!;
  const read = formulas.map((_, row) => sheet.getCell(row + 1, 1));
  expect(read.map((cell) => cell.formula)).toEqual(formulas.map((formula) => formula.slice(1)));
  const results = read.map(({ result }) => (result as { error?: string }).error ?? result);
  expect(results).toEqual(values);
  expect(sheet.getRow(formulas.length + 1).values).toEqual([undefined, "ünï", -1.5, true]);
  expect(workbook.getWorksheet("Lists")!.state).toBe("hidden");
});

const asCsv = (value: unknown) =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(value);

if (soffice) {
  test(`LibreOffice, found at ${soffice}, calculates the same`, async () => {
    const rows = await openedInLibreOffice(file, "Built in");
    expect(rows.slice(0, formulas.length).map(([value]) => value)).toEqual(values.map(asCsv));
    expect(rows[formulas.length]).toEqual(["ünï", "-1.5", "TRUE"]);
  });
} else {
  test("LibreOffice was not found; every built-in formula has a value of the stand-in's", () => {
    expect(values).toHaveLength(formulas.length);
    expect(values.filter((value) => /^#/.test(String(value)))).toEqual(["#N/A"]);
  });
}
