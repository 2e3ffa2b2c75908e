import { answer, type Answer, type Reason } from "./answer";
import { refuseOverLimit } from "./edition-limits";
import { Problem } from "./problem";
import type { Cal, CalType, NamedCalType, Product, SessionHost } from "./product";
import { bothCounts, chosenType, countOf, noCalsRequired, type Group } from "./required-cals";
import type { Terms } from "./terms";

/** Whether an RDS CAL is one for a session host: of its version or newer, and of a type that can be used there. */
export function rdsCovers(
  cal: Cal,
  type: CalType | undefined,
  product: Product,
  terms: Terms,
): Answer<boolean> {
  const { value, rdsCal } = confirmedHost(product, terms);
  if (!value) return answer(false, noSessionHost(product, terms));
  const facts = { cal: cal.name, edition: product.name };
  if (cal.unclear && rdsCal.age >= cal.unclear.age) {
    const reason = terms.reason("access-not-confirmed", facts, cal.unclear);
    throw new Problem("not-confirmed", reason.says, [reason]);
  }
  const reaches = cal.age <= rdsCal.age;
  const verdict = reaches ? "" : `, and ${cal.name} is older`;
  const doubt = cal.inferred && rdsCal.age >= cal.inferred.age ? cal.inferred : undefined;
  return answer(
    reaches && !(product.sessionHost.userOnly && type === "Device"),
    terms.reason("rds-version-rights", { ...facts, needed: rdsCal.name, verdict }, doubt),
    baseAccess(product, terms),
    ...userOnly(product, terms),
  );
}

/** The RDS CALs of one type that are enough for a group that works on a session host; base CALs come on top. */
export function rdsRequired(
  product: Product,
  group: Group,
  named: NamedCalType | undefined,
  terms: Terms,
): Answer<number> {
  const host = confirmedHost(product, terms);
  if (!host.value) {
    const reason = noSessionHost(product, terms);
    throw new Problem("over-limit", reason.says, [reason]);
  }
  refuseOverLimit(product, group, terms);
  const asked = host.userOnly ? userType(product, group, named, terms) : named;
  const { calType, why } = chosenType(product, group, asked, terms);
  const count = countOf(group, calType);
  const { percent, of } = terms.values("rds-revoking");
  const revocable = calType === "Device" ? Math.floor((count * percent) / of) : 0;
  return answer(
    count,
    ...bothCounts(group, terms),
    why,
    terms.reason("who-counts"),
    terms.reason("rds-cal-of-host", { edition: product.name, rdsCal: host.rdsCal.name }, host),
    baseAccess(product, terms),
    terms.reason("rds-administration"),
    ...(host.userOnly ? userOnly(product, terms) : [terms.reason("rds-modes")]),
    terms.reason("rds-revoking", { count, calType, revocable }),
    ...product.remarks.map((remark) => terms.reason(remark)),
  );
}

/** That an RDS CAL alone is not enough; or why the server needs no base CAL. */
function baseAccess(product: Product, terms: Terms): Reason {
  const facts = { edition: product.name, cal: product.cal.name };
  return noCalsRequired(product, terms) ?? terms.reason("rds-on-top", facts);
}

/** Where only User CALs can be used, nothing else is counted, whatever is fewer. */
function userType(
  product: Product,
  { users }: Group,
  named: NamedCalType | undefined,
  terms: Terms,
): NamedCalType {
  if (named !== "Device" && users !== undefined) return named ?? "User";
  const because = userOnly(product, terms);
  const wrong = named === "Device" ? "CAL type is Device" : "Users is blank or 0";
  throw new Problem(
    "over-limit",
    `${wrong}. ${because[0].says} Give the number of users.`,
    because,
  );
}

function userOnly({ name, sessionHost }: Product, terms: Terms): Reason[] {
  if (!sessionHost.userOnly) return [];
  return [terms.reason("rds-user-cals-only", { edition: name }, sessionHost)];
}

const noSessionHost = ({ name, sessionHost }: Product, terms: Terms): Reason =>
  terms.reason("no-session-host", { edition: name }, sessionHost);

function confirmedHost(
  { name, sessionHost }: Product,
  terms: Terms,
): SessionHost & { readonly rdsCal: Cal } {
  const { value, rdsCal } = sessionHost;
  if (value !== undefined && rdsCal) return { ...sessionHost, rdsCal };
  const reason = terms.reason("session-host-not-confirmed", { edition: name }, sessionHost);
  throw new Problem("not-confirmed", reason.says, [reason]);
}
