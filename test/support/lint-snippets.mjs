// Lints pieces of code as if they stood in files of the project. Jest cannot load ESLint's configuration,
// which is an ES module, so this runs beside it: JSON in, JSON out.
import { text } from "node:stream/consumers";
import { ESLint } from "eslint";

const snippets = JSON.parse(await text(process.stdin));
// Without types, which only one rule needs and which take long to load.
const eslint = new ESLint({
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: { "@typescript-eslint/no-floating-promises": "off" },
  },
});
const complaints = [];
for (const { file, code } of snippets) {
  const [{ messages }] = await eslint.lintText(code, { filePath: file });
  complaints.push([...new Set(messages.map(({ ruleId }) => ruleId))]);
}
process.stdout.write(JSON.stringify(complaints));
