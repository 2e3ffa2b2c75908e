import { answer, type Answer, type Reason } from "./answer";
import { refuseOverLimit } from "./edition-limits";
import { priceText } from "./money";
import { Problem } from "./problem";
import type { CalType, NamedCalType, Product } from "./product";
import { remarks } from "./remarks";
import { bothCounts, noCalsRequired, onlyKnownType, type Group } from "./required-cals";
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
  const none = noCalsRequired(product, terms);
  if (none) return answer("None", first, none, ...remarks(product, terms));
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
  const difference = Math.abs(userTotal - deviceTotal);
  const tie = sameCost(userTotal, deviceTotal);
  const type = cheaperType(userTotal, deviceTotal);
  const why = terms.reason(tie ? "same-cost" : "cheaper-type", {
    users,
    devices,
    userPrice: priceText(user),
    devicePrice: priceText(device),
    userTotal: priceText(userTotal),
    deviceTotal: priceText(deviceTotal),
    calType: type,
    difference: priceText(difference),
  });
  return { type, why };
}

/** The type that costs less; User on a tie. */
export const cheaperType = (userTotal: number, deviceTotal: number): CalType =>
  sameCost(userTotal, deviceTotal) || userTotal < deviceTotal ? "User" : "Device";

const sameCost = (a: number, b: number): boolean =>
  Math.abs(a - b) <= roundingError * Math.max(a, b);

/** 3 x 0.10 and 1 x 0.30 are the same money, though not the same floating-point number. */
const roundingError = 1e-9;
