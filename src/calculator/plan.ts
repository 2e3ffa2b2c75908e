import { answer, type Answer, type Reason } from "./answer";
import { refuseUncounted } from "./cal-suites";
import { folded } from "./folded";
import { isSuite, OwnedPool, type OwnedCals } from "./owned-pool";
import { planGroup, type PlannedGroup } from "./plan-group";
import { planReasons } from "./plan-reasons";
import { Problem } from "./problem";
import type { Cal, NamedCalType, Product } from "./product";
import type { ServerOfGroup } from "./same-people";
import { sharedLimits } from "./shared-limits";
import { goodOrBad, isBad, rowNote, type BadRow } from "./table-row";
import type { Terms } from "./terms";

/** One line of a plan. Where a row could not be counted, all but its group and note are blank. */
export interface PlanLine {
  readonly group: string;
  readonly cal: string;
  readonly calType: NamedCalType | "";
  readonly required: number | "";
  readonly included: number | "";
  readonly covered: number | "";
  readonly toBuy: number | "";
  readonly note: string;
}

/**
 * CALs still to buy for groups of people, in one plan: a line for each group in the order of its first row,
 * then one for each row of owned CALs that could not be read.
 */
export function plan(
  rows: readonly (ServerOfGroup | BadRow)[],
  owned: readonly (OwnedCals | BadRow)[],
  cals: readonly Cal[],
  terms: Terms,
): Answer<readonly PlanLine[]> {
  if (rows.length === 0) {
    throw new Problem(
      "not-understood",
      "Groups has no rows. Give a row for each group of people, with the edition they reach and how many they are.",
    );
  }
  const base = owned.map((row) => (isBad(row) ? row : baseCals(row, terms)));
  const pool = new OwnedPool(base.filter((row) => !isBad(row)) as OwnedCals[], cals);
  const groups = byGroup(rows).map((rows) => planned(rows, pool, terms));
  const good = groups.filter((group): group is PlannedGroup => !isBad(group));
  const badOwned = base.filter(isBad);
  const warnings = sharedLimits(good, terms);
  const lines = groups.map((group) => (isBad(group) ? badLine(group) : lineOf(group, warnings)));
  const bad = [...groups.filter(isBad), ...badOwned];
  return answer(
    [...lines, ...badOwned.map((row) => badLine({ ...row, name: "Owned CALs" }))],
    ...planReasons(good, warnings.values(), pool.lots, bad, terms),
  );
}

/** An RDS CAL comes on top of a base CAL, and a suite may lack one: these are told, and never counted. */
const baseCals = (owned: OwnedCals, terms: Terms): OwnedCals | BadRow =>
  goodOrBad(owned.row, owned.license.name, () => {
    const { license, calType, softwareAssurance } = owned;
    if (isSuite(license)) refuseUncounted(license, calType, softwareAssurance, terms);
    else if (license.additive) {
      const reason = terms.reason("additive-owned", { cal: license.name });
      throw new Problem("not-understood", reason.says, [reason]);
    }
    return owned;
  });

/** Rows of one group name, in the order of their first; a row without a name is alone. */
function byGroup(
  rows: readonly (ServerOfGroup | BadRow)[],
): readonly (readonly (ServerOfGroup | BadRow)[])[] {
  const groups = new Map<string | number, (ServerOfGroup | BadRow)[]>();
  for (const row of rows) {
    const name = isBad(row) ? row.name : row.group;
    const key = name === undefined ? row.row : folded(name);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** A group with a bad row is not planned: the row could name its newest server. */
function planned(
  rows: readonly (ServerOfGroup | BadRow)[],
  pool: OwnedPool,
  terms: Terms,
): PlannedGroup | BadRow {
  const bad = rows.find(isBad);
  if (bad) return bad;
  const servers = rows as readonly ServerOfGroup[];
  const [{ row, group }] = servers;
  return goodOrBad(row, group, () => planGroup(servers, pool, terms));
}

function lineOf(group: PlannedGroup, warnings: ReadonlyMap<Product, Reason>): PlanLine {
  const { newest, products, remarks, calType, required, included, covered, toBuy } = group;
  const warned = products.flatMap((product) => warnings.get(product) ?? []);
  const note = [...warned, ...remarks].map(({ says }) => says).join(" ");
  const cal = newest ? newest.cal.name : "None";
  return { group: group.group, cal, calType, required, included, covered, toBuy, note };
}

const badLine = (row: BadRow): PlanLine => ({
  group: row.name ?? "",
  cal: "",
  calType: "",
  required: "",
  included: "",
  covered: "",
  toBuy: "",
  note: rowNote(row),
});
