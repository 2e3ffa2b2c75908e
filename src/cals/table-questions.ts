import type { Answer } from "../calculator/answer";
import { mixGroups, type MixLine } from "../calculator/mix-groups";
import { plan, type PlanLine } from "../calculator/plan";
import { strandedCals, type StrandedLine } from "../calculator/stranded";
import { calProducts, rulebook } from "../catalog/catalog";
import {
  groupRows,
  groupsApart,
  ownedRows,
  type GroupGiven,
  type OwnedGiven,
} from "../catalog/named-rows";
import { productNamed } from "../catalog/names";

/** The members of `cals` that ask about whole tables: groups of people, and CALs that are owned. */
export const tableQuestions = {
  /** CALs to buy for groups of people, each with the servers they reach, in one plan. */
  plan({
    groups,
    owned = [],
  }: {
    groups: readonly GroupGiven[];
    owned?: readonly OwnedGiven[];
  }): Answer<readonly PlanLine[]> {
    return plan(groupRows(groups), ownedRows(owned), calProducts, rulebook);
  },

  /** The cheaper CAL type for each of several groups that share neither people nor devices. */
  mixgroups({
    groups,
    userPrice,
    devicePrice,
  }: {
    groups: readonly GroupGiven[];
    userPrice?: number;
    devicePrice?: number;
  }): Answer<readonly MixLine[]> {
    return mixGroups(groupsApart(groups), { user: userPrice, device: devicePrice }, rulebook);
  },

  /** The owned CALs that do not reach a new server. */
  stranded({
    owned,
    edition,
  }: {
    owned: readonly OwnedGiven[];
    edition: string;
  }): Answer<readonly StrandedLine[]> {
    return strandedCals(ownedRows(owned), productNamed(edition), calProducts, rulebook);
  },
};
