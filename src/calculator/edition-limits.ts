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
  if (limit.value === undefined) {
    throw unconfirmedLimit(product, name, terms);
  }
  if (limit.value === "none") {
    return answer("None", terms.reason("no-limit", { edition: product.name, what: name }, limit));
  }
  return answer(limit.value, limitReason(product, name, terms, "no number was"));
}

/** Whether the counts are within the limits of the edition. What was not given is not checked. */
export function fits(product: Product, counts: Counts, terms: Terms): Answer<boolean> {
  const given = limitNames.filter((name) => counts[name] !== undefined);
  const reasons = given.flatMap((name) => checkedLimit(product, name, counts[name]!, terms));
  const over = given.filter((name) => exceeds(product, name, counts[name]!));
  const unconfirmed = given.find((name) => product.limits[name].value === undefined);
  if (over.length === 0 && unconfirmed) {
    throw unconfirmedLimit(product, unconfirmed, terms);
  }
  const missing = limitNames.filter((name) => counts[name] === undefined);
  if (missing.length > 0) reasons.push(terms.reason("not-checked", { what: listed(missing) }));
  return answer(over.length === 0, ...reasons);
}

/** Refuses a count question about a group that the edition may not serve. */
export function refuseOverLimit(product: Product, counts: Counts, terms: Terms): void {
  const over = limitNames.find((name) => exceeds(product, name, counts[name]));
  if (!over) return;
  const next = editionThatFits(product.grow, counts);
  const advice = next
    ? `Move to ${next.name}, where ${next.cal.name}s are needed.`
    : "Move to an edition without this limit.";
  throw new Problem(
    "over-limit",
    `${product.name} is limited to ${product.limits[over].value} ${over}; ${counts[over]} were given. ${advice}`,
    [limitReason(product, over, terms, `${counts[over]} were`)],
  );
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

function checkedLimit(product: Product, name: LimitName, count: number, terms: Terms): Reason[] {
  const limit = product.limits[name];
  if (limit.value === undefined) return [];
  if (limit.value === "none") {
    return [terms.reason("no-limit", { edition: product.name, what: name }, limit)];
  }
  return [limitReason(product, name, terms, `${count} were`)];
}

function limitReason(product: Product, name: LimitName, terms: Terms, given: string): Reason {
  const limit = product.limits[name];
  const facts = { edition: product.name, limit: `${limit.value} ${name}`, given };
  return terms.reason("edition-limit", facts, limit);
}

function unconfirmedLimit(product: Product, name: LimitName, terms: Terms): Problem {
  const limit = product.limits[name];
  const reason = terms.reason(
    "not-confirmed",
    { what: `The limit on ${name}`, subject: product.name },
    limit,
  );
  return new Problem("not-confirmed", reason.says, [reason]);
}

const listed = (words: readonly string[]): string => {
  const text = words.join(", ");
  return text[0].toUpperCase() + text.slice(1);
};
