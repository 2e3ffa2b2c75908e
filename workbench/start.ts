// npm start: Excel with the add-in where Excel can exist, the workbench elsewhere
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { root } from "./built-add-in";
import { serveWorkbench } from "./serve-workbench";

const excelRunsOn: readonly NodeJS.Platform[] = ["win32", "darwin"];

if (excelRunsOn.includes(process.platform)) {
  const debugging = createRequire(import.meta.url).resolve("office-addin-debugging/cli.js");
  const child = spawn(process.execPath, [debugging, "start", "manifest.xml"], {
    cwd: root,
    stdio: "inherit",
  });
  child.on("close", (code) => process.exit(code ?? 1));
} else {
  await serveWorkbench(process.argv.slice(2));
}
