import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { EvaluatorSheet } from "./evaluator";
import { CellValue } from "./host/cell-value";

/** Reads `Name=file.csv` of `--sheet`. */
export function readSheet(
  text: string | undefined,
  earlier: readonly EvaluatorSheet[],
): EvaluatorSheet | { problem: string } {
  const [, name = "", file = ""] = /^([^=]*)=(.*)$/s.exec(text ?? "") ?? [];
  if (!name || !file) return { problem: "--sheet wants Name=file.csv" };
  if (name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name)) {
    return { problem: `--sheet: "${name}" cannot be the name of a sheet` };
  }
  if (earlier.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    return { problem: `--sheet: two sheets are named "${name}"` };
  }
  try {
    return { name, rows: rowsOfCsv(readFileSync(file, "utf8")) };
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    return { problem: `--sheet: cannot read ${file}${code ? ` (${code})` : ""}` };
  }
}

/** Numbers, TRUE and FALSE as Excel would take them; all else is text, `=1+1` too. */
export function rowsOfCsv(csv: string): CellValue[][] {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ""));
  while (data.length > 0 && data.at(-1)!.every((field) => field === "")) data.pop();
  return data.map((row) => row.map(typed));
}

function typed(field: string): CellValue {
  const trimmed = field.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed);
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === "true";
  return field;
}
