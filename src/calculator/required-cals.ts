import { answer, type Answer, type Reason } from "./answer";
import { refuseOverLimit, unknownUserLimit } from "./edition-limits";
import { Problem } from "./problem";
import type { CalType, NamedCalType, Product } from "./product";
import { remarks } from "./remarks";
import type { Terms } from "./terms";

/** A group of people and the devices they use. A count that is undefined is not known. */
export interface Group {
  readonly users?: number;
  readonly devices?: number;
}

/** CALs of one type. `None` and 0 where the edition needs none. */
export interface CalCount {
  readonly calType: NamedCalType;
  readonly count: number;
}

/**
 * The CALs of one type that are enough for a group that uses a server: of the type named, else of the
 * type with the smaller count, User on a tie.
 */
export function requiredCals(
  product: Product,
  group: Group,
  named: NamedCalType | undefined,
  terms: Terms,
): Answer<CalCount> {
  refuseOverLimit(product, group, terms);
  const first = terms.reason("server-license-alone");
  const told = remarks(product, terms);
  const none = noCalsRequired(product, terms);
  if (none) return answer({ calType: "None", count: 0 }, first, none, ...told);
  const { calType, why } = chosenType(product, group, named, terms);
  const count = countOf(group, calType);
  return answer(
    { calType, count },
    first,
    ...bothCounts(group, terms),
    why,
    terms.reason("who-counts"),
    ...product.cal.remarks.map((remark) => terms.reason(remark)),
    ...unknownUserLimit(product, group, terms),
    ...told,
  );
}

/** Why an edition needs no CALs; undefined where it needs them; a Problem where no source confirms it. */
export function noCalsRequired(product: Product, terms: Terms): Reason | undefined {
  const { name, calsRequired } = product;
  if (calsRequired.value === true) return undefined;
  if (calsRequired.value === false) {
    return terms.reason("no-cals-required", { edition: name }, calsRequired);
  }
  const reason = terms.reason("requirement-not-confirmed", { edition: name }, calsRequired);
  throw new Problem("not-confirmed", reason.says, [reason]);
}

/** What a User count and a Device count would be, for those that are known. */
export function bothCounts({ users, devices }: Group, terms: Terms): Reason[] {
  const reasons: Reason[] = [];
  if (users !== undefined) reasons.push(terms.reason("user-cal", { users }));
  if (devices !== undefined) reasons.push(terms.reason("device-cal", { devices }));
  return reasons;
}

/** The type where only one count is known, and the reason; undefined where both are. */
export function onlyKnownType(
  { users, devices }: Group,
  terms: Terms,
): { calType: CalType; why: Reason } | undefined {
  if (users === undefined && devices === undefined) {
    throw new Problem(
      "not-understood",
      "Users and devices are both blank or 0. Give the number of people, of devices, or both.",
    );
  }
  if (users !== undefined && devices !== undefined) return undefined;
  const calType = users === undefined ? "Device" : "User";
  const unknown = users === undefined ? "Users" : "Devices";
  return { calType, why: terms.reason("one-count-known", { calType, unknown }) };
}

/** The type to count, and why: the one named, the one whose count is known, or the one with fewer. */
export function chosenType(
  product: Product,
  group: Group,
  named: NamedCalType | undefined,
  terms: Terms,
): { calType: CalType; why: Reason } {
  if (named === "None") {
    throw new Problem(
      "not-understood",
      `CAL type is None, but ${product.name} needs CALs. Give User or Device, or leave it out.`,
    );
  }
  if (named) {
    const count = group[named === "User" ? "users" : "devices"];
    if (count === undefined) {
      const missing = named === "User" ? "Users" : "Devices";
      throw new Problem(
        "not-understood",
        `CAL type is ${named}, but ${missing} is blank or 0. Give the number of ${missing.toLowerCase()}.`,
      );
    }
    return { calType: named, why: terms.reason("type-named", { calType: named, count }) };
  }
  const known = onlyKnownType(group, terms);
  if (known) return known;
  const calType = group.users! <= group.devices! ? "User" : "Device";
  const facts = { calType, count: countOf(group, calType) };
  return { calType, why: terms.reason("user-or-device", facts) };
}

export function countOf(group: Group, calType: CalType): number {
  return (calType === "User" ? group.users : group.devices)!;
}
