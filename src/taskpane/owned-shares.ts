import { Problem } from "../calculator/problem";
import { questions } from "../functions/questions";
import { coversName, kindOf, type OwnedKind } from "../workbook/owned-cals";
import type { OwnedEntry } from "../workbook/questionnaire";

/** Owned CALs of which no one can say whether they reach a server. They are not counted. */
export interface OwnedNote {
  readonly what: string;
  readonly cal: string;
  readonly problem: Problem;
}

export interface DemandToServe {
  readonly kind: OwnedKind;
  readonly server: string;
  readonly type: unknown;
  readonly need: number;
}

/** Gives a demand what owned CALs have left for it, and takes that from `left`. */
export function shareOut(
  owned: readonly OwnedEntry[],
  left: number[],
  { kind, server, type, need }: DemandToServe,
): { total: number; unclear: Omit<OwnedNote, "what">[] } {
  let total = 0;
  const unclear: Omit<OwnedNote, "what">[] = [];
  owned.forEach((entry, i) => {
    if (entry.calType !== type || kindOf(entry) !== kind) return;
    const reaches = covers(entry, server);
    if (reaches instanceof Problem) unclear.push({ cal: entry.cal, problem: reaches });
    if (reaches !== true) return;
    const share = Math.max(0, Math.min(left[i], need - total));
    left[i] -= share;
    total += share;
  });
  return { total, unclear };
}

function covers(entry: OwnedEntry, server: string): boolean | Problem {
  try {
    return questions.COVERS.ask([coversName(entry), server]).value;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem;
  }
}
