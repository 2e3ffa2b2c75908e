// `npm run docs`: writes docs/functions.md and the function table of README.md from the built metadata, and
// docs/published-answers.md from the cases.
// With --check it writes nothing, and fails if one of them is not what it would write.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { functionsPage, functionsTable } from "./function-reference.js";
import { publishedAnswersPage } from "./published-answers.js";

const at = (path) => new URL(`../${path}`, import.meta.url);
const read = (path) => readFileSync(at(path), "utf8");
const metadata = JSON.parse(read("dist/functions.json"));

const pages = {
  "docs/functions.md": functionsPage(metadata),
  "docs/published-answers.md": publishedAnswersPage(),
  "README.md": withTable(read("README.md"), functionsTable(metadata)),
};
const stale = Object.keys(pages).filter(
  (path) => !existsSync(at(path)) || read(path) !== pages[path],
);

if (!process.argv.includes("--check")) {
  for (const path of stale) writeFileSync(at(path), pages[path]);
} else if (stale.length > 0) {
  console.error(`Not as the metadata and the cases say, run npm run docs: ${stale.join(", ")}`);
  process.exit(1);
}

/** The table stands between two comments, so that everything around it can be written by hand. */
function withTable(readme, table) {
  const [start, end] = ["<!-- functions -->", "<!-- /functions -->"];
  const before = readme.slice(0, readme.indexOf(start) + start.length);
  return `${before}\n\n${table}\n\n${readme.slice(readme.indexOf(end))}`;
}
