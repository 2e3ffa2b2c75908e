import { limitText } from "./edition-limits";
import type { Included, LimitName, Product } from "./product";

/** One edition as a table shows it. */
export interface EditionRow {
  readonly edition: string;
  readonly model: string;
  readonly calsRequired: "Yes" | "No" | "Not confirmed";
  /** A number where there is one; else words, such as "10 or 25". */
  readonly calsIncluded: number | string;
  readonly limits: string;
}

/** What the catalog says of an edition, in the words of a table. */
export function editionRow(product: Product): EditionRow {
  const required = product.calsRequired.value;
  return {
    edition: product.name,
    model: product.model.value!,
    calsRequired: required === undefined ? "Not confirmed" : required ? "Yes" : "No",
    calsIncluded: required === false ? 0 : included(product.included[product.channel ?? "OEM"]),
    limits: limits(product),
  };
}

function included(fact: Included | undefined): number | string {
  if (fact?.value === undefined) return "Not confirmed";
  return fact.kits ? fact.kits.join(" or ") : fact.value;
}

function limits({ limits }: Product): string {
  const names = Object.keys(limits) as LimitName[];
  const known = names.filter((name) => typeof limits[name].value === "number");
  return known.map((name) => limitText(name, limits[name].value)).join(", ");
}
