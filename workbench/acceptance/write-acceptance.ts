// npm run acceptance: writes assets/acceptance.xlsx, if it would say something else than it does.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { readXlsx } from "../xlsx/read-xlsx";
import { writeXlsx } from "../xlsx/write-xlsx";
import { acceptancePath } from "./acceptance-path";
import { acceptanceWorkbook } from "./acceptance-workbook";

const content = await acceptanceWorkbook();
const before = existsSync(acceptancePath)
  ? (await readXlsx(readFileSync(acceptancePath))).content
  : undefined;
if (isDeepStrictEqual(before, content)) {
  process.stdout.write("assets/acceptance.xlsx is as the examples and cases say\n");
} else {
  writeFileSync(acceptancePath, await writeXlsx(content));
  process.stdout.write("wrote assets/acceptance.xlsx\n");
}
process.exit(0);
