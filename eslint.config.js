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

/** Who may import whom; ARCHITECTURE.md draws it. */
const mayNotImport = (files, ...patterns) => ({
  files,
  rules: {
    "no-restricted-imports": ["error", { patterns: patterns.map((group) => ({ group: [group] })) }],
  },
});

export default tseslint.config(
  { ignores: ["dist", ".cache", "node_modules"] },
  tseslint.configs.recommended,
  {
    rules: {
      // Excel hands a custom function anything at all; `any` is what the metadata generator understands.
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  // Jest loads its transforms as CommonJS.
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-globals": [
        "error",
        "Excel",
        "CustomFunctions",
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
      ],
      "no-restricted-syntax": ["error", "ExportDefaultDeclaration"],
    },
  },
  { files: ["src/files.d.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["src/workbook/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "no-restricted-globals": ["error", "CustomFunctions", "fetch", "XMLHttpRequest", "WebSocket"],
      ...Object.fromEntries(officeRules.map((rule) => [`office-addins/${rule}`, "error"])),
    },
  },
  {
    files: ["src/functions/**/*.ts"],
    rules: { "no-restricted-globals": ["error", "Excel", "fetch", "XMLHttpRequest", "WebSocket"] },
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  mayNotImport(["src/calculator/**"], "../*/**", "../../**"),
  mayNotImport(
    ["src/catalog/**"],
    "**/functions/**",
    "**/taskpane/**",
    "**/workbook/**",
    "**/cals",
  ),
  mayNotImport(["src/functions/**"], "**/taskpane/**", "**/workbook/**", "**/workbench/**"),
  mayNotImport(["src/workbook/**"], "**/taskpane/**", "**/functions/**", "**/workbench/**"),
  mayNotImport(["workbench/**"], "**/src/**"),
);
