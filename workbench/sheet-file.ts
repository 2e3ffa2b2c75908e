import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { EvaluatorSheet } from "./evaluator";
import { CellValue } from "./host/cell-value";
import { textOfFile } from "./text-file";

/** Reads `Name=file.csv` of `--sheet`. */
export function readSheet(
  text: string | undefined,
  earlier: readonly EvaluatorSheet[],
): EvaluatorSheet | { problem: string } {
  const [, name = "", file = ""] = /^([^=]*)=(.*)$/s.exec(text ?? "") ?? [];
  if (!name || !file) return { problem: "--sheet wants Name=file.csv" };
  // Excel would allow __proto__; Univer keeps its sheets in an object by their names
  if (name.length > 31 || /[:\\/?*[\]]|^'|'$|^__proto__$/i.test(name)) {
    return { problem: `--sheet: "${name}" cannot be the name of a sheet` };
  }
  if (earlier.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    return { problem: `--sheet: two sheets are named "${name}"` };
  }
  try {
    return { name, rows: rowsOfCsv(textOfFile(readFileSync(file))) };
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException;
    return { problem: `--sheet: cannot read ${file} (${code ?? message})` };
  }
}

/** Numbers, TRUE and FALSE as Excel would take them; all else is text, `=1+1` too. */
export function rowsOfCsv(csv: string): CellValue[][] {
  const { data, errors } = Papa.parse<string[]>(csv, { delimiter: delimiterOf(csv) });
  const [error] = errors;
  if (error) throw new Error(`row ${(error.row ?? 0) + 1}: ${error.message}`);
  while (data.length > 0 && data.at(-1)!.every((field) => field === "")) data.pop();
  return data.map((row) => row.map(typed));
}

/** What divides the most rows; Papa's own guess is led astray by empty lines and titles. */
function delimiterOf(csv: string): string {
  const start = { preview: 100, skipEmptyLines: true };
  const dividedBy = (delimiter: string) =>
    Papa.parse<string[]>(csv, { ...start, delimiter }).data.filter((row) => row.length > 1).length;
  return [",", ";", "\t"].reduce((best, one) => (dividedBy(one) > dividedBy(best) ? one : best));
}

function typed(field: string): CellValue {
  const trimmed = field.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed);
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === "true";
  return field;
}
