/** What a cell can be given: text, number, truth, or null to leave it as it is. */
export type CellValue = string | number | boolean | null;

/**
 * Text that stays text in a cell, whatever it looks like: what comes from a list is never a formula, a
 * number or a date. Only Excel knows what it would read otherwise, so nothing is left to a guess.
 */
export const asText = (text: string): string => (text === "" ? text : `'${text}`);

/**
 * What to give a cell so that it holds again what it held. Formulas and errors come back as they are
 * written; text is marked as text, for "=1+1" may have been one.
 */
export function asItWas(formula: CellValue, value: CellValue, valueType: string): CellValue {
  const isText = formula === value && valueType === "String";
  return isText ? asText(String(value)) : formula;
}
