/** A CALS call as a formula writes it. */
export interface WrittenCall {
  /** The function's name without its namespace, in capitals. */
  readonly question: string;
  readonly text: string;
  readonly args: readonly string[];
}

/** The prefix is what Excel shows while the add-in is not loaded. */
const callStart = /(?:_xldudf_CALS_|CALS\.)([A-Z][A-Z0-9_]*)\s*\(/iy;
const endsInName = /[\p{L}\p{M}\p{N}_.\\]$/u;

const closers: Readonly<Record<string, string>> = { "(": ")", "{": "}", "[": "]" };

/** Every CALS call of a formula from left to right, those inside other calls too. */
export function callsIn(formula: string): readonly WrittenCall[] {
  const calls: WrittenCall[] = [];
  let i = 0;
  while (i < formula.length) {
    // Letters of rare scripts are two characters long.
    const isInName = endsInName.test(formula.slice(Math.max(0, i - 2), i));
    const call = isInName ? undefined : callAt(formula, i);
    if (call) calls.push(call.call);
    i = call ? call.inside : afterPart(formula, i, false);
  }
  return calls;
}

function callAt(formula: string, at: number): { call: WrittenCall; inside: number } | undefined {
  callStart.lastIndex = at;
  const found = callStart.exec(formula);
  if (!found) return undefined;
  const inside = at + found[0].length;
  const { args, end } = argumentsFrom(formula, inside);
  const text = formula.slice(at, end + 1);
  return { call: { question: found[1].toUpperCase(), text, args }, inside };
}

/** Splits at the commas that belong to the call itself. */
function argumentsFrom(formula: string, start: number): { args: string[]; end: number } {
  const args: string[] = [];
  let from = start;
  let i = start;
  while (i < formula.length && formula[i] !== ")") {
    if (formula[i] === ",") {
      args.push(formula.slice(from, i).trim());
      from = i + 1;
    }
    i = afterPart(formula, i, true);
  }
  const last = formula.slice(from, i).trim();
  return { args: args.length === 0 && last === "" ? [] : [...args, last], end: i };
}

/** The place after a text, a quoted sheet name or a column in brackets, where nothing is to be found. */
function afterPart(formula: string, i: number, overBrackets: boolean): number {
  const character = formula[i];
  if (character === '"' || character === "'") return afterQuotes(formula, i);
  if (character === "[") return afterColumn(formula, i);
  if (overBrackets && character in closers) return afterBrackets(formula, i);
  return i + 1;
}

/** A doubled quote is a quote inside the text. */
function afterQuotes(formula: string, start: number): number {
  const quote = formula[start];
  let i = start + 1;
  while (i < formula.length) {
    if (formula[i] !== quote) i++;
    else if (formula[i + 1] === quote) i += 2;
    else return i + 1;
  }
  return i;
}

/** In a column's name, an apostrophe makes the next character an ordinary one. */
function afterColumn(formula: string, start: number): number {
  let depth = 0;
  for (let i = start; i < formula.length; i++) {
    if (formula[i] === "'") i++;
    else if (formula[i] === "[") depth++;
    else if (formula[i] === "]" && --depth === 0) return i + 1;
  }
  return formula.length;
}

function afterBrackets(formula: string, start: number): number {
  const closer = closers[formula[start]];
  let i = start + 1;
  while (i < formula.length && formula[i] !== closer) i = afterPart(formula, i, true);
  return i + 1;
}
