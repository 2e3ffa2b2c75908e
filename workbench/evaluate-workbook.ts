import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { misuse } from "./misuse";
import { printWorkbook, summaryOf } from "./print-workbook";
import { isChanged, recalculate } from "./recalculate-workbook";
import type { WorkbookCommand } from "./workbook-command";
import { BadFile } from "./xlsx/bad-file";
import { OpenedXlsx, readXlsx } from "./xlsx/read-xlsx";
import { withNewValues } from "./xlsx/with-new-values";

/** Answers `--workbook`; the result is the exit code. */
export async function evaluateWorkbook({ workbook, out, form }: WorkbookCommand): Promise<number> {
  const say = (text: string) => process.stderr.write(`evaluate: ${text}\n`);
  let file: Uint8Array;
  let opened: OpenedXlsx;
  try {
    file = readFileSync(workbook);
    opened = await readXlsx(file);
  } catch (problem) {
    if (problem instanceof BadFile) say(`${workbook} ${problem.message}`);
    else if (isOfFiles(problem)) say(`cannot read ${workbook} (${problem.code})`);
    else throw problem;
    return misuse;
  }
  const { formulas, unimplemented, notKept } = await recalculate(opened.content);
  notKept.forEach((what) => say(`not calculated with: ${what}`));
  if (unimplemented.length > 0) {
    say(unimplemented.join("\n"));
    return 1;
  }
  process.stdout.write(printWorkbook(formulas, form));
  const summary = summaryOf(formulas);
  if (form === "table") process.stdout.write(`${summary}\n`);
  else say(summary);
  if (out === undefined) return 0;
  const changed = formulas.filter(isChanged);
  try {
    // asked before it is written, when it may not be there yet
    const isInput = isSameFile(workbook, out);
    replaceFile(out, changed.length === 0 ? file : await withNewValues(opened, changed));
    say(isInput ? `${out} was the input, and is overwritten` : `wrote ${out}`);
    return 0;
  } catch (problem) {
    if (!isOfFiles(problem)) throw problem;
    say(`cannot write ${out} (${problem.code})`);
    return misuse;
  }
}

const isOfFiles = (problem: unknown): problem is NodeJS.ErrnoException =>
  problem instanceof Error && typeof (problem as NodeJS.ErrnoException).syscall === "string";

function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

/** The whole file or none of it: whoever stops half-way leaves what was there. */
function replaceFile(path: string, bytes: Uint8Array): void {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
