import { buildSync, version as esbuildVersion } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cache, root } from "../built-add-in";
import type * as Entry from "./univer-headless-entry";
import type { UniverKit } from "./univer-kit";

const entry = join(root, "workbench/books/univer-headless-entry.ts");

/**
 * Starts Univer's engine and sheets without a screen, for `evaluate` and for tests under Node. It is
 * bundled first, and the bundle kept: Univer's own modules load neither in Node's module system
 * (one of them imports what its dependency does not export) nor in Jest's (others are ES modules
 * required by CommonJS ones), and one file loads faster than two thousand.
 */
export function startUniver(): UniverKit {
  loaded ??= loadBundle();
  return loaded.startUniver();
}

let loaded: typeof Entry | undefined;

function loadBundle(): typeof Entry {
  const file = bundle();
  const module = { exports: {} as typeof Entry };
  // `new Function` and not `require`: under Jest it stays in the world of the test, where an array
  // of the test is an array.
  const code = `${readFileSync(file, "utf8")}\n//# sourceURL=${file}`;
  const load = new Function("require", "module", "exports", code) as (
    require: NodeJS.Require,
    module: object,
    exports: object,
  ) => void;
  load(createRequire(import.meta.url), module, module.exports);
  return module.exports;
}

function bundle(): string {
  const lock = readFileSync(join(root, "package-lock.json"));
  const made = createHash("sha256").update(lock).update(readFileSync(entry)).update(esbuildVersion);
  const file = join(cache, `univer-${made.digest("hex").slice(0, 12)}.cjs`);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  buildSync({
    entryPoints: [entry],
    outfile: unfinished,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    minifyWhitespace: true,
    logLevel: "error",
    legalComments: "none",
  });
  renameSync(unfinished, file);
  return file;
}
