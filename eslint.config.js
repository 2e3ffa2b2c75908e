import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const officeRules = [
  "call-sync-after-load",
  "call-sync-before-read",
  "load-object-before-read",
  "no-context-sync-in-loop",
  "no-empty-load",
  "no-navigational-load",
  "no-office-initialize",
  "test-for-null-using-isNullObject",
];

/** Who may import whom: what is not listed is not allowed. ARCHITECTURE.md draws it. */
const rooms = {
  "src/calculator": ["./"],
  "src/catalog": ["./", "../calculator/", "../data/"],
  "src/functions": ["./", "../calculator/", "../catalog/", "../cals"],
  "src/workbook": ["./", "../calculator/", "../catalog/", "../cals"],
  "src/taskpane": [
    "./",
    "../calculator/",
    "../catalog/",
    "../cals",
    "../functions/explain",
    "../functions/questions",
    "../functions/read-cell", // what is typed in the pane is read like the cell it goes to
    "../workbook/",
    "../../package.json", // the version, one source for all
    "react",
    "@fluentui/",
  ],
};

/** What may be said nowhere else, as a global, a type or a member of the global object. */
const said = (name) => [
  { selector: `Identifier[name="${name}"]`, message: `${name} is not said in this room.` },
];
const network = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"];
const always = [
  { selector: "ExportDefaultDeclaration", message: "Export it by its name." },
  ...network.flatMap(said),
];
const lazy = { selector: "ImportExpression", message: "Only open-pane.ts loads a chunk." };

/** The fence of one room. */
function fence(room, allowed, ...forbidden) {
  const names = allowed.map((path) => path.replaceAll(".", "\\."));
  const regex = `^(?!${names.join("|")})`;
  const message = `${room} does not import this; see ARCHITECTURE.md.`;
  return {
    files: [`${room}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex, message }] }],
      "no-restricted-syntax": ["error", ...always, lazy, ...forbidden.flatMap(said)],
    },
  };
}

export default tseslint.config(
  { ignores: ["dist", ".cache", "node_modules"] },
  tseslint.configs.recommended,
  { rules: { "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }] } },
  // Jest loads its transforms as CommonJS.
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  // Excel hands a custom function anything at all, and `any` is what the metadata generator understands.
  {
    files: ["src/functions/*functions.ts", "test/**/*.ts"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
  fence("src/calculator", rooms["src/calculator"], "Excel", "CustomFunctions", "Office", "Date"),
  fence("src/catalog", rooms["src/catalog"], "Excel", "CustomFunctions", "Office", "Date"),
  fence("src/functions", rooms["src/functions"], "Excel", "Office", "Date"),
  fence("src/workbook", rooms["src/workbook"], "CustomFunctions"),
  fence("src/taskpane", rooms["src/taskpane"], "Excel", "CustomFunctions"),
  {
    files: ["src/calculator/**/*.ts", "src/catalog/**/*.ts", "src/functions/**/*.ts"],
    rules: { "no-restricted-properties": ["error", { object: "Math", property: "random" }] },
  },
  {
    files: ["src/taskpane/open-pane.ts"],
    rules: { "no-restricted-syntax": ["error", ...always, ...said("Excel")] },
  },
  {
    // The front door, and its rooms of members.
    files: ["src/cals.ts", "src/cals/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^(?!(\\./|\\.\\./)(calculator|catalog|cals)/)" }] },
      ],
      "no-restricted-syntax": ["error", ...always, lazy, ...said("Excel")],
    },
  },
  {
    files: ["workbench/**/*.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [{ regex: "/src/" }] }] },
  },
  {
    files: ["src/workbook/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(officeRules.map((rule) => [`office-addins/${rule}`, "error"])),
  },
  // A promise nobody waits for hides its trouble.
  {
    files: ["src/**/*.{ts,tsx}", "workbench/**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { "@typescript-eslint/no-floating-promises": "error" },
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
);
