/** The smallest parts of a formula, as far as this stand-in must tell them apart. */
const parts = {
  text: String.raw`"(?:[^"]|"")*"`,
  array: String.raw`\{(?:"(?:[^"]|"")*"|[^"{}])*\}`,
  quotedSheet: String.raw`'(?:[^']|'')*'`,
  brackets: String.raw`\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]`,
  error: String.raw`#(?:N\/A|[\p{L}\/]+[!?\d]*)`,
  number: String.raw`(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`,
  name: String.raw`[\p{L}_\\$?][\p{L}\p{N}_.\\$?]*`,
  operator: String.raw`<>|<=|>=|[-+*\/^&=<>@:%]`,
  space: String.raw`\s+`,
  other: ".",
};

export interface FormulaToken {
  kind: keyof typeof parts;
  text: string;
}

const kinds = Object.keys(parts) as FormulaToken["kind"][];
const anyPart = new RegExp(
  Object.values(parts)
    .map((pattern) => `(${pattern})`)
    .join("|"),
  "gsu",
);

/** Takes any text apart; the parts, joined, are the text again. */
export function tokensOf(formula: string): FormulaToken[] {
  return Array.from(formula.matchAll(anyPart), ([text, ...found]) => ({
    kind: kinds[found.findIndex((part) => part !== undefined)]!,
    text,
  }));
}
