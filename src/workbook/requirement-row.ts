import type { OwnedKind } from "./owned-cals";
import type { Questionnaire } from "./questionnaire";
import type { AnswerColumn, Ask, Formula, InputColumn } from "./requirement-formula";

/** One thing to buy or to know: what was typed for it, and how its cells are worked out. */
export interface RequirementRow {
  readonly inputs: Readonly<Partial<Record<InputColumn, string>>>;
  /** A column left out does not apply to this row. */
  readonly formulas: Readonly<Partial<Record<AnswerColumn, Formula>>>;
  /** The question that the row stands on; its reasons are the row's. */
  readonly asks: Ask;
  /** The kind of owned CALs that can serve it. */
  readonly takesOwned?: OwnedKind;
}

/** The counts with the reserve on top. */
export const planned: RequirementRow["formulas"] = {
  "Planned users": { kind: "grown", column: "Users" },
  "Planned devices": { kind: "grown", column: "Devices" },
};
/** The server of the first group, where no other is named. */
export const editionOf = ({ edition }: { edition: string }, { groups }: Questionnaire): string =>
  edition || groups[0].edition;
