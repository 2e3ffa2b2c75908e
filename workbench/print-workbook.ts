import Papa from "papaparse";
import { quoteSheet } from "./host/address";
import { CalculatedFormula, isChanged } from "./recalculate-workbook";
import type { WorkbookCommand } from "./workbook-command";
import { addressOf } from "./xlsx/content-of-book";
import type { XlsxValue } from "./xlsx/xlsx-content";

/** The formulas that call the add-in, each with what it comes to. */
export function printWorkbook(
  formulas: readonly CalculatedFormula[],
  form: WorkbookCommand["form"],
): string {
  const own = formulas.filter((each) => each.callsAddIn);
  if (form === "json") return own.map((each) => `${JSON.stringify(asObject(each))}\n`).join("");
  const header = ["Cell", "Formula", "Value", "Message", "Value in the file"];
  if (form === "table") return own.length === 0 ? "" : aligned([header, ...own.map(asTexts)]);
  const rows = [header, ...own.map(asFields)];
  return `${Papa.unparse(rows, { escapeFormulae: formulaStart, newline: "\n" })}\n`;
}

/**
 * A field that begins so, Excel would calculate. Papa Parse's own rule looks at one line only, and not at the
 * wide forms, which Excel in Japanese and Chinese reads alike.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** How many formulas there were, and how many say something else now. */
export function summaryOf(formulas: readonly CalculatedFormula[]): string {
  const own = formulas.filter((each) => each.callsAddIn);
  const others = formulas.filter((each) => !each.callsAddIn && isChanged(each)).length;
  const counted = own.length === 1 ? "1 CALS formula" : `${own.length} CALS formulas`;
  const also = others > 0 ? `; of the others, ${others} changed with them` : "";
  const changed = own.filter(isChanged).length;
  return `${counted}, ${changed} changed against the value in the file${also}`;
}

function asObject(one: CalculatedFormula) {
  const { formula, value } = one.cell;
  const result = one.values[0]![0]!;
  const answer =
    isBlock(one) || typeof result !== "object"
      ? { value: isBlock(one) ? one.values.map((row) => row.map(code)) : result }
      : { error: { code: result.error, message: result.message ?? null } };
  const before = one.cell.array && isBlock(one) ? one.cell.array.values : undefined;
  return {
    cell: cellOf(one),
    formula,
    ...answer,
    before: before ? before.map((row) => row.map(code)) : value === undefined ? null : code(value),
    changed: isChanged(one),
  };
}

const isBlock = ({ values }: CalculatedFormula) => values.length * values[0]!.length > 1;

const cellOf = ({ sheet, cell }: CalculatedFormula) => `${quoteSheet(sheet)}!${addressOf(cell)}`;

const code = (value: XlsxValue) => (typeof value === "object" ? value.error : value);

function asFields(one: CalculatedFormula) {
  const first = one.values[0]![0]!;
  const message = typeof first === "object" ? (first.message ?? "") : "";
  const before = isChanged(one) ? (one.cell.value ?? "none") : "the same";
  const value = isBlock(one) ? one.values.map((row) => row.map(show).join(", ")).join("; ") : first;
  return [cellOf(one), one.cell.formula!, field(value), message, field(before)];
}

const asTexts = (one: CalculatedFormula) => asFields(one).map(String);

const field = (value: XlsxValue) => (typeof value === "number" ? value : show(value));

const show = (value: XlsxValue) =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(code(value));

/** Columns beside each other; a line break inside would end the row. */
function aligned(rows: readonly string[][]): string {
  const lines = rows.map((row) => row.map((text) => text.replace(/\s+/g, " ")));
  const widths = lines[0]!.map((_, c) => Math.max(...lines.map((row) => row[c]!.length)));
  return lines
    .map(
      (row) =>
        `${row
          .map((text, c) => text.padEnd(widths[c]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
