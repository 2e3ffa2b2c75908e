import type { Answer } from "./evaluator";
import { CellValue } from "./host/cell-value";

/** One line, or several for a spilled block, each with its line end. */
export function printAnswer(formula: string, answer: Answer, asJson: boolean): string {
  if (asJson) return `${JSON.stringify({ formula, ...answer })}\n`;
  if ("error" in answer) {
    const { code, message } = answer.error;
    return message ? `${code}  ${message}\n` : `${code}\n`;
  }
  const rows = Array.isArray(answer.value) ? answer.value : [[answer.value]];
  return rows.map((row) => `${row.map(show).join("\t")}\n`).join("");
}

const show = (value: CellValue) =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(value);
