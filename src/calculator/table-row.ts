import type { Reason } from "./answer";
import { Problem } from "./problem";
import type { Terms } from "./terms";

/** A row of a table that could not be read or counted, and why. `row` is its place in the range, the header being the first. */
export interface BadRow {
  readonly row: number;
  /** Its group, or its CAL. */
  readonly name?: string;
  readonly trouble: Problem;
}

export const isBad = (row: object): row is BadRow => "trouble" in row;

/** What a reading of one row gives, or the row as a bad one: a bad row never breaks the others. */
export function goodOrBad<T>(row: number, name: string | undefined, read: () => T): T | BadRow {
  try {
    return read();
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    return { row, name, trouble };
  }
}

export const rowNote = ({ row, trouble }: BadRow): string => `Row ${row}: ${trouble.message}`;

/** Rows that the totals leave out; nothing where there are none. */
export const leftOut = (bad: readonly BadRow[], terms: Terms): Reason[] =>
  bad.length === 0 ? [] : [terms.reason("rows-left-out", { rows: bad.length })];
