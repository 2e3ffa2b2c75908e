/**
 * Finds the browser that tests, pictures and icons are made with. The project asks for no browser of
 * its own in node_modules: the one of the operating system is patched by the operating system.
 */
import { execFile } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** Quiet and alone: no sandbox, since CI is root, and nothing that calls home in the background. */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const install =
  "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium";

const run = promisify(execFile);
const isRoot = () => process.getuid?.() === 0;

let found: Promise<string> | undefined;

/**
 * The path of Chromium or Chrome. Installs it where that takes no question (root on Debian);
 * elsewhere fails with the one line to run.
 */
export function chromium(): Promise<string> {
  return (found ??= find());
}

async function find(): Promise<string> {
  const named = process.env.CHROMIUM;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM says ${named}, but no program is there.`);
  }
  const here = usualPlaces().find(isProgram);
  if (here) return here;
  if (isDebian() && isRoot()) {
    // Not console.error, to which Jest adds a stack of calls as if something were wrong.
    process.stderr.write("No Chromium here: installing the Debian package chromium.\n");
    // Jest's workers may come here at the same moment, and apt-get does not wait for another apt-get.
    const lock = join(tmpdir(), "install-chromium.lock");
    const cause = await run("flock", [lock, "sh", "-c", install], { maxBuffer: 2 ** 26 }).catch(
      (error: unknown) => error,
    );
    const installed = usualPlaces().find(isProgram);
    if (installed) return installed;
    throw new Error(`Chromium could not be installed. Run: ${install}`, { cause });
  }
  throw new Error(`No Chromium or Chrome here. Run: ${lineToRun()}`);
}

function usualPlaces(): string[] {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  const onPath = folders
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  if (process.platform === "darwin") {
    const apps = ["/Applications", join(process.env.HOME ?? "", "Applications")];
    return apps.flatMap((folder) => [
      join(folder, "Chromium.app/Contents/MacOS/Chromium"),
      join(folder, "Google Chrome.app/Contents/MacOS/Google Chrome"),
    ]);
  }
  if (process.platform === "win32") {
    const { ProgramFiles, "ProgramFiles(x86)": programFilesX86, LOCALAPPDATA } = process.env;
    return [ProgramFiles, programFilesX86, LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, "Google/Chrome/Application/chrome.exe"),
        join(folder, "Chromium/Application/chrome.exe"),
        join(folder, "Microsoft/Edge/Application/msedge.exe"),
      ]);
  }
  return onPath;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ubuntu is left out on purpose: its package chromium is only a pointer to the snap store. */
function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

function lineToRun(): string {
  if (isDebian()) return `sudo sh -c '${install}'`;
  if (process.platform === "darwin") return "brew install --cask google-chrome";
  if (process.platform === "win32") return "winget install Google.Chrome";
  return "sudo snap install chromium (or set CHROMIUM to the path of Chrome)";
}
