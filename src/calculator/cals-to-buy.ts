import { answer, type Answer } from "./answer";
import { includedCals } from "./included-cals";
import { Problem } from "./problem";
import type { Channel, NamedCalType, Product } from "./product";
import { requiredCals, type Group } from "./required-cals";
import type { Terms } from "./terms";

/** What the buyer already has, and what comes with the servers. */
export interface Supply {
  /** CALs owned, of the type named and of a version that reaches the server. */
  readonly owned: number;
  readonly channel?: Channel;
  /** Server licenses bought, each with the CALs of its box. */
  readonly servers: number;
}

/** CALs still to buy: required, less those in the boxes, less those owned; never below 0. */
export function calsToBuy(
  product: Product,
  group: Group,
  named: NamedCalType | undefined,
  supply: Supply,
  terms: Terms,
): Answer<number> {
  if (supply.owned > 0 && !named) {
    throw new Problem(
      "not-understood",
      "Owned CALs are given without their CAL type. Give User or Device, because one cannot stand for the other.",
    );
  }
  const required = requiredCals(product, group, named, terms);
  const { calType, count } = required.value;
  if (calType === "None") return answer(0, ...required.because);
  const included = includedCals(product, supply.channel, supply.servers, terms);
  const toBuy = Math.max(0, count - included.value - supply.owned);
  const { owned } = supply;
  const because = [...required.because, ...included.because];
  if (owned > 0) {
    const { name, cal } = product;
    because.push(terms.reason("owned-cals", { owned, calType, edition: name, cal: cal.name }));
  }
  const sum = { required: count, included: included.value, owned, toBuy };
  because.push(terms.reason("to-buy", sum));
  const withServer = (supply.channel ?? product.channel ?? "OEM") === "OEM";
  if (toBuy > 0 && withServer) because.push(terms.reason("offer-with-server"));
  return answer(toBuy, ...because);
}
