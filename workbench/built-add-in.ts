import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BuildStamp } from "./build-stamp";

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cache = join(root, ".cache");
const dist = join(root, "dist");
const lock = join(cache, "build.lock");
const stamp = new BuildStamp(root);

/**
 * The folder of the built add-in, built now if it is missing, older than what it is made from, or
 * written by somebody else: `npm run build` may have made it for another address. Says nothing
 * unless the build fails. One process builds; others wait for it.
 */
export async function builtAddIn(): Promise<string> {
  if (stamp.isCurrent()) return dist;
  await takeLock();
  try {
    if (!stamp.isCurrent()) await build();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return dist;
}

async function build(): Promise<void> {
  const before = stamp.inputs();
  const env = { ...process.env, ADDRESS: "" };
  const webpack = join(root, "node_modules/webpack-cli/bin/cli.js");
  const child = spawn(process.execPath, [webpack, "--mode", "production"], { cwd: root, env });
  let output = "";
  child.stdout.on("data", (data) => (output += String(data)));
  child.stderr.on("data", (data) => (output += String(data)));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`The add-in does not build (npm run build):\n${output.trim()}`);
  stamp.write(before);
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
