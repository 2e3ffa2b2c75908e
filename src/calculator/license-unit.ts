import { answer, type Answer } from "./answer";
import { Problem } from "./problem";
import type { LicenseUnit, Product } from "./product";
import type { Terms } from "./terms";

/** In what the server licenses of an edition are counted, such as "core". */
export function licenseUnit(product: Product, terms: Terms): Answer<string> {
  const unit = unitOf(product, terms);
  const facts = { edition: product.name, unit: unit.name };
  const what = terms.reason(unit.rule);
  if (unit.counts === "nothing") return answer(unit.name, what);
  return answer(unit.name, terms.reason("license-unit", facts, product), what);
}

/** The unit, or a Problem where no source tells. */
export function unitOf({ name, unit, cites }: Product, terms: Terms): LicenseUnit {
  if (unit) return unit;
  const facts = { what: "The unit of the server licenses", subject: name };
  const reason = terms.reason("not-confirmed", facts, { cites });
  throw new Problem("not-confirmed", reason.says, [reason]);
}
