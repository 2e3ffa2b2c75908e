import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import Papa from "papaparse";

/** LibreOffice where it is installed. */
export const soffice = findLibreOffice();
function findLibreOffice(): string | undefined {
  try {
    return execFileSync("sh", ["-c", "command -v soffice || command -v libreoffice"])
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

/** A profile of its own, which calculates every formula of a file instead of trusting its values. */
const calculatesAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** What LibreOffice shows in the cells of a sheet. */
export async function openedInLibreOffice(file: string, sheet: string): Promise<string[][]> {
  const folder = dirname(file);
  mkdirSync(join(folder, "profile/user"), { recursive: true });
  writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), calculatesAlways);
  const allSheets =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const args = [profile, "--headless", "--convert-to", allSheets, "--outdir", folder, file];
  await promisify(execFile)(soffice!, args);
  const csv = readFileSync(join(folder, `${basename(file, ".xlsx")}-${sheet}.csv`), "utf8");
  return Papa.parse<string[]>(csv.trimEnd()).data;
}
