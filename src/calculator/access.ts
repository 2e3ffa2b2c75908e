import { needsText, ruleOn, whyNeeded, type AccessKind, type AccessRule } from "./access-kind";
import { answer, type Answer } from "./answer";
import { refuseOverLimit } from "./edition-limits";
import { Problem } from "./problem";
import type { Product } from "./product";
import { noCalsRequired } from "./required-cals";
import type { Terms } from "./terms";

/** How many CALs a number of accesses of one kind need; of any edition that needs CALs if none is named. */
export function calsForAccess(
  kind: AccessKind,
  given: number | undefined,
  product: Product | undefined,
  terms: Terms,
): Answer<number> {
  const count = given ?? 1;
  refuseOtherVersions(kind, product, terms);
  if (product && kind.counts) refuseOverLimit(product, { [kind.counts]: count }, terms);
  const none = product && noCalsRequired(product, terms);
  if (none) return answer(0, none, ...product.remarks.map((remark) => terms.reason(remark)));
  const rule = decidedRule(kind, product, terms);
  const needed = neededOf(rule, count, terms);
  const because = [
    terms.reason("server-license-alone"),
    whyNeeded(kind, rule, terms),
    terms.reason("accesses-counted", { kind: kind.name, count, needed }),
  ];
  if (given === undefined) because.push(terms.reason("count-left-out"));
  if (needed > 0 && kind.external && product?.hasConnector !== false)
    because.push(terms.reason("connector-instead"));
  return answer(needed, ...because, ...kind.remarks.map((remark) => terms.reason(remark)));
}

/** Refuses a kind of access that servers of this version do not have; of the newest where none is named. */
function refuseOtherVersions({ only }: AccessKind, product: Product | undefined, terms: Terms) {
  const age = product?.age ?? 0;
  if (!only || (age >= only.newest && age <= only.oldest)) return;
  const reason = terms.reason(only.rule);
  const given = product ? `Edition is ${product.name}` : "Edition is blank";
  const advice = `Give an edition ${only.since === undefined ? `up to ${only.upTo}` : `of ${only.since} or later`}, or another kind of access.`;
  throw new Problem("not-understood", `${given}. ${reason.says} ${advice}`, [reason]);
}

/** The rule that decides; a Problem where the version is wanted, or no source tells. */
function decidedRule(kind: AccessKind, product: Product | undefined, terms: Terms): AccessRule {
  const rule = ruleOn(kind, product);
  if (!rule) {
    throw new Problem(
      "not-understood",
      `Edition is blank, and its version decides for “${kind.name}”: ${needsText(kind, terms)}. Give the edition, such as Windows Server 2022 Standard.`,
      [kind.since!, kind].map((known) => whyNeeded(kind, known, terms)),
    );
  }
  if (rule.needs === "unconfirmed") {
    const reason = whyNeeded(kind, rule, terms);
    throw new Problem("not-confirmed", reason.says, [reason]);
  }
  return rule;
}

function neededOf({ needs }: AccessRule, count: number, terms: Terms): number {
  if (needs === "none") return 0;
  if (needs === "each") return count;
  return Math.max(0, count - terms.values("administration").exempt);
}
