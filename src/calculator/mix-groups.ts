import { answer, type Answer, type Reason } from "./answer";
import { cheaperType, type TypePrices } from "./cal-type";
import { folded } from "./folded";
import { priceText } from "./money";
import { Problem } from "./problem";
import type { CalType } from "./product";
import { onlyKnownType, type Group } from "./required-cals";
import { goodOrBad, isBad, leftOut, rowNote, type BadRow } from "./table-row";
import type { Terms } from "./terms";

/** People and devices that no other group has. */
export interface GroupApart extends Group {
  readonly row: number;
  readonly group: string;
}

/** One line of a mix. Where a row could not be counted, all but its group and note are blank. */
export interface MixLine {
  readonly group: string;
  /** In the total, how many of each type. */
  readonly calType: string;
  readonly count: number | "";
  readonly cost: number | "";
  readonly note: string;
}

interface Licensed {
  readonly group: GroupApart;
  readonly calType: CalType;
  readonly count: number;
}

type Prices = Required<TypePrices>;

/**
 * The cheaper CAL type for each of several groups that share neither people nor devices, User on a tie, and
 * the total last. Groups apart add up, so the sum of the cheaper ones is the least with one type for each.
 */
export function mixGroups(
  rows: readonly (GroupApart | BadRow)[],
  { user, device }: TypePrices,
  terms: Terms,
): Answer<readonly MixLine[]> {
  if (rows.length === 0) {
    throw new Problem(
      "not-understood",
      "Groups has no rows. Give a row for each group, with its users and devices.",
    );
  }
  const prices = { user: given("User price", user), device: given("Device price", device) };
  const seen = new Map<string, number>();
  const licensed = rows.map((row) => licensedRow(row, seen, prices, terms));
  const good = licensed.filter((row): row is Licensed => !isBad(row));
  const bad = licensed.filter(isBad);
  const because = [
    ...total(good, prices, terms),
    ...leftOut(bad, terms),
    ...bad.flatMap(({ trouble }) => trouble.because),
    ...onlyOneCount(good, terms),
    terms.reason("types-mix"),
    terms.reason("groups-apart"),
    terms.reason("who-counts"),
  ];
  const lines = licensed.map((row) => (isBad(row) ? badLine(row) : lineOf(row, prices)));
  return answer([...lines, totalLine(good, bad, prices, terms)], ...because);
}

function given(label: string, price: number | undefined): number {
  if (price !== undefined) return price;
  throw new Problem(
    "not-understood",
    `${label} is blank or 0. Give the prices of a User CAL and of a Device CAL.`,
  );
}

function licensedRow(
  row: GroupApart | BadRow,
  seen: Map<string, number>,
  prices: Prices,
  terms: Terms,
): Licensed | BadRow {
  if (isBad(row)) return row;
  return goodOrBad(row.row, row.group, () => {
    const before = seen.get(folded(row.group));
    if (before !== undefined) {
      throw new Problem(
        "not-understood",
        `${row.group} is in row ${before} too. Here a group is one row; give this one another name, or add the two up.`,
      );
    }
    seen.set(folded(row.group), row.row);
    const calType = typeOf(row, prices, terms);
    return { group: row, calType, count: (calType === "User" ? row.users : row.devices)! };
  });
}

function typeOf(group: GroupApart, { user, device }: Prices, terms: Terms): CalType {
  const known = onlyKnownType(group, terms);
  return known ? known.calType : cheaperType(group.users! * user, group.devices! * device);
}

/** Whole counts times a price err less than a sum of costs. */
function sums(licensed: readonly Licensed[], { user, device }: Prices) {
  const of = (type: CalType) =>
    licensed.reduce((sum, { calType, count }) => sum + (calType === type ? count : 0), 0);
  const users = of("User");
  const devices = of("Device");
  return { users, devices, total: users * user + devices * device };
}

function total(licensed: readonly Licensed[], prices: Prices, terms: Terms): Reason[] {
  if (licensed.length === 0) return [];
  const { users, devices, total } = sums(licensed, prices);
  const { user, device } = prices;
  const facts = { users, devices, userPrice: priceText(user), devicePrice: priceText(device) };
  const reasons = [terms.reason("mix-by-group", { ...facts, total: priceText(total) })];
  const groups = licensed.map(({ group }) => group);
  if (groups.every(({ users, devices }) => users !== undefined && devices !== undefined)) {
    const all = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    const allUser = all(groups.map(({ users }) => users!)) * user;
    const allDevice = all(groups.map(({ devices }) => devices!)) * device;
    const one = { allUser: priceText(allUser), allDevice: priceText(allDevice) };
    reasons.push(terms.reason("one-type-for-all", one));
  }
  return reasons;
}

function onlyOneCount(licensed: readonly Licensed[], terms: Terms): Reason[] {
  const groups = licensed.filter(
    ({ group: { users, devices } }) => users === undefined || devices === undefined,
  );
  return groups.length === 0
    ? []
    : [terms.reason("groups-of-one-count", { groups: groups.length })];
}

function lineOf({ group, calType, count }: Licensed, { user, device }: Prices): MixLine {
  const cost = count * (calType === "User" ? user : device);
  return { group: group.group, calType, count, cost, note: "" };
}

const badLine = (row: BadRow): MixLine => ({
  group: row.name ?? "",
  calType: "",
  count: "",
  cost: "",
  note: rowNote(row),
});

function totalLine(
  licensed: readonly Licensed[],
  bad: readonly BadRow[],
  prices: Prices,
  terms: Terms,
): MixLine {
  const { users, devices, total } = sums(licensed, prices);
  const types = [users > 0 ? `${users} User` : "", devices > 0 ? `${devices} Device` : ""];
  return {
    group: "Total",
    calType: types.filter(Boolean).join(", "),
    count: users + devices,
    cost: total,
    note: leftOut(bad, terms)
      .map(({ says }) => says)
      .join(" "),
  };
}
