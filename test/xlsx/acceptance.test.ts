import { readFileSync } from "node:fs";
import { acceptancePath } from "../../workbench/acceptance/acceptance-path";
import { acceptanceWorkbook } from "../../workbench/acceptance/acceptance-workbook";
import { isChanged, recalculate } from "../../workbench/recalculate-workbook";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import type { XlsxContent } from "../../workbench/xlsx/xlsx-content";
import { examples } from "../support/examples";
import { partOf } from "./a-package";

const file = readFileSync(acceptancePath);
let content: XlsxContent;
beforeAll(async () => {
  content = (await readXlsx(file)).content;
});

const verdict = ({ sheets }: XlsxContent) =>
  sheets[0]!.cells.find(({ row, column }) => row === 5 && column === 1)!;

test("is what npm run acceptance makes today", async () => {
  expect(content).toEqual(await acceptanceWorkbook());
});

test("says TRUE: in the file, and calculated again", async () => {
  expect(verdict(content).value).toBe(true);
  const { formulas, unimplemented, notKept } = await recalculate(content);
  expect({ unimplemented, notKept }).toEqual({ unimplemented: [], notKept: [] });
  expect(formulas.filter(isChanged)).toEqual([]);
  expect(formulas.find(({ cell }) => cell === verdict(content))!.values).toEqual([[true]]);
});

test.each(["Answers", "Blocks"])("says FALSE when one answer on %s is another", async (name) => {
  const sheet = content.sheets.find((each) => each.name === name)!;
  const column = name === "Answers" ? 4 : Math.max(...sheet.cells.map((cell) => cell.column));
  const cell = sheet.cells.find((each) => each.column === column && each.row > 2)!;
  const before = cell.value;
  cell.value = "something else";
  try {
    const { formulas } = await recalculate(content);
    expect(formulas.find((each) => each.cell === verdict(content))!.values).toEqual([[false]]);
  } finally {
    cell.value = before;
  }
});

test("asks every function, by the names that a file has for them", async () => {
  const formulas = content.sheets.flatMap(({ cells }) => cells.map((cell) => cell.formula ?? ""));
  for (const name of Object.keys(examples)) {
    expect(formulas.some((formula) => formula.includes(`CALS.${name}(`))).toBe(true);
  }
  const sheet = await partOf(file, "xl/worksheets/sheet2.xml");
  expect(sheet).toMatch(/cm="1"[^>]*><f t="array" ref="D2">_xldudf_CALS_/);
  expect(sheet).not.toMatch(/<f[^>]*>[^<]*CALS\.[A-Z]+\(/);
});
