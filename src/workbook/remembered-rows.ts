import type { ListCells } from "./pricing-rows";

export type RememberedRows = Readonly<Record<string, ListCells>>;

/** Rows in few letters: a currency or a source that many rows share is said once, and meant by its number. */
export interface StoredRows {
  readonly texts: readonly string[];
  readonly rows: Readonly<
    Record<string, readonly [price: number | "", currency: number, source: number]>
  >;
}

export function toStoredRows(rows: RememberedRows): StoredRows {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const stored = Object.entries(rows).map(
    ([key, { Price, Currency, Source }]) =>
      [key, [Price, numberOf(Currency), numberOf(Source)]] as const,
  );
  return { rows: Object.fromEntries(stored), texts: [...numbers.keys()] };
}

export const fromStoredRows = ({ texts, rows }: StoredRows): RememberedRows =>
  Object.fromEntries(
    Object.entries(rows).map(([key, [Price, currency, source]]) => [
      key,
      { Price, Currency: texts[currency], Source: texts[source] },
    ]),
  );
