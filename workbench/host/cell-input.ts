import { CellInput } from "./book";
import { isErrorText } from "./cell-value";

/** What Excel makes of something written into a cell, with the format that it brings along. */
export type Entered = CellInput & { numberFormat?: string };

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const percent = /^[+-]?(\d+\.?\d*|\.\d+)\s*%$/;
const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const usDay = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * Excel reads what is written into `values` as if it were typed: text that looks like a number
 * becomes one, a day becomes its serial number. An apostrophe, or the format `@`, keeps it text. Nobody has
 * seen yet whether Excel drops an apostrophe under `@` too; here it stays, which is the worse case.
 */
export function entered(input: unknown, format: string | undefined): Entered {
  if (typeof input === "number" || typeof input === "boolean") return { value: input };
  const text = String(input);
  if (format === "@") return { value: text, isText: text !== "" };
  if (text.startsWith("'")) return { value: text.slice(1), isText: true };
  if (text.startsWith("=") && text.length > 1) return { formula: text };
  return fromText(text) ?? signed(text) ?? { value: text };
}

/** What begins with a sign and is no number, Excel takes for a formula. */
const signed = (text: string): Entered | undefined =>
  /^[+-]./.test(text) ? { formula: `=${text}` } : undefined;

function fromText(text: string): Entered | undefined {
  const trimmed = text.trim();
  if (number.test(trimmed)) return { value: Number(trimmed) };
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === "true" };
  if (percent.test(trimmed)) {
    const numberFormat = trimmed.includes(".") ? "0.00%" : "0%";
    return { value: Number(trimmed.replace(/\s*%$/, "")) / 100, numberFormat };
  }
  if (isErrorText(trimmed.toUpperCase())) return { value: trimmed.toUpperCase() };
  return (
    day(isoDay.exec(trimmed), [1, 2, 3], "yyyy-mm-dd") ??
    day(usDay.exec(trimmed), [3, 1, 2], "m/d/yyyy")
  );
}

function day(
  match: RegExpExecArray | null,
  [y, m, d]: [number, number, number],
  numberFormat: string,
): Entered | undefined {
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[y]), Number(match[m]), Number(match[d])];
  const time = Date.UTC(year, month - 1, dayOfMonth);
  const isReal = month <= 12 && new Date(time).getUTCDate() === dayOfMonth && year >= 1900;
  return isReal ? { value: serialOf(time), numberFormat } : undefined;
}

/** Days since the last day of 1899, with the 29 February 1900 that never was. */
const serialOf = (time: number) => Math.round(time / 86400000) + 25569;
