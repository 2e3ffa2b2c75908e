import { FormulaToken, tokensOf } from "../books/formula-tokens";
import { parseAddress, Rect } from "../host/address";
import { isCall } from "./file-formula";

/** What a formula looks at, as far as its text says. */
export interface References {
  /** Cells, on the formula's own sheet where none is named. */
  cells: { sheet: string | undefined; rect: Rect }[];
  /** Words that may be names of the workbook or of tables, in lower case. */
  words: string[];
  /** Whether it may look anywhere, because it works its references out, or looks into other files. */
  isOpen: boolean;
}

const findsReferences = new Set(["INDIRECT", "OFFSET"]);

export function referencesIn(formula: string): References {
  const tokens = tokensOf(formula);
  const found: References = { cells: [], words: [], isOpen: false };
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind === "name" && isCall(tokens, at)) {
      if (findsReferences.has(text.toUpperCase())) found.isOpen = true;
      continue;
    }
    const isSheet = tokens[at + 1]?.text === "!";
    if (kind === "brackets" && tokens[at - 1]?.kind !== "name") {
      // another workbook, or a column of the table around the formula
      found.isOpen = true;
    }
    if (kind === "quotedSheet" || (kind === "name" && isSheet)) {
      // a span of sheets, or a sheet of another workbook
      if (text.includes("[") || text.includes(":") || tokens[at - 1]?.text === ":") {
        found.isOpen = true;
      }
      const sheet = kind === "name" ? text : text.slice(1, -1).replaceAll("''", "'");
      const reference = isSheet ? addressAt(tokens, at + 2) : undefined;
      if (reference) found.cells.push({ sheet, rect: reference.rect });
      else if (tokens[at + 2]?.kind === "name")
        found.words.push(tokens[at + 2]!.text.toLowerCase());
      at = reference?.last ?? at + 2;
      continue;
    }
    const reference = addressAt(tokens, at);
    if (reference) {
      found.cells.push({ sheet: undefined, rect: reference.rect });
      at = reference.last;
    } else if (kind === "name") found.words.push(text.toLowerCase());
  }
  return found;
}

/** `A1`, `A1:B2`, `A:B` or `1:2`, and where its last token is. */
function addressAt(tokens: readonly FormulaToken[], at: number) {
  const [first, colon, second] = tokens.slice(at, at + 3);
  if (first?.kind !== "name" && first?.kind !== "number") return undefined;
  if (colon?.text === ":" && second) {
    const rect = parseAddress(`${first.text}:${second.text}`);
    if (rect) return { rect, last: at + 2 };
  }
  const rect = first.kind === "name" ? parseAddress(first.text) : undefined;
  return rect && { rect, last: at };
}
