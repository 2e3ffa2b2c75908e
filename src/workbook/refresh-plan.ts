import type { CellValue } from "./cell-text";
import type { Priced } from "./priced";
import { cellsOf, keyColumns, keyOf, priceOf, rowKey, type PricingColumn } from "./pricing-rows";
import type { Remembered } from "./remembered-tables";
import type { Offer } from "../calculator/offers";

/** A table as it stands: its headers, and its cells below them. */
export interface TableCells {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** What a refresh writes. In `changes`, null leaves a cell as it is. */
export interface RefreshPlan {
  readonly changes: ReadonlyMap<PricingColumn, readonly CellValue[]>;
  readonly added: readonly Offer[];
  /** Rows whose price, currency or source changes. */
  readonly updated: number;
  /** Rows whose price is the buyer's own, and stays. */
  readonly kept: number;
  /** Rows that are no longer in the list. */
  readonly gone: number;
  /** What to remember: the rows of the list, and those gone, should they come back. */
  readonly prices: Remembered["prices"];
}

/** The columns that a refresh may write; the others tell which row it is, or are the buyer's. */
const refreshed = ["Price", "Currency", "Source"] as const;

type Change = Partial<Record<PricingColumn, CellValue>>;
type Fate = "updated" | "same" | "kept" | "gone" | "foreign";

/** The key columns that a table has lost; without them no row can be found again. */
export const missingColumns = (headers: readonly string[]): readonly string[] =>
  keyColumns.filter((column) => !headers.includes(column));

export function planRefresh(
  { headers, rows }: TableCells,
  { list, offers, choices }: Priced,
  before: Remembered,
): RefreshPlan {
  const cell = (row: readonly CellValue[], column: string) => row[headers.indexOf(column)];
  const offered = new Map(offers.map((offer) => [keyOf(offer), offer]));
  const gone = `Not in ${list.name}, ${list.date}, any more.`;
  const keyed = rows.map((row) => ({
    row,
    key: rowKey(keyColumns.map((column) => cell(row, column))),
  }));
  const fates = keyed.map(({ row, key }): { fate: Fate; change: Change } => {
    const offer = offered.get(key);
    const isOurs = key in before.prices;
    if (!offer && !isOurs) return { fate: "foreign", change: {} };
    const price = cell(row, "Price");
    const isOwn = price !== undefined && price !== "" && price !== (before.prices[key] ?? "");
    if (isOwn && offer) return { fate: "kept", change: {} };
    const wanted: Change = offer
      ? cellsOf(offer, choices.currency)
      : { Source: gone, ...(isOwn ? {} : { Price: "" }) };
    const change = differing(wanted, (column) => cell(row, column));
    if (!offer) return { fate: "gone", change };
    return { fate: Object.keys(change).length ? "updated" : "same", change };
  });
  const present = new Set(keyed.map(({ key }) => key));
  const count = (wanted: Fate) => fates.filter(({ fate }) => fate === wanted).length;
  const old = Object.keys(before.prices).filter((key) => !offered.has(key));
  return {
    changes: columnsOf(fates.map(({ change }) => change)),
    // A row that the buyer deleted is not new, and does not come back.
    added: offers.filter((offer) => !present.has(keyOf(offer)) && !(keyOf(offer) in before.prices)),
    updated: count("updated"),
    kept: count("kept"),
    gone: count("gone"),
    prices: Object.fromEntries([
      ...old.map((key) => [key, ""] as const),
      ...offers.map((offer) => [keyOf(offer), priceOf(offer)] as const),
    ]),
  };
}

function differing(wanted: Change, now: (column: string) => CellValue | undefined): Change {
  const changed = refreshed.filter((column) => {
    const cell = now(column);
    return wanted[column] !== undefined && cell !== undefined && cell !== shown(wanted[column]);
  });
  return Object.fromEntries(changed.map((column) => [column, wanted[column]]));
}

/** The apostrophe that keeps text a text is not part of what the cell holds. */
const shown = (cell: CellValue | undefined) =>
  typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : cell;

function columnsOf(changes: readonly Change[]): Map<PricingColumn, CellValue[]> {
  const touched = refreshed.filter((column) => changes.some((change) => column in change));
  return new Map(
    touched.map((column) => [column, changes.map((change) => change[column] ?? null)]),
  );
}
