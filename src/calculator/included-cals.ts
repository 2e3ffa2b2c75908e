import { answer, type Answer, type Reason } from "./answer";
import { Problem } from "./problem";
import type { Channel, Product } from "./product";
import { noCalsRequired } from "./required-cals";
import type { Terms } from "./terms";

/** The CALs that come in the box with a number of server licenses bought through a channel. */
export function includedCals(
  product: Product,
  channel: Channel | undefined,
  servers: number,
  terms: Terms,
): Answer<number> {
  const none = noCalsRequired(product, terms);
  if (none) return answer(0, none);
  const bought = channel ?? product.channel ?? "OEM";
  const fact = product.included[bought];
  if (fact?.value === undefined) throw unconfirmed(product, bought, terms);
  const because: Reason[] = [
    terms.reason(
      "included-cals",
      {
        edition: product.name,
        channel: bought,
        included: fact.value,
        servers,
      },
      fact,
    ),
  ];
  if (fact.kits) {
    because.push(
      terms.reason("kit-not-named", {
        edition: product.name,
        kits: fact.kits.join(" and with "),
        example: `${product.name} with ${fact.kits[fact.kits.length - 1]} CALs`,
        included: fact.value,
      }),
    );
  }
  if (!channel) because.push(terms.reason("channel-left-out", { channel: bought }));
  return answer(fact.value * servers, ...because);
}

function unconfirmed(product: Product, channel: Channel, terms: Terms): Problem {
  const facts = { what: `The number of CALs in channel ${channel}`, subject: product.name };
  const reason = terms.reason("not-confirmed", facts, product.included[channel]);
  return new Problem("not-confirmed", reason.says, [reason]);
}
