import { answer, type Answer, type Reason } from "./answer";
import { refuseOverLimit } from "./edition-limits";
import { Problem } from "./problem";
import type { CalType, NamedCalType, Product } from "./product";
import { bothCounts, calsAreRequired, onlyKnownType, type Group } from "./required-cals";
import type { Terms } from "./terms";

/** Prices of one CAL, in any one currency. Undefined where not given. */
export interface TypePrices {
  readonly user?: number;
  readonly device?: number;
}

/** The cheaper CAL type for a group: by cost where both prices are given, else by count. */
export function calType(
  product: Product,
  group: Group,
  prices: TypePrices,
  terms: Terms,
): Answer<NamedCalType> {
  refuseOverLimit(product, group, terms);
  const first = terms.reason("server-license-alone");
  if (!calsAreRequired(product, terms)) {
    const none = terms.reason("no-cals-required", { edition: product.name }, product.calsRequired);
    return answer("None", first, none, ...product.remarks.map((remark) => terms.reason(remark)));
  }
  const both = bothPrices(prices);
  const counts = bothCounts(group, terms);
  const known = onlyKnownType(group, terms);
  if (known) return answer(known.calType, first, ...counts, known.why);
  const { type, why } = both
    ? byCost(group.users!, group.devices!, both, terms)
    : byCount(group.users!, group.devices!, terms);
  return answer(type, first, ...counts, why, terms.reason("who-counts"));
}

function bothPrices({ user, device }: TypePrices): Required<TypePrices> | undefined {
  if (user === undefined && device === undefined) return undefined;
  if (user !== undefined && device !== undefined) return { user, device };
  const missing = user === undefined ? "User price" : "Device price";
  throw new Problem(
    "not-understood",
    `${missing} is blank or 0. Give the prices of a User CAL and of a Device CAL, or neither.`,
  );
}

function byCount(users: number, devices: number, terms: Terms): { type: CalType; why: Reason } {
  const type = users <= devices ? "User" : "Device";
  return { type, why: terms.reason("compared-by-count", { calType: type }) };
}

function byCost(
  users: number,
  devices: number,
  { user, device }: Required<TypePrices>,
  terms: Terms,
): { type: CalType; why: Reason } {
  const userTotal = users * user;
  const deviceTotal = devices * device;
  const type = userTotal <= deviceTotal ? "User" : "Device";
  const difference = Math.abs(userTotal - deviceTotal);
  const why = terms.reason("cheaper-type", {
    users,
    devices,
    userPrice: price(user),
    devicePrice: price(device),
    userTotal: price(userTotal),
    deviceTotal: price(deviceTotal),
    calType: type,
    comparison: difference === 0 ? "the same, and follow the person" : `${price(difference)} less`,
  });
  return { type, why };
}

/** Prices come from cells in the buyer's own currency, so two decimals are shown and no sign. */
const price = (value: number): string => value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");
