import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cache = join(root, ".cache");
const dist = join(root, "dist");
const lock = join(cache, "build.lock");
const stamp = join(cache, "built-from");

/** What the build reads. */
const inputs = [
  ...["src", "assets", "webpack", "webpack.config.js", "manifest.xml"],
  ...["package.json", "package-lock.json"],
];

/**
 * The folder of the built add-in, built now if it is missing, older than what it is made from, or
 * written by somebody else: `npm run build` may have made it for another address. Says nothing
 * unless the build fails. One process builds; others wait for it.
 */
export async function builtAddIn(): Promise<string> {
  if (isCurrent()) return dist;
  await takeLock();
  try {
    if (!isCurrent()) await build();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return dist;
}

/** Sizes and dates of files: which ones were there, and whether somebody has written them since. */
function stateOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  const visit = (path: string) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory())
      readdirSync(path)
        .sort()
        .forEach((name) => visit(join(path, name)));
    else if (found) hash.update(`${path}|${found.size}|${found.mtimeMs}\n`);
  };
  paths.forEach((path) => visit(join(root, path)));
  return hash.digest("hex");
}

const isCurrent = () =>
  existsSync(join(dist, "functions.json")) &&
  existsSync(stamp) &&
  readFileSync(stamp, "utf8") === `${stateOf(inputs)} ${stateOf(["dist"])}`;

async function build(): Promise<void> {
  const before = stateOf(inputs);
  const env = { ...process.env, ADDRESS: "" };
  const webpack = join(root, "node_modules/webpack-cli/bin/cli.js");
  const child = spawn(process.execPath, [webpack, "--mode", "production"], { cwd: root, env });
  let output = "";
  child.stdout.on("data", (data) => (output += String(data)));
  child.stderr.on("data", (data) => (output += String(data)));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`The add-in does not build (npm run build):\n${output.trim()}`);
  writeFileSync(stamp, `${before} ${stateOf(["dist"])}`);
}

/** A folder is made by one process only, whoever comes first. */
async function takeLock(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, "process"), String(process.pid));
      return;
    } catch {
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function isAbandoned(): boolean {
  try {
    process.kill(Number(readFileSync(join(lock, "process"), "utf8")), 0);
    return false;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === "ESRCH";
  }
}
