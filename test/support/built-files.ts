import { fileURLToPath } from "node:url";
/** The files of a built add-in, as text, by their path under dist/. Pictures are left out. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export const dist = fileURLToPath(new URL("../../dist", import.meta.url));

export function builtFiles(folder = dist): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(png|xlsx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => [relative(folder, file).split(sep).join("/"), readFileSync(file, "utf8")]),
  );
}
