import { asText, type CellValue } from "./cell-text";
import { thisRow } from "./table-formula";
import type { Reason } from "../calculator/answer";
import { amountOf, minorDigits } from "../calculator/money";
import type { Offer, PriceList } from "../calculator/offers";

/** The columns of a pricing table, in order, with the width of each in points. */
export const pricingColumns = {
  CAL: 165,
  "CAL type": 60,
  Channel: 60,
  "CALs in pack": 80,
  "Part number (SKU)": 115,
  Price: 75,
  Currency: 65,
  "Price per CAL": 85,
  Source: 340,
} as const;

export type PricingColumn = keyof typeof pricingColumns;

export const pricingHeaders = Object.keys(pricingColumns) as PricingColumn[];

/** The columns that tell one offer from another. */
export const keyColumns = [
  "CAL",
  "CAL type",
  "Channel",
  "CALs in pack",
  "Part number (SKU)",
] as const;

/** What a list says of an offer, as its cells hold it. These are the cells that a refresh may write. */
export interface ListCells {
  /** A price that is not known is a blank cell, never 0. */
  readonly Price: number | "";
  readonly Currency: string;
  readonly Source: string;
}

export const listCells = ({ price, source }: Offer, currency: string): ListCells => ({
  Price: price ? amountOf(price) : "",
  Currency: price?.currency ?? currency,
  Source: sourceOf(source),
});

/** What an offer holds in each column; Price per CAL is a formula, written apart. */
export const cellsOf = (offer: Offer, currency: string): Record<PricingColumn, CellValue> => ({
  CAL: offer.cal,
  "CAL type": offer.calType,
  Channel: offer.channel,
  "CALs in pack": offer.pack,
  "Part number (SKU)": offer.part,
  "Price per CAL": "",
  ...listCells(offer, currency),
});

/** What to enter so that a cell holds just this. */
export const toEnter = (cell: CellValue): CellValue =>
  typeof cell === "string" ? asText(cell) : cell;

/** Live, so that it follows when the buyer puts in a price of their own. */
export function pricePerCal(table: string): string {
  const price = thisRow(table, "Price");
  return `=IF(${price}="","",${price}/${thisRow(table, "CALs in pack")})`;
}

function sourceOf({ title, publisher, at, checked }: Offer["source"]): string {
  return `${[title, publisher, at].filter(Boolean).join(", ")}. Checked ${checked}.`;
}

export const keyOf = ({ cal, calType, channel, pack, part }: Offer): string =>
  rowKey([cal, calType, channel, pack, part]);

/** The same key, from the cells of a row. */
export const rowKey = (cells: readonly CellValue[]): string =>
  cells.map((cell) => String(cell ?? "").trim()).join("|");

export function numberFormats(currency: string): Record<PricingColumn, string> {
  const digits = minorDigits(currency);
  const money = digits ? `#,##0.${"0".repeat(digits)}` : "#,##0";
  return {
    CAL: "General",
    "CAL type": "General",
    Channel: "General",
    "CALs in pack": "0",
    "Part number (SKU)": "@",
    Price: money,
    Currency: "General",
    "Price per CAL": money,
    Source: "General",
  };
}

/** The line underneath: which list this is and, where the CALs asked for are not sold, what that means. */
export function listLine({ name, date, sample }: PriceList, because: readonly Reason[]): string {
  const what = sample
    ? `${name}, ${date}. A sample: replace it with your own prices.`
    : `${name}, ${date}.`;
  const told = because.filter(({ rule }) => rule === "sold-today" || rule === "not-sold-today");
  return [what, ...told.map(({ says }) => says)].join(" ");
}
