import { CellError, CellValue } from "../host/cell-value";
import { unquoted } from "./formula-for-univer";
import { tokensOf } from "./formula-tokens";

export type Constant = CellValue | CellError;

/** What a constant of a formula is: `"1e3"` a text, `1E3` a number, `{1,"a"}` rows of both. */
export function readConstant(token: string): Constant | Constant[][] | undefined {
  const text = token.trim();
  if (/^".*"$/s.test(text)) return unquoted(text);
  if (/^\{.*\}$/s.test(text)) return readArray(text.slice(1, -1));
  if (text !== "" && !Number.isNaN(Number(text))) return numberOf(text);
  return undefined;
}

/** Rows end with a semicolon, values with a comma; undefined if there is anything else inside. */
function readArray(inside: string): Constant[][] | undefined {
  const rows: string[][] = [[""]];
  for (const { kind, text } of tokensOf(inside)) {
    const row = rows.at(-1)!;
    if (kind !== "other") row[row.length - 1] += text;
    else if (text === ",") row.push("");
    else if (text === ";") rows.push([""]);
    else return undefined;
  }
  const values = rows.map((row) => row.map(readElement));
  const isWhole = values.every(
    (row) => row.length === values[0]!.length && row.every((value) => value !== undefined),
  );
  return isWhole ? (values as Constant[][]) : undefined;
}

function readElement(element: string): Constant | undefined {
  const text = element.trim();
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (text.startsWith("#")) return { error: text.toUpperCase() };
  const value = readConstant(text);
  return Array.isArray(value) ? undefined : value;
}

/** Excel keeps fifteen digits of a number that is typed, and makes the others 0. */
function numberOf(text: string): Constant {
  let digits = 0;
  const kept = text.replace(/^[^e]*/i, (mantissa) =>
    mantissa.replace(/\d/g, (digit) => {
      if (digits > 0 || digit !== "0") digits++;
      return digits > 15 ? "0" : digit;
    }),
  );
  const value = Number(kept);
  return Number.isFinite(value) ? value + 0 : { error: "#NUM!" };
}
