import type { Answer } from "../calculator/answer";
import { licenseCost } from "../calculator/license-cost";
import { Problem } from "../calculator/problem";
import { rulebook } from "../catalog/catalog";
import { productNamed } from "../catalog/names";
import { questions } from "../functions/questions";

/** One server and two prices, as typed. */
export interface ServerEntry {
  readonly version: string;
  readonly processors: string;
  readonly coresPerProcessor: string;
  readonly vms: string;
  readonly standardPrice: string;
  readonly datacenterPrice: string;
}

export interface EditionCost {
  readonly edition: string;
  readonly licenses: number;
  readonly unit: string;
  readonly cost?: number;
}

export interface Comparison {
  readonly editions: readonly EditionCost[];
  /** The VMs from which Datacenter is cheaper; undefined without both prices. */
  readonly breakEven?: Answer<number>;
}

/** Standard against Datacenter on one server, or why that cannot be told. */
export function compareEditions(entry: ServerEntry): Comparison | Problem {
  try {
    return compared(entry);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem;
  }
}

/** The arguments of CALS.BREAKEVEN, to be taken to a cell. */
export const breakEvenCells = (entry: ServerEntry): readonly string[] => [
  entry.version,
  ...[entry.processors, entry.coresPerProcessor, entry.standardPrice, entry.datacenterPrice],
];

function compared(entry: ServerEntry): Comparison {
  const isPriced = Number(entry.standardPrice) > 0 && Number(entry.datacenterPrice) > 0;
  const editions = (["Standard", "Datacenter"] as const).map((name) => {
    const price = Number(name === "Standard" ? entry.standardPrice : entry.datacenterPrice);
    return editionCost(`Windows Server ${entry.version} ${name}`, entry, isPriced, price);
  });
  if (!isPriced) return { editions };
  return { editions, breakEven: questions.BREAKEVEN.ask(breakEvenCells(entry)) };
}

function editionCost(
  edition: string,
  { processors, coresPerProcessor, vms }: ServerEntry,
  isPriced: boolean,
  price: number,
): EditionCost {
  const licenses = questions.LICENSES.ask([edition, processors, coresPerProcessor, vms]).value;
  const unit = questions.LICENSEUNIT.ask([edition]).value;
  if (!isPriced) return { edition, licenses, unit };
  const cost = licenseCost(productNamed(edition).unit!, licenses, price, rulebook);
  return { edition, licenses, unit, cost };
}
