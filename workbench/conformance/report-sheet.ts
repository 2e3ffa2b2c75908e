import { verdictOf, type Report } from "./report";
import type { Scenario } from "./scenario";

/** A cell takes no more. */
const longest = 32_000;

/** Writes what was seen into a new sheet, as text that Excel takes for nothing else. */
export async function writeReport(report: Report, scenarios: readonly Scenario[]): Promise<void> {
  const { host, platform, version, excelApi, date, saw } = report;
  const rows = [
    ["Conformance", `${host} ${platform} ${version}, ExcelApi ${excelApi}`, date, "", ""],
    ["Scenario", "Question", "Verdict", "Seen", "Stand-in"],
    ...scenarios.map((scenario) => [
      scenario.name,
      scenario.asks,
      verdictOf(scenario, saw[scenario.name]),
      JSON.stringify(saw[scenario.name]),
      JSON.stringify(scenario.emulated),
    ]),
  ];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const sheet = worksheets.add(freeName(worksheets.items.map(({ name }) => name)));
    const range = sheet.getRangeByIndexes(0, 0, rows.length, rows[0]!.length);
    range.values = rows.map((row) => row.map((text) => text && `'${text.slice(0, longest)}`));
    range.getRow(1).format.font.bold = true;
    range.getEntireColumn().format.columnWidth = 200;
    sheet.activate();
    await context.sync();
  });
}

function freeName(taken: readonly string[]): string {
  const names = taken.map((name) => name.toLowerCase());
  let name = "Conformance";
  for (let i = 2; names.includes(name.toLowerCase()); i++) name = `Conformance ${i}`;
  return name;
}
