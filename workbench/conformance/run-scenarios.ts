import { codeOf, Ground } from "./ground";
import type { Report, Sight } from "./report";
import type { Scenario } from "./scenario";

export interface Run {
  /** Those that the stand-in lacks something for are not run in it. */
  readonly isStandIn: boolean;
  /** An ISO day. */
  readonly date: string;
  /** Called before each scenario. */
  onStep?(scenario: Scenario, index: number): void;
}

/** Asks one scenario after the other, each on a sheet of its own that is gone afterwards. */
export async function runScenarios(
  scenarios: readonly Scenario[],
  { isStandIn, date, onStep }: Run,
): Promise<Report> {
  const saw: Record<string, Sight> = {};
  for (const [index, scenario] of scenarios.entries()) {
    onStep?.(scenario, index);
    const reason = reasonNotTo(scenario, isStandIn);
    saw[scenario.name] = reason ? { not: reason } : await look(scenario);
  }
  const { host, platform, version } = Office.context.diagnostics;
  return {
    host: isStandIn ? "stand-in" : String(host),
    platform: String(platform),
    version,
    excelApi: newestExcelApi(),
    date,
    saw,
  };
}

function reasonNotTo({ needs, emulated }: Scenario, isStandIn: boolean): string | undefined {
  if (isStandIn && "lacks" in emulated) return `The stand-in lacks ${emulated.lacks}.`;
  const [version, set = "ExcelApi"] = needs.split(" ").reverse();
  return supports(set, version!) ? undefined : `It needs ${set} ${version}.`;
}

async function look(scenario: Scenario): Promise<Sight> {
  const name = "CALS conformance scenario";
  try {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
    return { seen: await scenario.run(new Ground(name)) };
  } catch (error) {
    return { failed: codeOf(error) };
  } finally {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      await context.sync();
      if (sheet.isNullObject) return;
      sheet.visibility = "Visible"; // a very hidden sheet cannot be deleted
      sheet.delete();
      await context.sync();
    });
  }
}

const supports = (set: string, version: string) =>
  Office.context.requirements.isSetSupported(set, version);

function newestExcelApi(): string {
  let minor = 1;
  while (supports("ExcelApi", `1.${minor + 1}`)) minor++;
  return `1.${minor}`;
}

/** Whether nothing would be lost if everything were: no cell holds anything, and there is no name. */
export function isEmptyWorkbook(): Promise<boolean> {
  return Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load("items/name");
    names.load("items/name");
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject());
    await context.sync();
    return names.items.length === 0 && used.every(({ isNullObject }) => isNullObject);
  });
}
