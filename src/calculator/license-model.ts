import { answer, type Answer } from "./answer";
import type { Product } from "./product";
import type { Terms } from "./terms";

/** How an edition is licensed, such as "Server + CAL", and what one server license covers. */
export function licenseModel({ name, model, unit, cites }: Product, terms: Terms): Answer<string> {
  const because = [terms.reason("license-model", { edition: name, model }, { cites })];
  if (unit) because.push(terms.reason(unit.rule));
  return answer(model, ...because);
}
