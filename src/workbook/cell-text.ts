/** What a cell can be given: text, number, truth, or null to leave it as it is. */
export type CellValue = string | number | boolean | null;

/** Read as a formula, or as a command by old spreadsheets. */
const startsFormula = /^[=+\-@\t\r]/;
/** A plain word at the start that is no date ("May 5") and no truth value. */
const plainlyText = /^\p{L}/u;
const readAsOther = /^(?:\p{L}{3,9}\.?[\s/-]*\d|(?:true|false)$)/iu;

/** Text that stays text in a cell, whatever it looks like: what comes from a list is never a formula. */
export function asText(text: string): string {
  if (text === "") return text;
  const safe = plainlyText.test(text) && !readAsOther.test(text) && !startsFormula.test(text);
  return safe ? text : `'${text}`;
}

/** What to give a cell so that it holds again what it held: a formula, or its value as it was. */
export function asItWas(formula: CellValue, value: CellValue): CellValue {
  const isConstant = formula === value;
  return isConstant && typeof value === "string" ? asText(value) : formula;
}
