/** An amount in whole minor units, such as cents, because fractions of a dollar do not add up exactly. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

const decimalBase = 10;

/** How many digits a currency has after the point: 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 0;
}

/** The amount as the number a cell holds. */
export function amountOf({ minor, currency }: Money): number {
  return minor / decimalBase ** minorDigits(currency);
}

/** Money as digits write it, such as "52.00"; undefined where they write something else. */
export function moneyOf(digits: string, currency: string): Money | undefined {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
  const places = minorDigits(currency);
  if (whole === undefined || fraction.length > places) return undefined;
  const minor = Number(whole + fraction.padEnd(places, "0"));
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined;
}

/** Prices come from cells in the buyer's own currency, so two decimals are shown and no sign. */
export const priceText = (price: number): string =>
  price.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");
