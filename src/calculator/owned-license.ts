import type { Answer } from "./answer";
import { suiteCovers, type OwnedSuite } from "./cal-suites";
import type { Cal, CalType, Product } from "./product";
import { rdsCovers } from "./rds-cals";
import type { Terms } from "./terms";
import { covers } from "./version-rights";

/** A CAL, and its type where that was said. */
export interface OwnedCal {
  readonly cal: Cal;
  readonly type?: CalType;
}

/** What somebody has: a CAL, or a suite that may hold one. */
export type OwnedLicense = OwnedCal | OwnedSuite;

/** Whether a license gives what it is for at a server: base access, or for an RDS CAL the use of a session host. */
export function licenseCovers(
  owned: OwnedLicense,
  product: Product,
  terms: Terms,
): Answer<boolean> {
  if ("suite" in owned) return suiteCovers(owned, product, terms);
  const { cal, type } = owned;
  return cal.additive ? rdsCovers(cal, type, product, terms) : covers(cal, product, terms);
}
