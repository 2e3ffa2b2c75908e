import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { root } from "./built-add-in";

const excelRunsOn: readonly NodeJS.Platform[] = ["win32", "darwin"];

/** Whether there can be an Excel on this machine. */
export const excelRunsHere = () => excelRunsOn.includes(process.platform);

/** Starts the development server, and Excel with the add-in of a manifest sideloaded. */
export function startExcel(manifest: string): void {
  const debugging = createRequire(import.meta.url).resolve("office-addin-debugging/cli.js");
  const child = spawn(process.execPath, [debugging, "start", manifest], {
    cwd: root,
    stdio: "inherit",
  });
  child.on("close", (code) => process.exit(code ?? 1));
}
