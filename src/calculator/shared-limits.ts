import type { Reason } from "./answer";
import { limitText } from "./edition-limits";
import type { PlannedGroup } from "./plan-group";
import type { Product } from "./product";
import type { Terms } from "./terms";

const limited = ["users", "devices"] as const;

/**
 * A table does not tell whether groups share one server. Where those that name an edition are together over its
 * limit, this is the warning, by edition.
 */
export function sharedLimits(
  planned: readonly PlannedGroup[],
  terms: Terms,
): ReadonlyMap<Product, Reason> {
  const groups = new Map<Product, PlannedGroup[]>();
  for (const group of planned) {
    for (const product of group.products) {
      const others = groups.get(product);
      if (others) others.push(group);
      else groups.set(product, [group]);
    }
  }
  const warnings = new Map<Product, Reason>();
  for (const [product, sharing] of groups) {
    const warning = sharing.length > 1 && warningOf(product, sharing, terms);
    if (warning) warnings.set(product, warning);
  }
  return warnings;
}

function warningOf(
  product: Product,
  sharing: readonly PlannedGroup[],
  terms: Terms,
): Reason | undefined {
  for (const name of limited) {
    const limit = product.limits[name];
    const count = sharing.reduce((sum, { people }) => sum + (people[name] ?? 0), 0);
    if (typeof limit.value !== "number" || count <= limit.value) continue;
    const together = `${count} ${name}`;
    const text = limitText(name, limit.value);
    const facts = { edition: product.name, groups: sharing.length, limit: text, together };
    return terms.reason("limit-shared", facts, limit);
  }
  return undefined;
}
