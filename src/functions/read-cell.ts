import { withPlainDigits } from "../calculator/folded";
import { Problem } from "../calculator/problem";
import { shortened } from "../catalog/names";
import { yesNamed } from "../catalog/yes-no";

/** One argument of a question: its name, and how the cell it came from is read. */
export interface Argument<T> {
  readonly label: string;
  read(cell: unknown): T;
}

/** More people or devices than this is a slip of the keyboard, a date-time or an identifier. */
const largestCount = 1_000_000_000;

const wholeCount = "a whole number, 0 or more";
const priceAbove = "a price above 0";

/** A sheet shows 4.35 x 100 as 435, and hands over 434.99999999999994. */
const roundingError = 1e-6;

/** Text that must be there. */
export const text = (label: string): Argument<string> => ({
  label,
  read(cell) {
    const word = optionalText(label).read(cell);
    if (word !== undefined) return word;
    throw misread(`${label} is blank. Give it, or point to a cell that has it.`);
  },
});

/** Text that may be left out. A blank cell, which Excel may send as 0, is text left out. */
export const optionalText = (label: string): Argument<string | undefined> => ({
  label,
  read(cell) {
    const value = plainValue(label, cell);
    if (value === undefined || value === 0 || value === "") return undefined;
    if (typeof value === "boolean") throw mustBe(label, "text", shown(value));
    const word = String(value).trim();
    return withPlainDigits(word).trim() ? word : undefined;
  },
});

/** Yes or No, in words or as a truth value; undefined where it is blank. */
export const yesOrNo = (label: string): Argument<boolean | undefined> => ({
  label,
  read(cell) {
    const value = plainValue(label, cell);
    if (typeof value === "boolean") return value;
    const word = optionalText(label).read(value);
    return word === undefined ? undefined : yesNamed(label, word);
  },
});

/** A whole number; undefined where it is blank or 0, because Excel may send a blank cell as 0. */
export const count = (label: string): Argument<number | undefined> => ({
  label,
  read: (cell) => wholeNumber(label).read(cell) || undefined,
});

/** A whole number where 0 is a number like another; undefined where it is left out. */
export const wholeNumber = (label: string): Argument<number | undefined> => ({
  label,
  read(cell) {
    const value = numberIn(label, cell, wholeCount);
    if (value === undefined) return undefined;
    const whole = Math.round(value);
    if (Math.abs(value - whole) > roundingError || value < 0) {
      throw mustBe(label, wholeCount, value);
    }
    if (value > largestCount) {
      throw mustBe(label, "at most 1,000,000,000", value);
    }
    return whole;
  },
});

/** The price of one CAL; undefined where it is blank or 0. */
export const price = (label: string): Argument<number | undefined> => ({
  label,
  read(cell) {
    const value = numberIn(label, cell, priceAbove);
    if (value === undefined || value === 0) return undefined;
    if (!Number.isFinite(value) || value < 0 || value > largestCount) {
      throw mustBe(label, priceAbove, value);
    }
    return value;
  },
});

/**
 * Digits typed or imported as text are a number; anything else could be read in two ways: “1.234” is a
 * thousand and more in German, and a cell does not tell its language.
 */
function numberIn(label: string, cell: unknown, wanted: string): number | undefined {
  const value = plainValue(label, cell);
  let how = "";
  if (value === undefined || typeof value === "number") return value;
  if (typeof value === "string") {
    const digits = withPlainDigits(value).trim();
    if (digits === "") return undefined;
    if (/^\d+(\.\d\d?)?$/.test(digits)) return Number(digits);
    if (/\d/.test(digits)) how = " Write numbers like 1234 or 12.50.";
  }
  throw mustBe(label, wanted, shown(value), how);
}

type PlainValue = number | string | boolean | undefined;

/**
 * Whether a cell was left out or is blank. Excel may say so by a card, and, while it still holds older
 * metadata, by its own invocation object in the place of an argument that it does not know yet.
 */
export function isAbsent(cell: unknown): boolean {
  if (typeof cell !== "object") return cell === undefined;
  return !cell || "functionName" in cell || (cell as { type?: string }).type === "Empty";
}

/** The value in a cell. Excel hands over plain values, cards of data (`basicValue`), and errors as cards. */
function plainValue(label: string, cell: unknown): PlainValue {
  if (isAbsent(cell)) return undefined;
  if (typeof cell !== "object") return cell as PlainValue;
  if (Array.isArray(cell)) return loneValue(label, cell);
  const card = cell as {
    type?: string;
    basicType?: string;
    basicValue?: unknown;
    numberFormat?: string;
  };
  if (card.type === "Error") throw errorIn(label, String(card.basicValue ?? "an error"));
  if (card.type === "FormattedNumber" && isDateFormat(card.numberFormat ?? "")) {
    throw mustBe(label, "a number", "a date");
  }
  if (card.basicValue !== undefined) return plainValue(label, card.basicValue);
  throw mustBe(label, "a plain value", "a data type");
}

function loneValue(label: string, cells: readonly unknown[]): PlainValue {
  const flat = cells.flat(2);
  if (flat.length === 1) return plainValue(label, flat[0]);
  throw misread(`${label} must be one cell. ${flat.length} cells were given.`);
}

/** An error in a cell keeps its kind: what is not available stays so. */
function errorIn(label: string, error: string): Problem {
  const kind = error === "#N/A" ? "not-in-catalog" : "not-understood";
  return new Problem(kind, `${label} has ${error}. Mend that cell first.`);
}

const isDateFormat = (format: string): boolean =>
  /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

const shown = (value: unknown): string =>
  typeof value === "boolean" ? String(value).toUpperCase() : `“${shortened(String(value))}”`;

const mustBe = (label: string, wanted: string, has: string | number, how = ""): Problem =>
  misread(`${label} must be ${wanted}. This cell has ${has}.${how}`);

export const misread = (message: string): Problem => new Problem("not-understood", message);
