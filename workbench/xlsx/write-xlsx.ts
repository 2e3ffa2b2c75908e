import ExcelJS from "exceljs";
import JSZip from "jszip";
import { formatAddress } from "../host/address";
import { CellFormat } from "../host/book";
import { completePackage } from "./complete-package";
import { escaped } from "./escaped-text";
import { formulaForFile } from "./file-formula";
import { pointsPerDigit } from "./read-xlsx";
import type { XlsxCell, XlsxContent, XlsxSheet, XlsxValue } from "./xlsx-content";

/**
 * Writes an xlsx file. exceljs writes cells, formats, widths and merged cells; what it has no words
 * for is put in afterwards, by complete-package.ts.
 */
export async function writeXlsx(content: XlsxContent, now = new Date()): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = now;
  workbook.modified = now;
  for (const sheet of content.sheets) addSheet(workbook, sheet);
  const shown = content.sheets.findIndex(({ visibility }) => visibility === "Visible");
  // @ts-expect-error exceljs fills in the size of the window, which it demands by its types
  workbook.views = [{ activeTab: Math.max(0, shown), firstSheet: 0 }];
  const zip = await JSZip.loadAsync(await workbook.xlsx.writeBuffer());
  await completePackage(zip, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const states = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

function addSheet(workbook: ExcelJS.Workbook, sheet: XlsxSheet): void {
  const worksheet = workbook.addWorksheet(sheet.name, { state: states[sheet.visibility] });
  sheet.widths.forEach((points, column) => {
    worksheet.getColumn(column + 1).width = points / pointsPerDigit;
  });
  const cellAt = (row: number, column: number) => worksheet.getCell(row + 1, column + 1);
  for (const cell of sheet.cells) {
    const written = cellAt(cell.row, cell.column);
    if (cell.format) written.style = styleOf(cell.format);
    if (cell.formula) written.value = formulaValue(cell);
    else if (cell.value !== "" && cell.value !== undefined) written.value = plain(cell.value);
    cell.array?.values.forEach((line, r) =>
      line.forEach((value, c) => {
        if (r + c > 0 && value !== "") cellAt(cell.row + r, cell.column + c).value = plain(value);
      }),
    );
  }
  for (const { row, column, rows, columns } of sheet.merges) {
    worksheet.mergeCells(row + 1, column + 1, row + rows, column + columns);
  }
}

/** exceljs leaves out characters that XML does not know, unless they are escaped before. */
function plain(value: XlsxValue): ExcelJS.CellValue {
  if (typeof value === "object") return { error: value.error } as ExcelJS.CellErrorValue;
  return typeof value === "string" ? escaped(value) : value;
}

function formulaValue({ row, column, formula, value, array }: XlsxCell): ExcelJS.CellValue {
  const written = {
    formula: escaped(formulaForFile(formula!.slice(1))),
    result: value === undefined ? undefined : plain(value),
  };
  if (!array) return written as ExcelJS.CellFormulaValue;
  const rect = { row, column, rows: array.values.length, columns: array.values[0]!.length };
  return { ...written, shareType: "array", ref: formatAddress(rect) } as ExcelJS.CellValue;
}

function styleOf(format: CellFormat): Partial<ExcelJS.Style> {
  const style: Partial<ExcelJS.Style> = {};
  const { bold, italic, underline, color, size, font } = format;
  if (format.numberFormat) style.numFmt = format.numberFormat;
  if (bold || italic || underline || color || size || font) {
    style.font = {
      name: font ?? "Calibri",
      size: size ?? 11,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(underline ? { underline } : {}),
      ...(color ? { color: { argb: argb(color) } } : {}),
    };
  }
  if (format.fill) {
    style.fill = { type: "pattern", pattern: "solid", fgColor: { argb: argb(format.fill) } };
  }
  const alignment = {
    horizontal: format.horizontal?.toLowerCase() as ExcelJS.Alignment["horizontal"],
    vertical: (format.vertical === "Center"
      ? "middle"
      : format.vertical?.toLowerCase()) as ExcelJS.Alignment["vertical"],
    wrapText: format.wrap,
  };
  const given = Object.entries(alignment).filter(([, one]) => one !== undefined);
  if (given.length > 0) style.alignment = Object.fromEntries(given) as ExcelJS.Style["alignment"];
  return style;
}

const argb = (color: string) => `FF${color.replace("#", "").toUpperCase()}`;
