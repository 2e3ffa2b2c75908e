import type { Reason } from "./answer";

/**
 * Why a question has no answer. `not-understood`: the question is broken. `not-in-catalog`: a name we
 * do not have. `not-confirmed`: no source tells. `over-limit`: the edition may not be used this way.
 */
export type ProblemKind = "not-understood" | "not-in-catalog" | "not-confirmed" | "over-limit";

/** The only thing the calculator throws. The message says what is wrong, where, and what to do. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    message: string,
    readonly because: readonly Reason[] = [],
  ) {
    super(message);
    this.name = "Problem";
  }
}
