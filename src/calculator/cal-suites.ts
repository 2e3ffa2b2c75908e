import { answer, type Answer, type Reason } from "./answer";
import { Problem } from "./problem";
import type { CalSuite, CalType, Product } from "./product";
import { remarks } from "./remarks";
import { noCalsRequired } from "./required-cals";
import type { Terms } from "./terms";
import { holdsBaseCalFor } from "./version-rights";

/** A suite as somebody has it: with active Software Assurance or without, and for whom, where that was said. */
export interface OwnedSuite {
  readonly suite: CalSuite;
  readonly assured: boolean;
  readonly type?: CalType;
}

/** Whether a suite takes the place of the base CAL that a server asks for. */
export function suiteCovers(owned: OwnedSuite, product: Product, terms: Terms): Answer<boolean> {
  const { suite, assured, type } = owned;
  const none = noCalsRequired(product, terms);
  if (none) return answer(true, none);
  const holds = holdsBaseCalFor(suite, assured, product);
  if (holds === undefined) throw notConfirmed(owned, terms);
  const facts = { suite: suite.name, cal: suite.name, edition: product.name };
  const needed = product.cal.name;
  if (!holds) {
    const rule = suite.baseCal.value ? "family-differs" : "suite-without-base-cal";
    return answer(false, terms.reason(rule, { ...facts, needed }, lacking(suite)));
  }
  return answer(
    !(suite.userOnly && type === "Device"),
    terms.reason("suite-base-cal", facts, suite.baseCal),
    ...lastingReasons(suite, terms),
    terms.reason("suite-without-rds"),
    ...remarks(product, terms),
  );
}

/** How long a suite covers, and whom. */
export function lastingReasons(suite: CalSuite, terms: Terms): Reason[] {
  const facts = { suite: suite.name };
  const lasts = terms.reason(
    suite.needsAssurance ? "suite-assurance" : "suite-subscription",
    facts,
  );
  return suite.userOnly ? [lasts, terms.reason("suite-user-only", facts)] : [lasts];
}

/** Refuses a suite that does not count as base CALs of a type, and says why. */
export function refuseUncounted(
  suite: CalSuite,
  calType: CalType,
  assured: boolean,
  terms: Terms,
): void {
  const { name, baseCal, userOnly, needsAssurance } = suite;
  if (baseCal.value === undefined || (baseCal.value && needsAssurance && !assured)) {
    throw notConfirmed({ suite, assured }, terms);
  }
  const facts = { suite: name };
  const reason = !baseCal.value
    ? terms.reason("suite-without-base-cal", facts, baseCal)
    : userOnly && calType === "Device" && terms.reason("suite-user-only", facts);
  if (reason) throw new Problem("not-understood", reason.says, [reason]);
}

/** What a suite that lacks the base CAL cites; where only the family differs, the rule's own sources speak. */
const lacking = ({ baseCal }: CalSuite) => (baseCal.value ? undefined : baseCal);

function notConfirmed({ suite }: OwnedSuite, terms: Terms): Problem {
  const facts = { suite: suite.name };
  const reason = suite.baseCal.value
    ? terms.reason("suite-assurance-missing", facts)
    : terms.reason("suite-not-confirmed", facts, suite.baseCal);
  return new Problem("not-confirmed", reason.says, [reason]);
}
