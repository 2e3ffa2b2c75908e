import { faultOf, readers } from "./entry-readers";
import { answerRequirement } from "./requirement-answers";
import type { Reason } from "../calculator/answer";
import { Problem } from "../calculator/problem";
import type { StrandedLine } from "../calculator/stranded";
import { cals } from "../cals";
import { isPlainCal } from "../workbook/owned-cals";
import { isTyped, type Questionnaire } from "../workbook/questionnaire";

/** What one newer server does to what a buyer owns, and to what everyone who reaches it needs. */
export interface NewServer {
  readonly lines: readonly StrandedLine[];
  /** CALs to buy for the groups; undefined where none were counted. */
  readonly toBuy?: number;
  /** As many of these as Software Assurance on all owned CALs would have spared. */
  readonly spared?: number;
  readonly because: readonly Reason[];
}

/** What happens when a server goes in that everyone reaches, or why that cannot be told. */
export function newServer(questionnaire: Questionnaire, edition: string): NewServer | Problem {
  try {
    return told(questionnaire, edition);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem;
  }
}

function told(questionnaire: Questionnaire, edition: string): NewServer {
  // Suites and plans have no version to be stranded, and RDS CALs are for session hosts alone.
  const owned = questionnaire.owned
    .filter((entry) => isPlainCal(entry) && isTyped(entry.quantity))
    .filter(({ quantity }) => !faultOf(readers.quantity, quantity))
    .map((entry) => ({ ...entry, quantity: Number(entry.quantity) }));
  const stranded = owned.length > 0 ? cals.stranded({ owned, edition }) : undefined;
  const now = toBuyOn(questionnaire, edition);
  const all = questionnaire.owned.map((entry) => ({ ...entry, softwareAssurance: true }));
  const assured = toBuyOn({ ...questionnaire, owned: all }, edition);
  const isCounted = now !== undefined && assured !== undefined;
  return {
    lines: stranded?.value ?? [],
    ...(isCounted ? { toBuy: now, spared: now - assured } : {}),
    because: stranded?.because ?? [],
  };
}

/** CALs to buy if every group reaches this server, which is taken to come without CALs in its box. */
function toBuyOn(questionnaire: Questionnaire, edition: string): number | undefined {
  const none = { users: "", devices: "" };
  const groups = questionnaire.groups.map((group) => ({
    ...group,
    ...{ edition, channel: "Volume", servers: "" },
  }));
  const { rows } = answerRequirement({
    ...questionnaire,
    groups,
    remote: { ...questionnaire.remote, ...none },
    external: { ...questionnaire.external, users: "", servers: "" },
    devices: { edition: "", devices: "" },
  });
  if (rows.length === 0) return undefined;
  return rows.reduce((sum, { cells }) => {
    const cell = cells["To buy"]!;
    if ("problem" in cell) throw cell.problem;
    return sum + Number(cell.value);
  }, 0);
}
