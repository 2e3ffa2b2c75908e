import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The headers that every file of the built add-in is to be served with, from `_headers` in its folder: a line
 * for the files they go with, here all of them, then one indented line for each header.
 */
export function headersIn(dist: string): Readonly<Record<string, string>> {
  const lines = readFileSync(join(dist, "_headers"), "utf8").split("\n");
  const headers = lines
    .map((line) => /^ +([\w-]+): (.+)$/.exec(line))
    .filter((each) => each !== null);
  return Object.fromEntries(headers.map(([, name, value]) => [name.toLowerCase(), value]));
}
