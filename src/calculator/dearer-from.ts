/**
 * The first whole number of things at a price that cost strictly more than an amount. Prices are floating-point
 * numbers, in which 10 x 0.10 is not quite 1.00, so that what differs by no more than their error is the same.
 */
export function dearerFrom(price: number, amount: number): number {
  const nearest = Math.round(amount / price);
  const same = Math.abs(nearest * price - amount) <= roundingError * amount;
  return same ? nearest + 1 : Math.floor(amount / price) + 1;
}

const roundingError = 1e-12;
