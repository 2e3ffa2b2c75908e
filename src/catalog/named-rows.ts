import { calNamed, calTypeNamed, channelNamed, productNamed } from "./names";
import { Problem } from "../calculator/problem";
import type { GroupApart } from "../calculator/mix-groups";
import type { OwnedCals } from "../calculator/owned-pool";
import type { NamedCalType } from "../calculator/product";
import type { ServerOfGroup } from "../calculator/same-people";
import { goodOrBad, type BadRow } from "../calculator/table-row";

/** A row of a table as people write it; `row` is its place in the range, in which the header is the first. */
export interface RowGiven {
  readonly row?: number;
  /** Why the row could not be read. */
  readonly trouble?: Problem;
}

export interface GroupGiven extends RowGiven {
  readonly group?: string;
  readonly edition?: string;
  readonly users?: number;
  readonly devices?: number;
  readonly calType?: string;
  readonly channel?: string;
  readonly servers?: number;
}

export interface OwnedGiven extends RowGiven {
  readonly cal?: string;
  readonly calType?: string;
  readonly quantity?: number;
  readonly softwareAssurance?: boolean;
}

/** Groups of people and the servers they reach. */
export function groupRows(given: readonly GroupGiven[]): readonly (ServerOfGroup | BadRow)[] {
  const product = once(productNamed);
  const calType = once(calTypeNamed);
  const channel = once(channelNamed);
  return given.map((row, i) =>
    read(row, i, row.group, (place) => ({
      row: place,
      group: named(row.group),
      product: product(there("Edition", row.edition)),
      users: row.users,
      devices: row.devices,
      calType: row.calType === undefined ? undefined : calType(row.calType),
      channel: row.channel === undefined ? undefined : channel(row.channel),
      servers: row.servers ?? 0,
    })),
  );
}

/** Groups that share neither people nor devices. */
export const groupsApart = (given: readonly GroupGiven[]): readonly (GroupApart | BadRow)[] =>
  given.map((row, i) =>
    read(row, i, row.group, (place) => ({
      row: place,
      group: named(row.group),
      users: row.users,
      devices: row.devices,
    })),
  );

/** CALs that the buyer has. */
export function ownedRows(given: readonly OwnedGiven[]): readonly (OwnedCals | BadRow)[] {
  const cal = once(calNamed);
  const calType = once(calTypeNamed);
  return given.map((row, i) =>
    read(row, i, row.cal, (place) => ({
      row: place,
      cal: cal(there("CAL", row.cal)),
      calType: userOrDevice(calType(there("CAL type", row.calType))),
      quantity: row.quantity ?? 0,
      softwareAssurance: row.softwareAssurance ?? false,
    })),
  );
}

const firstRow = 2;

function read<T>(
  given: RowGiven,
  i: number,
  name: string | undefined,
  reading: (row: number) => T,
): T | BadRow {
  const row = given.row ?? i + firstRow;
  return goodOrBad(row, name, () => {
    if (given.trouble) throw given.trouble;
    return reading(row);
  });
}

/** Each text is looked up once, also one that is not found: long tables repeat themselves. */
function once<T>(look: (text: string) => T): (text: string) => T {
  const found = new Map<string, () => T>();
  return (text) => {
    const known = found.get(text) ?? outcome(() => look(text));
    found.set(text, known);
    return known();
  };
}

function outcome<T>(look: () => T): () => T {
  try {
    const value = look();
    return () => value;
  } catch (trouble) {
    return () => {
      throw trouble;
    };
  }
}

function there(label: string, text: string | undefined): string {
  if (text !== undefined) return text;
  throw new Problem("not-understood", `${label} is blank.`);
}

function named(group: string | undefined): string {
  if (group !== undefined) return group;
  throw new Problem(
    "not-understood",
    "Group is blank. Name it, so that rows of the same people are counted once.",
  );
}

function userOrDevice(calType: NamedCalType): OwnedCals["calType"] {
  if (calType !== "None") return calType;
  throw new Problem("not-understood", "CAL type of owned CALs must be User or Device.");
}
