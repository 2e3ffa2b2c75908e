import { placeOf } from "./cell-address";
import { unquoted, withReferences, type WrittenReference } from "./formula-references";
import type { DefinedName } from "./workbook-cells";

/** Cells of a sheet, such as "A1:B2" of "Quote". */
export interface Area {
  readonly sheet: string;
  readonly address: string;
}

/** A hidden name that Excel moves with the cells it names, and what it said when it was made. */
export interface Mark {
  readonly name: string;
  readonly formula: string;
}

/** Cells that were deleted; without a sheet where it was deleted too. */
interface Gone {
  readonly sheet: string | undefined;
  readonly address: undefined;
}

/** Where cells are now: "unknown" where their mark is gone, and nothing where they never had one. */
export type Whereabouts = (area: Area) => Area | Gone | "unknown" | undefined;

/**
 * The formulas of names that together mark these areas. An `&` stands between areas: what stands between
 * arguments is another sign in other countries. Excel's own dialog takes no more than 255 signs.
 */
export function markFormulas(areas: readonly Area[]): readonly string[] {
  const texts = new Set(areas.map(areaText));
  const formulas: string[] = [];
  for (const text of texts) {
    const last = formulas.length - 1;
    const longer = `${formulas[last] ?? ""}&${text}`;
    if (last >= 0 && longer.length <= mostSigns) formulas[last] = longer;
    else formulas.push(`=${text}`);
  }
  return formulas;
}

const mostSigns = 255;

const areaText = ({ sheet, address }: Area): string =>
  `${quoted(sheet)}!${plain(address).replace(/[A-Z]+|\d+/g, "$$$&")}`;

const quoted = (sheet: string): string => `'${sheet.replace(/'/g, "''")}'`;
const plain = (address: string): string => address.replace(/\$/g, "").toUpperCase();
const keyOf = ({ sheet, address }: Area): string => `${sheet.toLowerCase()}!${plain(address)}`;

/** Reads from the marks, as the workbook has them now, where their cells went. */
export function whereabouts(marks: readonly Mark[], names: readonly DefinedName[]): Whereabouts {
  const known = new Map<string, Area | Gone | "unknown">();
  // The workbook's own come first; a copied sheet brings names of its own that are called the same.
  const formulas = new Map([...names].reverse().map(({ name, formula }) => [name, formula]));
  for (const mark of marks) {
    const before = areasOf(mark.formula);
    const now = areasOf(formulas.get(mark.name) ?? "");
    before.forEach((area, i) => {
      if (area.address === undefined) return;
      known.set(keyOf(area), now.length === before.length ? now[i] : "unknown");
    });
  }
  return (area) => known.get(keyOf(area));
}

/**
 * What a mark names. A sheet's name may hold an `&`. Where cells or their sheet are gone Excel says `#REF!`,
 * on the desktop in its own language, such as `#BEZUG!` (office-js #2834).
 */
function areasOf(formula: string): readonly (Area | Gone)[] {
  const parts = formula.replace(/^=/, "").match(/(?:'(?:[^']|'')*'|[^&'])+/g) ?? [];
  return parts.map((part) => {
    const [, name, address] = /^@?(.*)!([^!]*)$/s.exec(part) ?? [];
    const isSheetGone = !name || name.startsWith("#");
    const sheet = isSheetGone ? undefined : unquoted(name.replace(/!#[^!']*$/, ""));
    const isThere = sheet !== undefined && /^[$A-Z\d:]+$/i.test(address);
    return isThere ? { sheet, address: plain(address) } : { sheet, address: undefined };
  });
}

/**
 * A text of a formula as Excel would have changed it while cells moved, were deleted, or sheets renamed:
 * in a cell of the sheet `from` then, of `to` now. Nothing where that cannot be told.
 */
export function followed(
  text: string,
  { from, to, where }: { from: string; to: string; where: Whereabouts },
): string | undefined {
  return withReferences(text, (reference) => {
    const before = { sheet: reference.sheet ?? from, address: reference.address };
    const now = where(before);
    if (now === undefined) return reference.text;
    return now === "unknown" ? undefined : saidAnew(reference, before, now, to);
  });
}

/** With the dollar signs that it had, and with its sheet where it had to be named or has to be now. */
function saidAnew(
  { prefix, address }: WrittenReference,
  before: Area,
  now: Area | Gone,
  own: string,
): string | undefined {
  const isIn = (sheet: string) => now.sheet?.toLowerCase() === sheet.toLowerCase();
  const isUnsaid = now.sheet === undefined || (prefix === "" && isIn(own));
  const isSaid = prefix !== "" && isIn(before.sheet);
  const sheet = isUnsaid ? "" : isSaid ? prefix : `${shortlyQuoted(now.sheet)}!`;
  if (now.address === undefined) return `${prefix === "" ? "" : sheet}#REF!`;
  if (isSamePlace(before.address, now.address)) return sheet + address;
  const ends = now.address.split(":");
  const said = address.split(":").map((end, i) => withDollars(end, ends[i] ?? ends[0]));
  return said.includes(undefined) ? undefined : sheet + said.join(":");
}

function withDollars(before: string, now: string): string | undefined {
  const [, beforeColumn, beforeRow] = /^(\$?[A-Z]*)(\$?\d*)$/i.exec(before)!;
  const [, column, row] = /^([A-Z]*)(\d*)$/.exec(now) ?? [];
  if (Boolean(beforeColumn) !== Boolean(column) || Boolean(beforeRow) !== Boolean(row)) {
    return undefined;
  }
  const dollar = (part: string) => (part.startsWith("$") ? "$" : "");
  return dollar(beforeColumn) + column + dollar(beforeRow) + row;
}

function isSamePlace(a: string, b: string): boolean {
  const [one, other] = [placeOf(a), placeOf(b)];
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Excel quotes only what it must. */
const shortlyQuoted = (sheet: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !/^[A-Z]{1,3}\d+$|^R\d*C?\d*$|^C\d*$/i.test(sheet)
    ? sheet
    : quoted(sheet);
