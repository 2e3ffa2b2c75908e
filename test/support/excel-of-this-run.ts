import { excelProfiles } from "../../workbench/host/excel-profiles";

const standard = "Excel 2021";

/**
 * The Excel that the suites run as: the oldest one sold that can run the add-in, so that a call that
 * it does not know fails here. Another one by its name: `EXCEL="Excel on the web" npx jest test/workbook`.
 */
export function excelOfThisRun(): Readonly<Record<string, string>> {
  const name = process.env.EXCEL ?? standard;
  const profile = excelProfiles.find((one) => one.name === name);
  if (profile) return profile.sets;
  const names = excelProfiles.map((one) => one.name).join(", ");
  throw new Error(`EXCEL says ${name}, but there are: ${names}.`);
}
