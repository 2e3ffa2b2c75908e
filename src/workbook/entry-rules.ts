import { data } from "../catalog/data";

/** What helps a buyer to fill in a column: a drop-down list or a rule, and a note at the cell. */
export interface EntryRule {
  readonly rule: Excel.DataValidationRule;
  readonly note: string;
  /** Shown where the entry breaks the rule; without it anything may be entered. */
  readonly refusal?: string;
}

const wholeNumber: Excel.DataValidationRule = {
  wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" },
};
const aWholeNumber = "A whole number, 0 or more. Blank where it is not known.";

/** For any count. */
export const wholeNumberRule: Omit<EntryRule, "note"> = {
  rule: wholeNumber,
  refusal: aWholeNumber,
};

const list = (source: string): Excel.DataValidationRule => ({
  list: { inCellDropDown: true, source },
});
/** The words of a closed list, typed into the rule itself. */
const listOf = (words: object) => list(Object.keys(words).join(","));

/** By column of the worksheet. Names may be written as people write them, so lists refuse nothing. */
export const entryRules = (productSource: string): Readonly<Record<string, EntryRule>> => ({
  Product: {
    rule: list(productSource),
    note: "A server product. Choose it, or write its name as you know it.",
  },
  Users: {
    rule: wholeNumber,
    note: "People who use the server, at work or at home. Blank: not known.",
    refusal: aWholeNumber,
  },
  Devices: {
    rule: wholeNumber,
    note: "Devices that reach the server, phones and home PCs too. Blank: not known.",
    refusal: aWholeNumber,
  },
  "CAL type": {
    rule: listOf(data.words.calTypes),
    note: "The formula takes the smaller count. Choose another type to write over it.",
  },
  Channel: {
    rule: listOf(data.words.channels),
    note: "How the server is bought. Blank: OEM. One row is one server license with the CALs in its box: where two groups share a server, give them one row, or the box counts twice.",
  },
  Owned: {
    rule: wholeNumber,
    note: "CALs you have of this type, of a version that reaches this server.",
    refusal: aWholeNumber,
  },
});

export function applyRule(
  cells: Excel.Range,
  title: string,
  { rule, note, refusal }: EntryRule,
): void {
  const { dataValidation } = cells;
  dataValidation.rule = rule;
  dataValidation.prompt = { showPrompt: true, title, message: note };
  dataValidation.errorAlert = {
    showAlert: refusal !== undefined,
    style: "Stop",
    title,
    message: refusal ?? "",
  };
}
