import { answer, type Answer } from "./answer";
import { refuseOverLimit } from "./edition-limits";
import type { Product } from "./product";
import { noCalsRequired } from "./required-cals";
import type { Terms } from "./terms";

/** A kind of access, and the rule that says what it needs. */
export interface AccessKind {
  readonly name: string;
  readonly needs: "each" | "none" | "beyond-exempt";
  readonly rule: string;
  /** What a limit of an edition counts them as, if it counts them. */
  readonly counts?: "users" | "devices";
}

/** How many CALs a number of accesses of one kind need; of any edition that needs CALs if none is named. */
export function calsForAccess(
  kind: AccessKind,
  given: number | undefined,
  product: Product | undefined,
  terms: Terms,
): Answer<number> {
  const count = given ?? 1;
  if (product && kind.counts) refuseOverLimit(product, { [kind.counts]: count }, terms);
  const none = product && noCalsRequired(product, terms);
  if (none) return answer(0, none, ...product.remarks.map((remark) => terms.reason(remark)));
  const needed = neededOf(kind, count, terms);
  const because = [
    terms.reason("server-license-alone"),
    terms.reason(kind.rule, { count, needed }),
  ];
  if (given === undefined) because.push(terms.reason("count-left-out"));
  return answer(needed, ...because);
}

function neededOf(kind: AccessKind, count: number, terms: Terms): number {
  if (kind.needs === "none") return 0;
  if (kind.needs === "each") return count;
  return Math.max(0, count - terms.values("administration").exempt);
}
