// npm run faults [-- part of a command's name]
import { writingCommands } from "./commands";
import { hurry } from "./hurry";
import { CommandOnTrial, type Outcome } from "./trial";

hurry();
const wanted = process.argv[2] ?? "";
const harms = new Map<string, string[]>();
const table: Record<string, Record<string, { passed: number; told: number; failed: number }>> = {};
for (const command of writingCommands.filter(({ name }) => name.includes(wanted))) {
  const started = Date.now();
  const onTrial = await CommandOnTrial.open(command);
  const row: (typeof table)[string] = (table[command.name] = {});
  for (const trial of onTrial.trials) {
    const cell = (row[trial.fault.name] ??= { passed: 0, told: 0, failed: 0 });
    const outcome: Outcome = await onTrial.run(trial);
    if (typeof outcome === "string") {
      cell.passed++;
      if (outcome === "told") cell.told++;
      continue;
    }
    cell.failed++;
    const key = `${command.name}, ${trial.fault.name}`;
    const where = `at ${trial.fault.moment} ${trial.at}${trial.meddling ? ` (${trial.meddling.what})` : ""}`;
    harms.set(key, [...(harms.get(key) ?? []), `${where}: ${outcome.harmed}`]);
  }
  const gaps = onTrial.close();
  if (gaps.length > 0) harms.set(command.name, gaps as string[]);
  process.stderr.write(`${command.name}: ${onTrial.trials.length} in ${Date.now() - started} ms\n`);
}
const faults = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];
for (const [name, row] of Object.entries(table)) {
  process.stdout.write(`${name}\n`);
  for (const fault of faults) {
    const cell = row[fault];
    if (!cell) continue;
    const told = cell.told ? `, ${cell.told} told what is left` : "";
    const failed = cell.failed ? `, ${cell.failed} FAILED` : "";
    process.stdout.write(
      `  ${fault.padEnd(32)} ${String(cell.passed - cell.told).padStart(5)} unharmed${told}${failed}\n`,
    );
  }
}
for (const [key, found] of harms) {
  process.stdout.write(`\n${key}:\n  ${found.slice(0, 3).join("\n  ")}\n`);
}
const sum = (what: "passed" | "failed") =>
  Object.values(table).reduce(
    (total, row) => total + Object.values(row).reduce((all, cell) => all + cell[what], 0),
    0,
  );
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exit(sum("failed") > 0 || harms.size > 0 ? 1 : 0);
