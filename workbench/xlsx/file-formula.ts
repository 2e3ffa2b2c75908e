import { FormulaToken, tokensOf } from "../books/formula-tokens";
import { namespace } from "../host/function-metadata";
import { prefixes } from "./new-functions";

/*
 * A formula as a file writes it, and as a person reads it. In a file a custom function has its
 * add-in's namespace and `_xldudf_`, and each of its periods is an underscore; a newer function of
 * Excel has `_xlfn.`; a name that LET or LAMBDA gives has `_xlpm.`; `A1#` and `@A1` are functions.
 * What stands in quotes, a text or the name of a sheet, is never touched.
 */

const customPrefix = `_xldudf_${namespace}_`;
const spill = "_xlfn.ANCHORARRAY";
const single = "_xlfn.SINGLE";

/** Without the `=`. */
export function formulaFromFile(formula: string): string {
  return withoutCalls(tokensOf(formula))
    .map(({ kind, text }) => (kind === "name" ? nameFromFile(text) : text))
    .join("");
}

function nameFromFile(name: string): string {
  if (name.toUpperCase().startsWith(customPrefix.toUpperCase())) {
    return `${namespace}.${name.slice(customPrefix.length).toUpperCase()}`;
  }
  return name.replace(/^_xlfn\.(?:_xlws\.)?|^_xlpm\./i, "");
}

/** `_xlfn.ANCHORARRAY(A1)` is `A1#`, and `_xlfn.SINGLE(A1)` is `@A1`. */
function withoutCalls(tokens: FormulaToken[]): FormulaToken[] {
  const result: FormulaToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    const name = [spill, single].find((one) => isNamed(kind, text, one));
    const end = name === undefined ? undefined : closing(tokens, at + 1);
    if (end === undefined) {
      result.push(tokens[at]!);
      continue;
    }
    const inside = withoutCalls(tokens.slice(at + 2, end));
    result.push(
      ...(name === single ? [{ kind: "operator", text: "@" } as const, ...inside] : inside),
    );
    if (name === spill) result.push({ kind: "other", text: "#" });
    at = end;
  }
  return result;
}

const isNamed = (kind: FormulaToken["kind"], text: string, name: string) =>
  kind === "name" && text.toUpperCase() === name.toUpperCase();

/** Where the bracket that opens there is closed; undefined if none opens, or it stays open. */
function closing(tokens: readonly FormulaToken[], at: number): number | undefined {
  if (tokens[at]?.text !== "(") return undefined;
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (tokens[i]!.kind !== "other") continue;
    if (tokens[i]!.text === "(") depth++;
    if (tokens[i]!.text === ")" && --depth === 0) return i;
  }
  return undefined;
}

/** Without the `=`. `[@Users]` must be spelled out before. */
export function formulaForFile(formula: string): string {
  const tokens = tokensOf(formula);
  const given = givenNames(tokens);
  return tokens
    .map(({ kind, text }, at) => {
      if (kind !== "name") return isSpillMark(tokens, at) ? "" : text;
      if (given.has(text.toLowerCase())) return `_xlpm.${text}`;
      if (isSpillMark(tokens, at + 1)) return `${spill}(${text})`;
      return isCall(tokens, at) ? nameForFile(text) : text;
    })
    .join("");
}

function nameForFile(name: string): string {
  const upper = name.toUpperCase();
  if (upper.startsWith(`${namespace}.`)) {
    return customPrefix + upper.slice(namespace.length + 1).replaceAll(".", "_");
  }
  const prefix = prefixes.get(upper);
  return prefix ? prefix + upper : name;
}

/** The `#` of `A1#`. */
function isSpillMark(tokens: readonly FormulaToken[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.text === "#" && before?.kind === "name" && /\d$/.test(before.text);
}

export function isCall(tokens: readonly FormulaToken[], at: number): boolean {
  const next = tokens[at + 1]?.kind === "space" ? tokens[at + 2] : tokens[at + 1];
  return tokens[at]?.kind === "name" && next?.text === "(";
}

/** The names that LET and LAMBDA of a formula give, in lower case. */
function givenNames(tokens: readonly FormulaToken[]): Set<string> {
  const names = new Set<string>();
  tokens.forEach(({ text }, at) => {
    const call = text.toUpperCase();
    if ((call !== "LET" && call !== "LAMBDA") || !isCall(tokens, at)) return;
    const args = argumentsOf(tokens, at);
    args.slice(0, -1).forEach((arg, index) => {
      const [name, ...more] = arg.filter(({ kind }) => kind !== "space");
      const isName = name?.kind === "name" && more.length === 0;
      if (isName && (call === "LAMBDA" || index % 2 === 0)) names.add(name.text.toLowerCase());
    });
  });
  return names;
}

function argumentsOf(tokens: readonly FormulaToken[], call: number): FormulaToken[][] {
  const open = tokens.findIndex(({ text }, at) => at > call && text === "(");
  const end = closing(tokens, open) ?? tokens.length;
  const args: FormulaToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open + 1, end)) {
    if (token.kind === "other" && token.text === "(") depth++;
    if (token.kind === "other" && token.text === ")") depth--;
    if (token.kind === "other" && token.text === "," && depth === 0) args.push([]);
    else args.at(-1)!.push(token);
  }
  return args;
}
