import { answer, type Answer, type Reason } from "./answer";
import { Problem } from "./problem";
import type { Cal, CalSuite, Product } from "./product";
import { remarks } from "./remarks";
import { noCalsRequired } from "./required-cals";
import type { Terms } from "./terms";

/**
 * Whether a CAL is a base CAL that reaches a server: of the family it asks for, and not older; undefined
 * where no source tells. An RDS CAL never is one, because it comes on top of a base CAL.
 */
export function isBaseCalFor(cal: Cal, product: Product): boolean | undefined {
  if (cal.additive) return false;
  if (cal.family === product.cal.family) return cal.age <= product.cal.age;
  if (cal.alsoFor?.products.includes(product.id)) return true;
  const { unclear } = cal;
  const isUnclear = unclear?.family === product.cal.family && product.cal.age >= unclear.age;
  return isUnclear ? undefined : false;
}

/**
 * Whether a suite takes the place of the base CAL that a server asks for; undefined where no source tells, or
 * where it depends on Software Assurance that is not there (`assured`). A suite that is `userOnly` does so
 * for people alone: never count it against Device CALs.
 */
export function holdsBaseCalFor(
  suite: CalSuite,
  assured: boolean,
  product: Product,
): boolean | undefined {
  if (product.cal.family !== suite.family) return false;
  if (suite.baseCal.value && suite.needsAssurance && !assured) return undefined;
  return suite.baseCal.value;
}

/** Whether a base CAL, by family and version, gives access to a server. */
export function covers(cal: Cal, product: Product, terms: Terms): Answer<boolean> {
  const none = noCalsRequired(product, terms);
  if (none) return answer(true, none);
  const needed = product.cal;
  const reaches = isBaseCalFor(cal, product);
  if (reaches === undefined || cal.family !== needed.family) {
    return otherFamily(cal, product, terms);
  }
  const facts = {
    cal: cal.name,
    edition: product.name,
    needed: needed.name,
    verdict: reaches ? "" : `, and ${cal.name} is older`,
  };
  return answer(
    reaches,
    terms.reason("version-rights", facts),
    ...r2Reason(product, terms),
    ...remarks(product, terms),
  );
}

/** The CAL an edition needs; "None" where it needs none. */
export function calNeeded(product: Product, terms: Terms): Answer<string> {
  const none = noCalsRequired(product, terms);
  if (none) return answer("None", none);
  const facts = { edition: product.name, cal: product.cal.name };
  return answer(
    product.cal.name,
    terms.reason("cals-required", facts, { cites: product.cites }),
    ...r2Reason(product, terms),
    ...remarks(product, terms),
  );
}

function otherFamily(cal: Cal, product: Product, terms: Terms): Answer<boolean> {
  if (isBaseCalFor(cal, product) === undefined) {
    const facts = { cal: cal.name, edition: product.name };
    const reason = terms.reason("access-not-confirmed", facts, cal.unclear);
    throw new Problem("not-confirmed", reason.says, [reason]);
  }
  const facts = { cal: cal.name, edition: product.name, needed: product.cal.name };
  if (!isBaseCalFor(cal, product)) return answer(false, terms.reason("family-differs", facts));
  const counts = terms.reason("cal-of-other-family", facts, cal.alsoFor);
  return answer(true, counts, ...remarks(product, terms));
}

/** No CAL was made for an R2 of Windows Server; it asks for the CAL of the version before it. */
export function r2Reason(
  { family, version, cal }: Pick<Product, "family" | "version" | "cal">,
  terms: Terms,
): Reason[] {
  if (family !== cal.family || version === cal.version) return [];
  return [terms.reason("r2-has-no-cal", { version, calVersion: cal.version })];
}
