import { writeFileSync } from "node:fs";
import { openCalculated, type OpenWorkbook } from "../workbook/open-workbook";
import { scenarios } from "../../workbench/conformance/scenarios";
import { runScenarios } from "../../workbench/conformance/run-scenarios";
let book: OpenWorkbook;
test("x", async () => {
  process.env.EXCEL = "Excel 2024";
  book = await openCalculated();
  const gaps: string[] = [];
  const report = await runScenarios(scenarios, { isStandIn: true, date: "2026-11-24", onStep: ({name}) => { gaps.push(name + ": " + book.host.unimplemented.length); } });
  writeFileSync("/tmp/report.json", JSON.stringify(report, null, 1));
  writeFileSync("/tmp/gaps.txt", [...gaps, ...book.host.unimplemented].join("\n"));
});
