import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache, root } from "./built-add-in";

const page = join(root, "workbench/page");
const conformance = join(root, "workbench/conformance");
const out = join(cache, "workbench");
const stamp = join(out, "made-from");

/** The folder of the workbench's page and scripts, bundled again when one of its sources changed. */
export async function bundledPage(): Promise<string> {
  const now = sources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return out;
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: {
      workbench: join(page, "workbench.ts"),
      page: join(page, "workbench-page.css"),
      "conformance/conformance": join(conformance, "conformance-page.ts"),
    },
    outdir: out,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".svg": "dataurl" },
    legalComments: "none",
    logLevel: "error",
  });
  cpSync(join(page, "workbench.html"), join(out, "index.html"));
  cpSync(join(conformance, "conformance.html"), join(out, "conformance/index.html"));
  writeFileSync(stamp, now);
  return out;
}

const folders = [
  ...["page", "host", "host/objects", "books", "xlsx"],
  ...["conformance", "conformance/scenarios"],
];

function sources(): string {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const folder of folders) {
    const files = readdirSync(join(root, "workbench", folder), { withFileTypes: true });
    for (const file of files.filter((each) => each.isFile())) {
      hash.update(file.name).update(readFileSync(join(root, "workbench", folder, file.name)));
    }
  }
  return hash.digest("hex");
}
