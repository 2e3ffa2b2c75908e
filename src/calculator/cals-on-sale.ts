import { answer, type Answer, type Reason } from "./answer";
import { Problem } from "./problem";
import type { Cal, Product } from "./product";
import { remarks } from "./remarks";
import { noCalsRequired } from "./required-cals";
import type { Terms } from "./terms";
import { r2Reason } from "./version-rights";

/** The CALs on sale today that reach a server which asks for this CAL: its own first, then newer ones. */
export function calsOnSale(own: Cal, cals: readonly Cal[]): readonly Cal[] {
  const reaching = cals.filter(
    ({ onSale, family, age }) => onSale && family === own.family && age <= own.age,
  );
  return reaching.reverse();
}

/** Why these: the CAL itself is on sale, or newer ones are, or none is. */
export function saleReason(
  edition: string,
  own: Cal,
  onSale: readonly Cal[],
  terms: Terms,
): Reason {
  if (own.onSale) {
    return terms.reason("version-rights", {
      cal: own.name,
      edition,
      needed: own.name,
      verdict: "",
    });
  }
  if (onSale.length === 0) return terms.reason("not-sold-today", { cal: own.name, edition });
  const names = onSale.map(({ name }) => name).join(", ");
  return terms.reason("sold-today", { cal: own.name, edition, onSale: names });
}

/** The CAL to buy today for an edition: its own where that is on sale, else the oldest that reaches it. */
export function calToBuy(product: Product, cals: readonly Cal[], terms: Terms): Answer<string> {
  const none = noCalsRequired(product, terms);
  if (none) return answer("None", none, ...remarks(product, terms));
  const onSale = calsOnSale(product.cal, cals);
  const reason = saleReason(product.name, product.cal, onSale, terms);
  if (onSale.length === 0) throw new Problem("not-confirmed", reason.says, [reason]);
  return answer(onSale[0].name, reason, ...r2Reason(product, terms), ...remarks(product, terms));
}
