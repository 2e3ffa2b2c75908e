import { answer, type Answer, type Reason } from "./answer";
import { Problem } from "./problem";
import type { LimitName, Product } from "./product";
import type { Terms } from "./terms";

/** What is known of a group and its server; a count that is undefined is not known. */
export type Counts = Readonly<Partial<Record<LimitName, number>>>;

const limitNames: readonly LimitName[] = ["users", "devices", "processors", "cores"];

/** The limit of an edition, in units of its name; "None" where there is none. */
export function editionLimit(
  product: Product,
  name: LimitName,
  terms: Terms,
): Answer<number | "None"> {
  const limit = product.limits[name];
  if (limit.value === undefined) throw unconfirmedLimit(product, name, terms);
  const reason = limitReason(product, name, undefined, terms);
  return answer(limit.value === "none" ? "None" : limit.value, reason);
}

/**
 * Whether the counts are within the limits of the edition. What was not given, or has a limit that no
 * source confirms, is not checked; where nothing could be checked there is no answer.
 */
export function fits(product: Product, counts: Counts, terms: Terms): Answer<boolean> {
  const given = limitNames.filter((name) => counts[name] !== undefined);
  if (given.length === 0) {
    throw new Problem(
      "not-understood",
      "There is nothing to check. Give the number of users, devices, processors or cores.",
    );
  }
  const checked = given.filter((name) => product.limits[name].value !== undefined);
  if (checked.length === 0) throw unconfirmedLimit(product, given[0], terms);
  const reasons = given.map((name) => limitReason(product, name, counts[name], terms));
  const missing = limitNames.filter((name) => counts[name] === undefined);
  if (missing.length > 0) reasons.push(terms.reason("not-checked", { what: listed(missing) }));
  const over = checked.some((name) => exceeds(product, name, counts[name]));
  return answer(!over, ...reasons);
}

/** Refuses a count question about a group that the edition may not serve. */
export function refuseOverLimit(product: Product, counts: Counts, terms: Terms): void {
  const over = limitNames.find((name) => exceeds(product, name, counts[name]));
  if (!over) return;
  const next = editionThatFits(product.grow, counts);
  const advice = next
    ? `Move to ${next.name} or a later version; it needs ${next.cal.name}s, or those of the later version.`
    : "Move to an edition without this limit.";
  const reason = limitReason(product, over, counts[over], terms);
  const limit = limitText(over, product.limits[over].value);
  const message = `${product.name} is limited to ${limit}; ${givenText(over, counts[over]!)}. ${advice}`;
  throw new Problem("over-limit", message, [reason]);
}

/** A limit as a person reads it: "25 user accounts", "1 processor". */
export function limitText(name: LimitName, limit: number | "none" | undefined): string {
  const noun = name === "users" ? "user accounts" : name;
  return `${limit} ${limit === 1 ? noun.replace(/s$/, "") : noun}`;
}

const givenText = (name: LimitName, count: number): string =>
  count === 1 ? `1 ${name.replace(/s$/, "")} was given` : `${count} ${name} were given`;

/** That people were not checked against a limit, where no source tells whether there is one. */
export function unknownUserLimit(product: Product, { users }: Counts, terms: Terms): Reason[] {
  if (users === undefined || product.limits.users.value !== undefined) return [];
  return [limitReason(product, "users", users, terms)];
}

function editionThatFits(product: Product | undefined, counts: Counts): Product | undefined {
  if (!product) return undefined;
  const tooSmall = limitNames.some((name) => exceeds(product, name, counts[name]));
  return tooSmall ? editionThatFits(product.grow, counts) : product;
}

function exceeds(product: Product, name: LimitName, count: number | undefined): boolean {
  const limit = product.limits[name].value;
  return typeof limit === "number" && count !== undefined && count > limit;
}

/** What the edition says of one limit, and of the count that was given, if one was. */
function limitReason(
  product: Product,
  name: LimitName,
  count: number | undefined,
  terms: Terms,
): Reason {
  const limit = product.limits[name];
  const edition = product.name;
  if (limit.value === undefined)
    return terms.reason("limit-not-confirmed", { edition, what: name }, limit);
  if (limit.value === "none") return terms.reason("no-limit", { edition, what: name }, limit);
  const given = count === undefined ? "" : `; ${givenText(name, count)}`;
  return terms.reason(
    "edition-limit",
    { edition, limit: limitText(name, limit.value), given },
    limit,
  );
}

function unconfirmedLimit(product: Product, name: LimitName, terms: Terms): Problem {
  const asked = { what: `The limit on ${name}`, subject: product.name };
  const reason = terms.reason("not-confirmed", asked, product.limits[name]);
  return new Problem("not-confirmed", reason.says, [reason]);
}

const listed = (words: readonly string[]): string => {
  const text = words.join(", ");
  return text[0].toUpperCase() + text.slice(1);
};
