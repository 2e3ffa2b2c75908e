// npm run --silent evaluate -- '=CALS.REQUIRED("Windows Server 2012 R2 Standard",40,25)'
import { readCommandLine, usage } from "./evaluate-command-line";
import { evaluateWorkbook } from "./evaluate-workbook";
import { openEvaluator } from "./evaluator";
import { misuse } from "./misuse";
import { printAnswer } from "./print-answer";

async function main(): Promise<number> {
  const command = await readCommandLine(process.argv.slice(2), process.stdin);
  if ("help" in command) {
    process.stdout.write(usage);
    return 0;
  }
  if ("problem" in command) {
    process.stderr.write(`evaluate: ${command.problem}\n`);
    return misuse;
  }
  if ("workbook" in command) return evaluateWorkbook(command);
  const evaluator = await openEvaluator({ sheets: command.sheets });
  const answers = await Promise.all(command.formulas.map((one) => evaluator.evaluate(one)));
  const lines = command.formulas.map((one, index) =>
    printAnswer(one, answers[index]!, command.json),
  );
  process.stdout.write(lines.join(""));
  evaluator.close();
  if (evaluator.unimplemented.length === 0) return 0;
  process.stderr.write(`evaluate: ${evaluator.unimplemented.join("\n")}\n`);
  return 1;
}

/** Ends once all is written: a pipe takes what its reader takes, and drops the rest at an exit. */
function endWith(code: number): void {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}

// whoever reads has gone, as `| head` does
process.stdout.on("error", () => process.exit(1));

main().then(endWith, (problem: unknown) => {
  process.stderr.write(
    `evaluate: ${problem instanceof Error ? problem.message : String(problem)}\n`,
  );
  endWith(1);
});
