import { Problem } from "./problem";
import type { Channel, NamedCalType, Product } from "./product";
import type { Group } from "./required-cals";
import type { Terms } from "./terms";

/** One row of a plan: a group of people, and a server they reach. */
export interface ServerOfGroup extends Group {
  readonly row: number;
  readonly group: string;
  readonly product: Product;
  readonly calType?: NamedCalType;
  readonly channel?: Channel;
  /** Server licenses bought, each with the CALs of its box. */
  readonly servers: number;
}

/** The people of a group, whose rows must agree about them. */
export interface People extends Group {
  readonly calType?: NamedCalType;
}

/** Rows that share a group share its people: what is blank in one row is said in another. */
export function samePeople(rows: readonly ServerOfGroup[], terms: Terms): People {
  return {
    users: agreed(rows, "Users", ({ users }) => users, terms),
    devices: agreed(rows, "Devices", ({ devices }) => devices, terms),
    calType: agreed(rows, "CAL type", ({ calType }) => calType, terms),
  };
}

function agreed<T extends string | number>(
  rows: readonly ServerOfGroup[],
  label: string,
  told: (row: ServerOfGroup) => T | undefined,
  terms: Terms,
): T | undefined {
  const telling = rows.find((row) => told(row) !== undefined);
  if (!telling) return undefined;
  const value = told(telling)!;
  const other = rows.find((row) => told(row) !== undefined && told(row) !== value);
  if (!other) return value;
  const differ = `${label} ${value} in row ${telling.row}, ${told(other)!} in row ${other.row}`;
  const reason = terms.reason("people-differ", { group: telling.group, differ });
  throw new Problem("not-understood", reason.says, [reason]);
}
