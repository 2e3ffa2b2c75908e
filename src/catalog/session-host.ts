import { citeAll } from "./cite";
import { data, type ProductRecord } from "./data";
import { readFact } from "./fact";
import type { Cal, SessionHost } from "../calculator/product";

/** What is known of a server as a session host: by its own row, or by that of its edition; else nothing. */
export function sessionHostOf(
  { id, family, edition, version, base }: ProductRecord,
  cals: readonly Cal[],
): SessionHost {
  const rows = data.sessionHosts;
  const row =
    rows.find(({ products }) => products?.includes(id)) ??
    rows.find(({ editions }) => family === "Windows Server" && editions?.includes(edition)) ??
    rows[rows.length - 1];
  return {
    ...readFact<boolean>(row, citeAll(row.cites ?? [])),
    rdsCal: rdsCalOf(base ?? version, cals),
    userOnly: row.userOnly ?? false,
  };
}

/** The RDS CAL that a version of Windows Server asks for, as session host or as license server. */
export function rdsCalOf(version: string, cals: readonly Cal[]): Cal | undefined {
  const asked = data.versions.find((known) => known.version === version)?.cal;
  return cals.find((cal) => cal.family === rdsFamily && cal.version === asked);
}

export const rdsFamily = "Remote Desktop Services";
