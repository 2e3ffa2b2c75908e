import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../built-add-in";
import type { Report } from "./report";

/** The reports of Excel that somebody saved. One of the stand-in would check nothing. */
export function savedReports(folder = join(root, "docs/conformance")): Report[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => {
    const report = JSON.parse(readFileSync(join(folder, name), "utf8")) as Report;
    if (report.host === "stand-in") throw new Error(`${name} is a report of the stand-in.`);
    return report;
  });
}
