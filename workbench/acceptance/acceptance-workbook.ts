import { builtAddIn } from "../built-add-in";
import { formatAddress, Rect } from "../host/address";
import { CellFormat } from "../host/book";
import { readMetadata } from "../host/node-add-in";
import { recalculate } from "../recalculate-workbook";
import { needsMark } from "../xlsx/dynamic-marks";
import type { XlsxCell, XlsxContent, XlsxSheet, XlsxValue } from "../xlsx/xlsx-content";
import { AcceptanceRow, acceptanceRows, Expected } from "./acceptance-rows";

const instructions = [
  "1. Open this workbook in Excel where CALS for Excel is installed, and press Ctrl+Alt+Shift+F9.",
  "2. Wait until no cell shows #BUSY!. Beside “All answers are right” there must be TRUE.",
  "3. If there is FALSE or an error, look for it on the sheets Answers and Blocks, and report those rows.",
];

/** Every function in real cells, beside what it must answer, for a person who has Excel. */
export async function acceptanceWorkbook(): Promise<XlsxContent> {
  const dist = await builtAddIn();
  const rows = acceptanceRows(readMetadata(dist));
  const isBlock = (row: AcceptanceRow) => Array.isArray(row.expected);
  const content: XlsxContent = {
    sheets: [
      startSheet(),
      answersSheet(rows.filter((row) => !isBlock(row))),
      blocksSheet(rows.filter(isBlock)),
    ],
    names: [
      { name: "AllRight", formula: "=Start!$B$6", comment: "", visible: true, sheet: undefined },
    ],
    webExtensions: [],
    customXml: [],
  };
  const { formulas, unimplemented, notKept } = await recalculate(content, dist);
  const gaps = [...unimplemented, ...notKept];
  if (gaps.length > 0) throw new Error(gaps.join("\n"));
  for (const { cell, values } of formulas) setValues(cell, values);
  return content;
}

/** Messages of errors are not kept in a file. */
function setValues(cell: XlsxCell, found: XlsxValue[][]): void {
  const values = found.map((row) =>
    row.map((value) => (typeof value === "object" ? { error: value.error } : value)),
  );
  cell.value = values[0]![0]!;
  if (cell.array) cell.array.values = values;
}

const heading: CellFormat = { bold: true, size: 14 };
const bold: CellFormat = { bold: true };

const text = (row: number, column: number, value: XlsxValue, format?: CellFormat): XlsxCell =>
  format ? { row, column, value, format } : { row, column, value };

function calculated(row: number, column: number, formula: string, format?: CellFormat): XlsxCell {
  const cell: XlsxCell = { row, column, value: undefined, formula };
  if (format) cell.format = format;
  if (needsMark(formula)) cell.array = { isDynamic: true, values: [[""]] };
  return cell;
}

const sheetOf = (name: string, cells: XlsxCell[], widths: number[]): XlsxSheet => ({
  name,
  visibility: "Visible",
  cells,
  widths: new Map(widths.map((points, column) => [column, points])),
  merges: [],
  validations: [],
  tables: [],
  isProtected: false,
});

function startSheet(): XlsxSheet {
  const cells = [
    text(0, 0, "CALS for Excel: does it answer right in this Excel?", heading),
    ...instructions.map((line, index) => text(1 + index, 0, line)),
    text(5, 0, "All answers are right", bold),
    calculated(5, 1, "=AND(Answers[Right],Blocks!$A$2)", { ...bold, fill: "#FFF2CC" }),
  ];
  return sheetOf("Start", cells, [520, 80]);
}

const columns = ["Function", "About", "Formula", "Answer", "Expected", "Right", "Source"];

/** An error cannot be compared, so it is told in words. */
const right =
  '=IF(ISERROR([@Answer]),IF(ISNA([@Answer]),"error N/A",IF(ERROR.TYPE([@Answer])=3,"error VALUE","another error")),[@Answer])=[@Expected]';
const rightInFile = right.replaceAll(/\[@(\w+)\]/g, "Answers[[#This Row],[$1]]");

const inWords = (expected: Expected): XlsxValue =>
  typeof expected === "object" ? `error ${expected.error.replace(/[#!]|\?/g, "")}` : expected;

function answersSheet(rows: readonly AcceptanceRow[]): XlsxSheet {
  const cells = [
    ...columns.map((name, column) => text(0, column, name)),
    ...rows.flatMap(({ name, about, formula, expected, source }, index) => {
      const row = index + 1;
      return [
        text(row, 0, name),
        text(row, 1, about),
        text(row, 2, formula),
        calculated(row, 3, formula),
        text(row, 4, inWords(expected as Expected)),
        calculated(row, 5, rightInFile),
        text(row, 6, source),
      ];
    }),
  ];
  const rect: Rect = { row: 0, column: 0, rows: rows.length + 1, columns: columns.length };
  const sheet = sheetOf("Answers", cells, [110, 300, 300, 130, 130, 50, 300]);
  sheet.tables.push({
    name: "Answers",
    rect,
    columns: columns.map((name) => (name === "Right" ? { name, formula: rightInFile } : { name })),
    style: "TableStyleLight9",
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
  });
  return sheet;
}

/** Formulas that spill stand under each other, each beside the block that it must fill. */
function blocksSheet(rows: readonly AcceptanceRow[]): XlsxSheet {
  const widest = Math.max(...rows.map(({ expected }) => (expected as Expected[][])[0]!.length));
  const cells = [text(0, 0, "Right", bold), text(0, 1, "Answer", bold)];
  cells.push(text(0, 2 + widest, "Expected", bold));
  const checks: XlsxCell[] = [];
  let row = 2;
  for (const { about, formula, expected, source } of rows) {
    const block = expected as Expected[][];
    const size = { rows: block.length, columns: block[0]!.length };
    const [answer, wanted] = [1, 2 + widest].map((column) =>
      formatAddress({ row: row + 1, column, ...size }),
    );
    cells.push(text(row, 1, `${about}: ${formula} (${source})`));
    checks.push(calculated(row + 1, 0, `=AND(${answer}=${wanted})`));
    cells.push(checks.at(-1)!, calculated(row + 1, 1, formula));
    // A blank cell equals an empty text, and a file keeps no cell that has nothing in it.
    block.forEach((line, r) =>
      line.forEach((value, c) => {
        if (value !== "") cells.push(text(row + 1 + r, 2 + widest + c, inWords(value)));
      }),
    );
    row += size.rows + 2;
  }
  cells.push(calculated(1, 0, `=AND(A4:A${row})`, bold));
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return sheetOf("Blocks", cells, [50, 220]);
}
