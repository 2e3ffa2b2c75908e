import { amountOf, type Money } from "../calculator/money";

/** Money as the pane shows it: its words are English, so its numbers are too. */
export const moneyText = (money: Money): string => text(amountOf(money), money.currency);

/** The price of one CAL of a pack. It is rounded for the eye only: the sheet divides for itself. */
export const perCalText = (price: Money, pack: number): string =>
  text(amountOf(price) / pack, price.currency);

const text = (amount: number, currency: string): string =>
  new Intl.NumberFormat("en-US", { style: "currency", currency }).format(amount);
