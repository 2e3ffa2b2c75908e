import type { CellValue } from "./cell-text";
import type { Priced } from "./priced";
import { keyColumns, keyOf, listCells, rowKey, type ListCells } from "./pricing-rows";
import type { Remembered } from "./remembered-tables";
import type { Offer } from "../calculator/offers";

/** A table as it stands: its headers, and its cells below them. */
export interface TableCells {
  readonly headers: readonly string[];
  readonly formulas: readonly (readonly CellValue[])[];
  readonly values: readonly (readonly CellValue[])[];
}

export type ListColumn = keyof ListCells;

/** What a refresh writes. */
export interface RefreshPlan {
  /** What cells are to hold, row by row; null leaves a cell as it is. */
  readonly changes: ReadonlyMap<ListColumn, readonly CellValue[]>;
  readonly added: readonly Offer[];
  /** Prices that change. */
  readonly updated: number;
  /** Rows whose price is the buyer's own, and stays. */
  readonly kept: number;
  /** Rows that are no longer in the list. */
  readonly gone: number;
  /** What to remember: the rows of the list, and those gone, should they come back. */
  readonly rows: Remembered["rows"];
}

const listColumns = ["Price", "Currency", "Source"] as const;

type Change = Partial<ListCells>;

interface RowPlan {
  readonly change: Change;
  readonly fate: "kept" | "gone" | "other";
}

/** The key columns that a table has lost; without them no row can be found again. */
export const missingColumns = (headers: readonly string[]): readonly string[] =>
  keyColumns.filter((column) => !headers.includes(column));

export function planRefresh(table: TableCells, priced: Priced, before: Remembered): RefreshPlan {
  const { list, offers, choices } = priced;
  const offered = new Map(
    offers.map((offer) => [keyOf(offer), listCells(offer, choices.currency)]),
  );
  const gone = (cells: ListCells): ListCells => ({
    Price: "",
    Currency: cells.Currency,
    Source: `Not in ${list.name}, ${list.date}, any more.`,
  });
  const keys = keysOf(table);
  const rows = keys.map((key, i) => rowOf(table, key, i));
  const plans = rows.map((row): RowPlan => {
    const [wanted, known] = [offered.get(row.key), before.rows[row.key]];
    if (wanted) {
      const isKept = row.has("Price") && !row.isOurs("Price", known);
      return isKept
        ? { fate: "kept", change: {} }
        : { fate: "other", change: changeOf(row, wanted, known) };
    }
    if (!known) return { fate: "other", change: {} };
    return { fate: "gone", change: changeOf(row, gone(known), known) };
  });
  const present = new Set(keys);
  const old = Object.entries(before.rows).filter(([key]) => !offered.has(key));
  const count = (fate: RowPlan["fate"]) => plans.filter((plan) => plan.fate === fate).length;
  return {
    changes: columnsOf(plans.map(({ change }) => change)),
    // A row that the buyer deleted is not new, and does not come back.
    added: offers.filter((offer) => !present.has(keyOf(offer)) && !(keyOf(offer) in before.rows)),
    updated: plans.filter(({ fate, change }) => fate === "other" && "Price" in change).length,
    kept: count("kept"),
    gone: count("gone"),
    rows: Object.fromEntries([...old.map(([key, cells]) => [key, gone(cells)]), ...offered]),
  };
}

interface Row {
  readonly key: string;
  has(column: ListColumn): boolean;
  value(column: ListColumn): CellValue;
  /** A blank cell is nobody's; any other is ours while it holds, as a constant, what we wrote. */
  isOurs(column: ListColumn, known: ListCells | undefined): boolean;
}

/** The key of each row. */
export function keysOf({ headers, values }: Omit<TableCells, "formulas">): readonly string[] {
  const places = keyColumns.map((column) => headers.indexOf(column));
  return values.map((row) => rowKey(places.map((at) => row[at])));
}

function rowOf({ headers, formulas, values }: TableCells, key: string, i: number): Row {
  const at = (column: string) => headers.indexOf(column);
  return {
    key,
    has: (column) => at(column) >= 0,
    value: (column) => values[i][at(column)],
    isOurs(column, known) {
      const [formula, value] = [formulas[i][at(column)], values[i][at(column)]];
      return formula === "" || (formula === value && value === known?.[column]);
    },
  };
}

/** The cells that may be written and do not hold what they should. */
function changeOf(row: Row, wanted: ListCells, known: ListCells | undefined): Change {
  const changed = listColumns.filter(
    (column) =>
      row.has(column) && row.isOurs(column, known) && row.value(column) !== wanted[column],
  );
  return Object.fromEntries(changed.map((column) => [column, wanted[column]]));
}

function columnsOf(changes: readonly Change[]): Map<ListColumn, CellValue[]> {
  const touched = listColumns.filter((column) => changes.some((change) => column in change));
  return new Map(
    touched.map((column) => [column, changes.map((change) => change[column] ?? null)]),
  );
}
