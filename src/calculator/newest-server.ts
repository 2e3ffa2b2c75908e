import { refuseOverLimit } from "./edition-limits";
import { Problem } from "./problem";
import type { Product } from "./product";
import { reaches } from "./reaches";
import { noCalsRequired, type Group } from "./required-cals";
import type { Terms } from "./terms";

/**
 * The server that decides the CAL of people who reach all of these: its CAL reaches every other. Undefined
 * where none asks for CALs; a Problem where one may not be used so, or no one CAL is known to reach all.
 */
export function newestServer(
  group: string,
  people: Group,
  products: readonly Product[],
  terms: Terms,
): Product | undefined {
  for (const product of products) refuseOverLimit(product, people, terms);
  const asking = products.filter((product) => !noCalsRequired(product, terms));
  if (asking.length === 0) return undefined;
  const newestFirst = [...asking].sort((a, b) => a.age - b.age);
  const found = newestFirst.find(({ cal }) => asking.every((other) => reaches(cal, other)));
  if (found) return found;
  const cals = [...new Set(asking.map(({ cal }) => cal.name))].join(" and ");
  const reason = terms.reason("two-cal-families", { group, cals });
  throw new Problem("not-understood", reason.says, [reason]);
}
