import type { EvaluatorSheet } from "./evaluator";

/** `--workbook in.xlsx`, and how to answer. */
export interface WorkbookCommand {
  workbook: string;
  out: string | undefined;
  form: "table" | "csv" | "json";
}

/** Checks what was given beside `--workbook`. */
export function workbookCommand(
  named: ReadonlyMap<string, string>,
  { json, csv }: { json: boolean; csv: boolean },
  formulas: readonly string[],
  sheets: readonly EvaluatorSheet[],
): WorkbookCommand | { problem: string } {
  const workbook = named.get("--workbook");
  if (workbook === undefined) {
    return { problem: `${csv ? "--csv" : "--out"} goes with --workbook; see --help` };
  }
  if (formulas.length > 0) return { problem: "--workbook calculates the file's own formulas only" };
  if (sheets.length > 0) return { problem: "--workbook and --sheet do not go together" };
  if (json && csv) return { problem: "--json and --csv do not go together" };
  return { workbook, out: named.get("--out"), form: json ? "json" : csv ? "csv" : "table" };
}
