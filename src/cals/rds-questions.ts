import type { Answer } from "../calculator/answer";
import { calForAll, inCell } from "../calculator/cal-for-all";
import { rdsRequired } from "../calculator/rds-cals";
import { canIssue } from "../calculator/rds-license-server";
import { rulebook } from "../catalog/catalog";
import { licenseServerNamed, rdsCalNamed } from "../catalog/license-names";
import { calTypeNamed, productNamed } from "../catalog/names";

/** The members of `cals` about Remote Desktop Services, and about people who reach several servers. */
export const rdsQuestions = {
  /** The CAL that reaches all of these editions; "None" where none needs CALs. Blank ones are left out. */
  calforall({ editions }: { editions: readonly string[] }): Answer<string> {
    const servers = editions.flatMap((edition, i) => {
      if (edition === "") return [];
      const cell = editions.length === 1 ? "Editions" : `Editions, cell ${i + 1}`;
      return inCell({ cell }, () => ({ cell, product: productNamed(edition) }));
    });
    return calForAll(servers, rulebook);
  },

  /** Whether a license server may issue an RDS CAL. */
  canissue({ licenseServer, rdsCal }: { licenseServer: string; rdsCal: string }): Answer<boolean> {
    return canIssue(licenseServerNamed(licenseServer), rdsCalNamed(rdsCal), rulebook);
  },

  /** RDS CALs of one type for a group that works on a session host, on top of base CALs. */
  rdsrequired({
    sessionHost,
    calType,
    ...group
  }: {
    sessionHost: string;
    users?: number;
    devices?: number;
    calType?: string;
  }): Answer<number> {
    const named = calType === undefined ? undefined : calTypeNamed(calType);
    return rdsRequired(productNamed(sessionHost), group, named, rulebook);
  },
};
