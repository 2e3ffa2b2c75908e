import { answer, type Answer, type Reason } from "./answer";
import { dearerFrom } from "./dearer-from";
import { folded } from "./folded";
import { priceText } from "./money";
import { Problem } from "./problem";
import type { Product } from "./product";
import { noCalsRequired } from "./required-cals";
import type { Terms } from "./terms";

/**
 * The External Connectors for the physical servers that external users can reach: their number, or a name for
 * each virtual machine and each server it may run on. Of any edition that needs CALs if none is named.
 */
export function externalConnectors(
  hosts: number | readonly string[],
  product: Product | undefined,
  terms: Terms,
): Answer<number> {
  const none = product && noCalsRequired(product, terms);
  if (none) return answer(0, none, ...product.remarks.map((remark) => terms.reason(remark)));
  if (product && !product.hasConnector) throw notConfirmed(product, terms);
  const servers = typeof hosts === "number" ? hosts : new Set(hosts.map(folded)).size;
  if (servers === 0) {
    throw new Problem(
      "not-understood",
      "Hosts is blank or 0. Give the number of physical servers that external users can reach, or a range with their names.",
    );
  }
  const because: Reason[] = [];
  if (typeof hosts !== "number") {
    because.push(terms.reason("possible-hosts", { rows: hosts.length, hosts: servers }));
  }
  because.push(terms.reason("external-connector", { servers }));
  if (product) because.push(terms.reason("connector-version", { cal: product.cal.name }));
  because.push(terms.reason("who-is-external"), terms.reason("rds-connector-on-top"));
  return answer(servers, ...because);
}

/** The first number of external users for whom connectors are strictly cheaper than CALs. */
export function connectorBreakEven(
  connectorPrice: number | undefined,
  calPrice: number | undefined,
  servers: number,
  terms: Terms,
): Answer<number> {
  const connectors = given("Connector price", connectorPrice) * servers;
  const price = given("CAL price", calPrice);
  const users = dearerFrom(price, connectors);
  const most = users - 1;
  const facts = {
    servers,
    connectors: priceText(connectors),
    most,
    before: priceText(most * price),
    users,
    cals: priceText(users * price),
  };
  return answer(
    users,
    terms.reason("connectors-from", facts),
    terms.reason("external-connector", { servers }),
    terms.reason("who-is-external"),
  );
}

function notConfirmed(product: Product, terms: Terms): Problem {
  const facts = { what: "An External Connector", subject: product.name };
  const reason = terms.reason("not-confirmed", facts, { cites: product.cites });
  return new Problem("not-confirmed", reason.says, [reason]);
}

function given(label: string, price: number | undefined): number {
  if (price !== undefined) return price;
  throw new Problem(
    "not-understood",
    `${label} is blank or 0. Give the price of one External Connector and of one CAL.`,
  );
}
