import { listLine } from "./pricing-rows";
import type { Offer, OfferChoices, PriceList } from "../calculator/offers";
import { offersIn, samplePriceList } from "../catalog/price-list";

/** What a list has for a buyer's choices, ready to be written. */
export interface Priced {
  readonly choices: OfferChoices;
  readonly list: PriceList;
  readonly offers: readonly Offer[];
  readonly line: string;
}

export function pricedFor(choices: OfferChoices): Priced {
  const list = samplePriceList;
  const { value: offers, because } = offersIn(list, choices);
  return { choices, list, offers, line: listLine(list, because) };
}
