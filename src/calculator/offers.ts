import { answer, type Answer, type Citation, type Day, type Reason } from "./answer";
import { calsOnSale, saleReason } from "./cals-on-sale";
import type { Money } from "./money";
import type { Cal, CalType, Channel } from "./product";
import type { Terms } from "./terms";
import { r2Reason } from "./version-rights";

export type { Money } from "./money";

/** A pack of CALs that can be ordered. Without a published price it has none. */
export interface Offer {
  /** The part number (SKU); "" where the list has none. */
  readonly part: string;
  readonly title: string;
  readonly cal: string;
  readonly calType: CalType;
  readonly channel: Channel;
  /** CALs in the pack. */
  readonly pack: number;
  readonly price: Money | undefined;
  readonly source: Citation;
}

export interface PriceList {
  readonly name: string;
  readonly date: Day;
  readonly offers: readonly Offer[];
  /** A sample is there to be replaced by the buyer's own prices, and says so wherever it is shown. */
  readonly sample: boolean;
}

export interface OfferChoices {
  /** The Windows Server version, such as "2012 R2", or the product that the buyer has. */
  readonly version: string;
  readonly calType: CalType | "Both";
  readonly channel: Channel | "All";
  readonly currency: string;
}

/** The server to be reached: its own CALs; none where it needs none. */
export interface ServerToReach {
  readonly name: string;
  readonly family: string;
  readonly version: string;
  readonly ownCals: readonly Cal[];
}

/**
 * The offers of a list that reach a server: the CALs on sale today, its own version first and then the
 * newer ones, and last its own CALs that are no longer sold new. Within one CAL the list's order stays.
 */
export function offersFor(
  server: ServerToReach,
  list: PriceList,
  choices: OfferChoices,
  cals: readonly Cal[],
  terms: Terms,
): Answer<readonly Offer[]> {
  const { ownCals } = server;
  if (ownCals.length === 0) {
    return answer([], terms.reason("no-cals-required", { edition: server.name }));
  }
  const reaching = ownCals.flatMap((own) => calsOnSale(own, cals));
  const retired = ownCals.filter(({ onSale }) => !onSale);
  const offers = [...reaching, ...retired].flatMap((cal) =>
    list.offers.filter((offer) => offer.cal === cal.name && chosen(offer, choices)),
  );
  return answer(offers, ...reasons(server, cals, terms), terms.reason("pack-of-one-type"));
}

function chosen({ calType, channel, price }: Offer, choices: OfferChoices): boolean {
  return (
    (choices.calType === "Both" || calType === choices.calType) &&
    (choices.channel === "All" || channel === choices.channel) &&
    (price === undefined || price.currency === choices.currency)
  );
}

/** Why these CALs: the first reason is the one to show where there is room for one only. */
function reasons(server: ServerToReach, cals: readonly Cal[], terms: Terms): Reason[] {
  const { name: edition, family, version, ownCals } = server;
  const told = ownCals.map((own) => saleReason(edition, own, calsOnSale(own, cals), terms));
  return [...told, ...r2Reason({ family, version, cal: ownCals[0] }, terms)];
}
