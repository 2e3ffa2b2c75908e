import type { LicenseUnit } from "./product";
import type { Terms } from "./terms";

/** What server licenses of one server cost, at the price of a large pack of cores, or of one license. */
export function licenseCost(
  unit: LicenseUnit,
  licenses: number,
  price: number,
  terms: Terms,
): number {
  if (unit.counts !== "cores") return licenses * price;
  const { small, large } = terms.values("core-packs");
  return (Math.ceil(licenses / small) * price * small) / large;
}
