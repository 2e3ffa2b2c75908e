import { answer, type Answer } from "./answer";
import type { Cal } from "./product";
import type { Terms } from "./terms";

/** A server that issues RDS CALs: its name, and the newest RDS CAL of its time. */
export interface LicenseServer {
  readonly name: string;
  readonly newest: Cal;
}

/** Whether a license server may issue an RDS CAL: of its own version or an earlier one. */
export function canIssue({ name, newest }: LicenseServer, cal: Cal, terms: Terms): Answer<boolean> {
  const issues = newest.age <= cal.age;
  const verdict = issues ? "" : `, and ${cal.name} is newer`;
  return answer(
    issues,
    terms.reason("rds-license-server", { server: name, newest: newest.name, verdict }),
  );
}
