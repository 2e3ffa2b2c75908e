import { answer, type Answer } from "./answer";
import { dearerFrom } from "./dearer-from";
import { refuseOverLimit } from "./edition-limits";
import { unitOf } from "./license-unit";
import { priceText } from "./money";
import { Problem } from "./problem";
import type { LicenseUnit, Product } from "./product";
import { hardwareLicenses, type Hardware } from "./server-hardware";
import type { Terms } from "./terms";

/** The two editions of a version. A price is that of a large pack of cores, or of one license. */
export interface Editions {
  readonly standard: Product;
  readonly datacenter: Product;
  readonly standardPrice?: number;
  readonly datacenterPrice?: number;
}

/** The first number of virtual machines on one server for which Datacenter is strictly cheaper than Standard. */
export function datacenterBreakEven(
  { standard, datacenter, standardPrice, datacenterPrice }: Editions,
  hardware: Hardware,
  terms: Terms,
): Answer<number> {
  const unit = sharedUnit(standard, datacenter, terms);
  const prices = {
    standard: given("Standard price", standardPrice),
    datacenter: given("Datacenter price", datacenterPrice),
  };
  const { value: licenses, because } = hardwareLicenses(unit, hardware, terms);
  refuseOverLimit(standard, { processors: hardware.processors }, terms);
  const server = purchase(unit, licenses, terms);
  const price = prices.standard * server.share;
  const total = prices.datacenter * server.share * server.countOf(1);
  const sets = server.setsWith(dearerFrom(price, total));
  const cost = (sets: number) => priceText(price * server.countOf(sets));
  const told = [...because, ...(server.reason ? [server.reason] : [])];
  if (sets <= 1) {
    const facts = { datacenter: priceText(total), standard: cost(1) };
    return answer(0, ...told, terms.reason("datacenter-at-once", facts));
  }
  const most = (sets - 1) * vmsOf(standard);
  const vms = most + 1;
  const costs = { datacenter: priceText(total), before: cost(sets - 1), standard: cost(sets) };
  return answer(vms, ...told, terms.reason("datacenter-from", { ...costs, most, vms }));
}

/** What is bought for one server that is licensed once, twice, and so on, for its virtual machines. */
interface Purchase {
  /** How many of the priced thing are one of what is bought. */
  readonly share: number;
  readonly countOf: (sets: number) => number;
  /** The first number of times with at least so many bought. */
  readonly setsWith: (count: number) => number;
  readonly reason?: ReturnType<Terms["reason"]>;
}

function purchase(unit: LicenseUnit, licenses: number, terms: Terms): Purchase {
  if (unit.counts !== "cores") {
    const countOf = (sets: number) => Math.max(licenses, sets);
    return { share: 1, countOf, setsWith: (count) => (count <= licenses ? 1 : count) };
  }
  const { small, large } = terms.values("core-packs");
  const countOf = (sets: number) => Math.ceil((licenses * sets) / small);
  return {
    share: small / large,
    countOf,
    setsWith: (count) => Math.floor(((count - 1) * small) / licenses) + 1,
    reason: terms.reason("price-of-cores", { small, large, packs: countOf(1) }),
  };
}

/** Prices compare only where both editions are counted in one unit. */
function sharedUnit(standard: Product, datacenter: Product, terms: Terms): LicenseUnit {
  const [one, other] = [standard, datacenter].map((product) => unitOf(product, terms));
  if (one === other) return one;
  const because = [standard, datacenter].map((product, i) =>
    terms.reason("license-unit", { edition: product.name, unit: [one, other][i].name }, product),
  );
  const message = `${because.map(({ says }) => says).join(" ")} Give a version that counts both in one unit, such as 2012 or later.`;
  throw new Problem("not-understood", message, because);
}

function vmsOf({ name, vms }: Product): number {
  if (typeof vms.value === "number") return vms.value;
  throw new Error(`${name} has no number of virtual machines to compare.`);
}

function given(label: string, price: number | undefined): number {
  if (price !== undefined) return price;
  throw new Problem("not-understood", `${label} is blank or 0. Give the prices of both editions.`);
}
