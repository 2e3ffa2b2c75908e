import type { EvaluatorSheet } from "./evaluator";
import { readSheet } from "./sheet-file";
import { workbookCommand, WorkbookCommand } from "./workbook-command";

export const usage = `Evaluates Excel formulas with the CALS functions, without Excel.

  npm run --silent evaluate -- [options] [formula ...]

  '=CALS.REQUIRED("Windows Server 2012 R2 Standard",40,25)'   one or more formulas; the = may be
                      left out; without any, one formula per line is read from standard input
  --json              one JSON object per line: {"formula", "value"}, where a spilled value is a
                      2-D array, or {"formula", "error": {"code", "message"}}, where message is
                      null if Excel shows none
  --sheet Name=file.csv   a CSV file (comma, semicolon or tab; UTF-8 or UTF-16) as a sheet, for
                      references such as Name!A1:C20; may be repeated
  --workbook in.xlsx  calculates the CALS formulas of a workbook again, and prints each with its
                      value, and how many differ from the values in the file; --json prints one
                      object per line, --csv a table for Excel
  --out out.xlsx      writes the workbook with the new values, and all else as it was; the input is
                      only overwritten if --out names it
  --help              this text

Exit code: 0 also when a formula's answer is an error, 2 for wrong use, 1 if something else failed.
`;

export type CommandLine =
  | { help: true }
  | { problem: string }
  | { formulas: string[]; json: boolean; sheets: EvaluatorSheet[] }
  | WorkbookCommand;

/** Reads the arguments, the named files, and, if no formula is given, standard input. */
export async function readCommandLine(
  args: readonly string[],
  input: AsyncIterable<Buffer | string> & { isTTY?: boolean },
): Promise<CommandLine> {
  const formulas: string[] = [];
  const sheets: EvaluatorSheet[] = [];
  const named = new Map<string, string>();
  let [json, csv] = [false, false];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--help" || arg === "-h") return { help: true };
    const file = /^(--workbook|--out)(?:=(.*))?$/s.exec(arg);
    if (arg === "--json") json = true;
    else if (arg === "--csv") csv = true;
    else if (file) {
      const [, option = "", value = args[++i]] = file;
      if (!value) return { problem: `${option} wants the name of an xlsx file` };
      if (named.has(option)) return { problem: `${option} may be given once` };
      named.set(option, value);
    } else if (arg === "--sheet" || arg.startsWith("--sheet=")) {
      const text = arg === "--sheet" ? args[++i] : arg.slice("--sheet=".length);
      const sheet = readSheet(text, sheets);
      if ("problem" in sheet) return sheet;
      sheets.push(sheet);
    } else if (arg === "--") {
      formulas.push(...args.slice(i + 1));
      break;
    } else if (/^-\D/.test(arg)) return { problem: `unknown option ${arg}; see --help` };
    else formulas.push(arg);
  }
  if (named.size > 0 || csv) return workbookCommand(named, { json, csv }, formulas, sheets);
  const empty = formulas.find((formula) => formula.replace("=", "").trim() === "");
  if (empty !== undefined) return { problem: `"${empty}" is not a formula; see --help` };
  // one bad line among many is an answer to that line, not misuse
  if (formulas.length === 0 && !input.isTTY) formulas.push(...(await linesOf(input)));
  if (formulas.length === 0) return { problem: "no formula given; see --help" };
  return { formulas, json, sheets };
}

async function linesOf(input: AsyncIterable<Buffer | string>): Promise<string[]> {
  const parts: Buffer[] = [];
  for await (const part of input) parts.push(Buffer.from(part));
  const text = Buffer.concat(parts)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
