// npm run conformance: Excel with the conformance page in the place of the pane; where no Excel can be,
// the workbench. Nothing of it is in a build that ships.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { cache, root } from "../built-add-in";
import { serveWorkbench } from "../serve-workbench";
import { excelRunsHere, startExcel } from "../start-excel";
import { conformanceManifest } from "./conformance-manifest";

const folder = join(cache, "conformance");
const path = join(folder, "manifest.xml");
mkdirSync(folder, { recursive: true });
writeFileSync(path, conformanceManifest(readFileSync(join(root, "manifest.xml"), "utf8")));
process.stdout.write(
  `For Excel on the web: npm run dev-server, then upload ${relative(root, path)} as an add-in of your own.\n`,
);
if (excelRunsHere()) {
  startExcel(path);
} else {
  process.stdout.write("There is no Excel here. The page in the workbench is at ?conformance.\n");
  await serveWorkbench(process.argv.slice(2));
}
