import { answer, type Answer, type Reason } from "./answer";
import { Problem } from "./problem";
import type { Cal, Product } from "./product";
import { remarks } from "./remarks";
import { noCalsRequired } from "./required-cals";
import type { Terms } from "./terms";

/** Whether a CAL, by family and version, gives access to a server. */
export function covers(cal: Cal, product: Product, terms: Terms): Answer<boolean> {
  const none = noCalsRequired(product, terms);
  if (none) return answer(true, none);
  const needed = product.cal;
  if (cal.family !== needed.family) return otherFamily(cal, product, terms);
  const reaches = cal.age <= needed.age;
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
  const { unclear } = cal;
  if (unclear?.family === product.cal.family && product.cal.age >= unclear.age) {
    const facts = { cal: cal.name, edition: product.name };
    const reason = terms.reason("access-not-confirmed", facts, unclear);
    throw new Problem("not-confirmed", reason.says, [reason]);
  }
  const facts = { cal: cal.name, edition: product.name, needed: product.cal.name };
  return answer(false, terms.reason("family-differs", facts));
}

/** No CAL was made for an R2 of Windows Server; it asks for the CAL of the version before it. */
export function r2Reason(
  { family, version, cal }: Pick<Product, "family" | "version" | "cal">,
  terms: Terms,
): Reason[] {
  if (family !== cal.family || version === cal.version) return [];
  return [terms.reason("r2-has-no-cal", { version, calVersion: cal.version })];
}
