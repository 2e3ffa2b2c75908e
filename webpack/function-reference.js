// Writes the reference of the functions from their metadata and examples: the help page that ships with
// the add-in, and docs/functions.md.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const examples = parse(
  readFileSync(new URL("../src/functions/examples.yaml", import.meta.url), "utf8"),
);

/** `CALS.REQUIRED(edition, users, [devices], [calType])` */
export const signature = ({ name, parameters }) =>
  `CALS.${name}(${parameters.map(({ name, optional, repeating }) => bracketed(name, optional, repeating)).join(", ")})`;

const bracketed = (name, optional, repeating) => {
  const shown = repeating ? `${name}, …` : name;
  return optional ? `[${shown}]` : shown;
};

const shownAnswer = (answer) => {
  if (Array.isArray(answer))
    return answer.map((row) => row.map(shownAnswer).join(" | ")).join("; ");
  return typeof answer === "boolean" ? String(answer).toUpperCase() : String(answer);
};

/** docs/functions.md */
export function functionsPage({ functions }) {
  const sections = functions.map((fn) =>
    [
      `## ${fn.name}`,
      "",
      `\`${signature(fn)}\``,
      "",
      fn.description,
      "",
      "| Argument | What it is |",
      "| --- | --- |",
      ...fn.parameters.map(
        (p) => `| ${p.name}${p.optional ? " (optional)" : ""} | ${p.description} |`,
      ),
      "",
      ...examples[fn.id].map(
        ({ formula, answer }) => `- \`${formula}\` answers \`${shownAnswer(answer)}\``,
      ),
      "",
    ].join("\n"),
  );
  const head = [
    "# Functions",
    "",
    "Generated from the functions' own help by `npm run docs`; change it there.",
    "",
    "Bad input answers `#VALUE!`; a name that is not in the catalog, a fact that no source confirms and a group over a limit answer `#N/A`. Both say why in the error's card, and `CALS.EXPLAIN` explains refusals too. A blank cell and 0 are read as *not given*.",
    "",
  ];
  return [...head, ...sections].join("\n");
}

/** The rows of the function table in README.md. */
export function functionsTable({ functions }) {
  const rows = functions.map((fn) => {
    const { formula, answer } = examples[fn.id][0];
    return `| \`${signature(fn)}\` | ${fn.description} | \`${formula}\` → \`${shownAnswer(answer)}\` |`;
  });
  return ["| Function | Answer | Example |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The page behind "More help on this function" in Excel. No script, no request. */
export function helpPage({ functions }) {
  const sections = functions.map(
    (fn) => `<section id="${fn.id.toLowerCase()}">
<h2>${fn.name}</h2>
<p><code>${escaped(signature(fn))}</code></p>
<p>${escaped(fn.description)}</p>
<dl>${fn.parameters.map((p) => `<dt>${p.name}${p.optional ? " (optional)" : ""}</dt><dd>${escaped(p.description)}</dd>`).join("")}</dl>
<ul>${examples[fn.id].map(({ formula, answer }) => `<li><code>${escaped(formula)}</code> answers <code>${escaped(shownAnswer(answer))}</code></li>`).join("")}</ul>
</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>CALS functions</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
code { overflow-wrap: anywhere; } dt { font-weight: 600; } :target { outline: 2px solid; outline-offset: .5rem; }
</style></head>
<body><h1>CALS functions</h1>
<p>Bad input answers <code>#VALUE!</code>; a name that is not in the catalog, a fact that no source confirms and a group over a limit answer <code>#N/A</code>. <code>CALS.EXPLAIN</code> explains any answer, and refusals too. A blank cell and 0 are read as not given.</p>
${sections.join("\n")}
<p>Not affiliated with Microsoft. Not legal advice: your agreement and the Product Terms win.</p>
</body></html>
`;
}

const escaped = (text) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign],
  );
