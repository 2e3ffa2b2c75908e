import { answer, type Answer } from "./answer";
import { limitText } from "./edition-limits";
import type { Included, LimitName, Product } from "./product";
import type { Terms } from "./terms";

/** One edition as a table shows it. */
export interface EditionRow {
  readonly edition: string;
  readonly model: string;
  readonly calsRequired: "Yes" | "No" | "Not confirmed";
  /** A number where there is one; else words, such as "10 or 25". */
  readonly calsIncluded: number | string;
  readonly limits: string;
}

/** A row for each edition, and why it needs CALs or none. */
export function editionTable(
  products: readonly Product[],
  terms: Terms,
): Answer<readonly EditionRow[]> {
  return answer(
    products.map(editionRow),
    ...products.map((product) => {
      const facts = { edition: product.name, cal: product.cal.name };
      return terms.reason(requirementRule[requirement(product)], facts, product.calsRequired);
    }),
  );
}

type Requirement = EditionRow["calsRequired"];

const requirementRule: Record<Requirement, string> = {
  Yes: "cals-required",
  No: "no-cals-required",
  "Not confirmed": "requirement-not-confirmed",
};

function requirement({ calsRequired: { value } }: Product): Requirement {
  if (value === undefined) return "Not confirmed";
  return value ? "Yes" : "No";
}

function editionRow(product: Product): EditionRow {
  const calsRequired = requirement(product);
  return {
    edition: product.name,
    model: product.model,
    calsRequired,
    calsIncluded: calsRequired === "No" ? 0 : included(product.included[product.channel ?? "OEM"]),
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
