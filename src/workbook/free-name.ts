import { folded } from "../calculator/folded";

/** The most characters that Excel takes for the name of a table, of a defined name and of a table's column. */
const longestName = 255;
const longestSheetName = 31;

/** The first of "CalsPrices", "CalsPrices2", … that no table and no defined name of the workbook has. */
export const freeDefinedName = (wanted: string, taken: Iterable<string>, space = ""): string =>
  freeName(definedName(wanted), taken, space, longestName);

/** The first of "CALS lists", "CALS lists 2", … that no sheet has. */
export const freeSheetName = (wanted: string, taken: Iterable<string>): string =>
  freeName(sheetName(wanted), taken, " ", longestSheetName);

/** The first of "Required", "Required 2", … that no column of the table has. */
export const freeHeader = (wanted: string, taken: Iterable<string>): string =>
  freeName(wanted, taken, " ", longestName);

/** Two names that are told apart needlessly would collide; one number too many does no harm. */
function freeName(wanted: string, taken: Iterable<string>, space: string, longest: number): string {
  const names = new Set([...taken].map(folded));
  let name = cut(wanted, longest);
  for (let i = 2; names.has(folded(name)); i++) {
    const end = `${space}${i}`;
    name = cut(wanted, longest - end.length) + end;
  }
  return name;
}

/** No half of a pair is left behind: a workbook with one could not be saved. */
const cut = (name: string, longest: number): string =>
  name.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");

/**
 * Letters of any script, digits, points and underscores, a letter or an underscore first. Characters of two
 * halves are left out: whether Excel takes them for letters is not known.
 */
function definedName(wanted: string): string {
  const name = wanted
    .normalize("NFKC")
    .replace(/[^\p{L}\p{M}\p{Nd}._]|[\u{10000}-\u{10FFFF}]/gu, "_")
    .replace(/^(?![\p{L}_])/u, "_");
  return likeAnAddress.test(name) || kept.test(name) ? `_${name}` : name;
}

/** A1 to XFD1048576 and beyond, and A, which a number behind it would make one; R1C1, R and C, and what they are in other languages, such as Z1S1. */
const likeAnAddress = /^([a-z]{1,3}\d*|[a-z]\d*([a-z]\d*)?)$/i;

/** What Excel keeps for itself: truth values, print areas, macros that run by themselves. */
const kept = /^(true$|false$|print_|auto_|_xl)/i;

/** Excel in Japanese refuses the wide forms of the forbidden characters, too. */
function sheetName(wanted: string): string {
  const name = cut(
    wanted.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF:\\/?*[\]：＼￥／？＊［］]/gu, "_"),
    longestSheetName,
  )
    .trim()
    .replace(/^'|'$/g, "_");
  return name === "" || /^history$/i.test(name) ? `${name}_` : name;
}
