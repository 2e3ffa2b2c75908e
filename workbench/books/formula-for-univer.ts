import { FormulaToken, tokensOf } from "./formula-tokens";

/*
 * What Univer's lexer is given instead of a formula, so that it takes the formula apart as Excel
 * does. Nobody sees it: a cell keeps the formula that was entered.
 */

/** Stand-ins, no characters of any language, for what the lexer loses inside a text. */
const inTexts: readonly (readonly [raw: string, standIn: string])[] = [
  ['""', "\uFDD0"],
  ["\n", "\uFDD1"],
  ["\r", "\uFDD2"],
];

export function formulaForUniver(formula: string): string {
  const result: string[] = [];
  let before: FormulaToken | undefined;
  let isAfterSign = false;
  tokensOf(formula).forEach((token, index) => {
    // `- 5` and `@ f()` are looked up as names
    if (token.kind === "space" && isAfterSign) return;
    result.push(mended(token, before?.kind === "operator" && index > 1, isAfterSign));
    if (token.kind === "space") return;
    isAfterSign = isSign(token, before);
    before = token;
  });
  return result.join("");
}

function mended(token: FormulaToken, isAfterOperator: boolean, isAfterSign: boolean): string {
  const text = withStandIns(token);
  // the lexer stumbles over `1+{1,2}`, `-"40"` and `--TRUE`, though not over a function there
  const isConstant = token.kind === "text" || /^(?:true|false)$/i.test(token.text);
  const needsFunction = token.kind === "array" ? isAfterOperator : isConstant && isAfterSign;
  return needsFunction ? `IF(TRUE,${text})` : text;
}

/** A `+`, `-` or `@` with nothing on its left to be added to. */
function isSign(token: FormulaToken, before: FormulaToken | undefined): boolean {
  if (token.kind !== "operator" || !"+-@".includes(token.text)) return false;
  if (!before || before.kind === "operator") return before?.text !== "%";
  return before.text === "(" || before.text === ",";
}

function withStandIns({ kind, text }: FormulaToken): string {
  if (kind === "array") {
    return tokensOf(text.slice(1, -1)).reduce((all, token) => all + withStandIns(token), "{") + "}";
  }
  if (kind !== "text") return text;
  const inside = inTexts.reduce((all, [raw, standIn]) => all.replaceAll(raw, standIn), inner(text));
  return `"${inside}"`;
}

/** The text that a quoted one stands for, in what the lexer was given. */
export const unquoted = (quoted: string) =>
  inTexts.reduce(
    (all, [raw, standIn]) => all.replaceAll(standIn, raw === '""' ? '"' : raw),
    inner(quoted),
  );

const inner = (quoted: string) => quoted.slice(1, -1);
