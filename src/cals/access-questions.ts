import { calsForAccess } from "../calculator/access";
import { accessTable, type AccessRow } from "../calculator/access-table";
import type { Answer } from "../calculator/answer";
import { Problem } from "../calculator/problem";
import { accessKindNamed, accessKindsLike } from "../catalog/access-kinds";
import { rulebook } from "../catalog/catalog";
import { productNamed } from "../catalog/names";

/** The members of `cals` that ask who needs a CAL. */
export const accessQuestions = {
  /** How many CALs a kind of access needs. */
  needed({
    access,
    count,
    edition,
  }: {
    access: string;
    count?: number;
    edition?: string;
  }): Answer<number> {
    const product = edition === undefined ? undefined : productNamed(edition);
    return calsForAccess(accessKindNamed(access), count, product, rulebook);
  },

  /** The kinds of access whose names hold every word of the filter. */
  access({ filter = "" }: { filter?: string }): Answer<readonly AccessRow[]> {
    const found = accessKindsLike(filter);
    if (found.length === 0) {
      throw new Problem(
        "not-in-catalog",
        `No kind of access has all the words of “${filter}”. Use fewer words, such as printer or Azure.`,
      );
    }
    return accessTable(found, rulebook);
  },
};
