// The invariants of ARCHITECTURE.md that the linter keeps: each leak is tried, in a file of that room.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const calculator = "src/calculator/answer.ts";
const catalog = "src/catalog/names.ts";
const functions = "src/functions/explain.ts";
const workbook = "src/workbook/written.ts";
const taskpane = "src/taskpane/theme.ts";

const imports = "no-restricted-imports";
const syntax = "no-restricted-syntax";

const leaks: readonly (readonly [leak: string, file: string, code: string, rule: string])[] = [
  ["the calculator imports the catalog", calculator, 'import "../catalog/catalog";', imports],
  ["the calculator imports a library", calculator, 'import "yaml";', imports],
  ["the calculator imports the front door", calculator, 'import "../cals";', imports],
  ["the catalog imports the pane", catalog, 'import "../taskpane/pane";', imports],
  ["the catalog imports the front door", catalog, 'import "../cals";', imports],
  ["the functions import the workbook", functions, 'import "../workbook/written";', imports],
  ["the workbook imports the functions", workbook, 'import "../functions/explain";', imports],
  ["the pane imports data", taskpane, 'import "../data/rules.yaml";', imports],
  ["the pane imports the workbench", taskpane, 'import "../../workbench/evaluator";', imports],
  ["the front door imports the pane", "src/cals.ts", 'import "./taskpane/pane";', imports],
  [
    "a family of its members does",
    "src/cals/server-questions.ts",
    'import "../taskpane/pane";',
    imports,
  ],
  ["the workbench imports the add-in", "workbench/evaluator.ts", 'import "../src/cals";', imports],
  ["the calculator looks at the clock", calculator, "export const n = Date.now();", syntax],
  ["the pane says Excel", taskpane, "export const run = Excel.run;", syntax],
  ["the pane finds Excel elsewhere", taskpane, "export const e = globalThis.Excel;", syntax],
  ["the pane says Excel as a type", taskpane, "export type Cells = Excel.Range;", syntax],
  ["the functions say Excel", functions, "export type Cells = Excel.Range;", syntax],
  [
    "the workbook says CustomFunctions",
    workbook,
    "export const e = CustomFunctions.Error;",
    syntax,
  ],
  ["the workbook asks the network", workbook, 'void fetch("https://cals.example");', syntax],
  ["the pane loads a chunk of its own", taskpane, 'void import("../workbook/written");', syntax],
  [
    "the calculator rolls dice",
    calculator,
    "export const d = Math.random();",
    "no-restricted-properties",
  ],
];

let complaints: readonly (readonly string[])[];
beforeAll(() => {
  const input = JSON.stringify(leaks.map(([, file, code]) => ({ file, code })));
  const script = join(__dirname, "support/lint-snippets.mjs");
  const output = execFileSync(process.execPath, [script], { cwd: join(__dirname, ".."), input });
  complaints = JSON.parse(output.toString());
});

test.each(leaks.map(([leak, , , rule], i) => ({ leak, rule, i })))("$leak", ({ rule, i }) => {
  expect(complaints[i]).toEqual([rule]);
});
