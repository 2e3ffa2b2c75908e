// `npm run docs`: writes docs/functions.md and the function table of README.md from the built metadata.
import { readFileSync, writeFileSync } from "node:fs";
import { functionsPage, functionsTable } from "./function-reference.js";

const at = (path) => new URL(`../${path}`, import.meta.url);
const metadata = JSON.parse(readFileSync(at("dist/functions.json"), "utf8"));

writeFileSync(at("docs/functions.md"), functionsPage(metadata));
writeFileSync(
  at("README.md"),
  withTable(readFileSync(at("README.md"), "utf8"), functionsTable(metadata)),
);

/** The table stands between two comments, so that everything around it can be written by hand. */
export function withTable(readme, table) {
  const [start, end] = ["<!-- functions -->", "<!-- /functions -->"];
  const before = readme.slice(0, readme.indexOf(start) + start.length);
  return `${before}\n\n${table}\n\n${readme.slice(readme.indexOf(end))}`;
}
