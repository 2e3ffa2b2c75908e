import type { Reason } from "./answer";
import { includedCals } from "./included-cals";
import type { Lot } from "./owned-pool";
import type { PlannedGroup } from "./plan-group";
import type { Channel, Product } from "./product";
import { remarks } from "./remarks";
import { noCalsRequired } from "./required-cals";
import { leftOut, type BadRow } from "./table-row";
import type { Terms } from "./terms";

/** The reasons of a whole plan: each once, whatever the number of its groups. */
export function planReasons(
  planned: readonly PlannedGroup[],
  warnings: Iterable<Reason>,
  lots: readonly Lot[],
  bad: readonly BadRow[],
  terms: Terms,
): readonly Reason[] {
  return distinct([
    terms.reason("server-license-alone"),
    terms.reason("same-people"),
    ...totals(planned, terms),
    ...leftOut(bad, terms),
    ...bad.flatMap(({ trouble }) => trouble.because),
    ...warnings,
    ...serversReached(planned, terms),
    ...planned.flatMap(({ remarks }) => remarks),
    ...inBoxes(planned, terms),
    ...ownedUsed(lots, terms),
    terms.reason("type-by-group"),
    terms.reason("who-counts"),
  ]);
}

/** Different rows may tell the same, and a reader needs it once. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [reason.rule + reason.says, reason])).values()];
}

function totals(planned: readonly PlannedGroup[], terms: Terms): Reason[] {
  if (planned.length === 0) return [];
  const sum = (of: (group: PlannedGroup) => number) =>
    planned.reduce((total, group) => total + of(group), 0);
  const facts = {
    groups: planned.length,
    required: sum(({ required }) => required),
    included: sum(({ included }) => included),
    covered: sum(({ covered }) => covered),
    toBuy: sum(({ toBuy }) => toBuy),
  };
  return [terms.reason("plan-total", facts)];
}

/** What is told of every server that groups reach, and of the CALs it asks for. */
function serversReached(planned: readonly PlannedGroup[], terms: Terms): Reason[] {
  const products = new Set(planned.flatMap(({ products }) => products));
  const newest = new Set(planned.flatMap(({ newest }) => newest ?? []));
  return [
    ...[...newest].flatMap(({ cal }) => cal.remarks.map((remark) => terms.reason(remark))),
    ...[...products].flatMap((product) => {
      const none = noCalsRequired(product, terms);
      return none ? [none, ...remarks(product, terms)] : remarks(product, terms);
    }),
  ];
}

/** The boxes of one edition and channel are told together. */
function inBoxes(planned: readonly PlannedGroup[], terms: Terms): readonly Reason[] {
  interface Boxes {
    readonly product: Product;
    readonly channel?: Channel;
    servers: number;
  }
  const all = new Map<string, Boxes>();
  for (const { product, channel, servers } of planned.flatMap(({ boxes }) => boxes)) {
    const key = `${product.id} ${channel}`;
    const boxes = all.get(key) ?? { product, channel, servers: 0 };
    boxes.servers += servers;
    all.set(key, boxes);
  }
  return [...all.values()].flatMap(
    ({ product, channel, servers }) => includedCals(product, channel, servers, terms).because,
  );
}

function ownedUsed(lots: readonly Lot[], terms: Terms): Reason[] {
  if (lots.length === 0) return [];
  const used = lots.map(
    ({ cal, calType, softwareAssurance, quantity, left }) =>
      `${quantity - left} of ${quantity} ${cal.name} (${calType})${softwareAssurance ? " with Software Assurance" : ""}`,
  );
  const reasons = [terms.reason("oldest-owned-first", { used: used.join("; ") })];
  if (lots.some(({ softwareAssurance }) => softwareAssurance))
    reasons.push(terms.reason("software-assurance"));
  return reasons;
}
