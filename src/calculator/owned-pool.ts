import type { Cal, CalSuite, CalType, Product } from "./product";
import { newestOf } from "./newest-of";
import { holdsBaseCalFor, isBaseCalFor } from "./version-rights";

/** CALs that the buyer has, or suites that may hold them. */
export interface OwnedCals {
  readonly row: number;
  readonly license: Cal | CalSuite;
  readonly calType: CalType;
  readonly quantity: number;
  readonly softwareAssurance: boolean;
}

export const isSuite = (license: Cal | CalSuite): license is CalSuite => "baseCal" in license;

/** Owned CALs of one kind, as far as they have been used. */
export interface Lot extends Omit<OwnedCals, "row"> {
  readonly reach: Reach;
  left: number;
}

/** Which servers a kind of CAL reaches. `age` is that of the newest; a suite has no version and reaches them all. */
interface Reach {
  readonly age: number;
  to(product: Product): boolean;
}

/** Owned CALs from which the groups of a plan are served in turn, so that each CAL is used once. */
export class OwnedPool {
  readonly lots: readonly Lot[];

  constructor(owned: readonly OwnedCals[], cals: readonly Cal[]) {
    this.lots = [...lotsOf(owned, cals)].sort(oldestFirst);
  }

  /** Uses up to so many CALs of a type that reach a server, the oldest first; answers how many there were. */
  take(product: Product, calType: CalType, wanted: number): number {
    let open = wanted;
    for (const lot of this.lots) {
      if (open === 0) break;
      if (lot.calType !== calType || !lot.reach.to(product)) continue;
      const used = Math.min(open, lot.left);
      lot.left -= used;
      open -= used;
    }
    return wanted - open;
  }
}

function lotsOf(owned: readonly OwnedCals[], cals: readonly Cal[]): Iterable<Lot> {
  const lots = new Map<string, Lot>();
  for (const row of owned) {
    const { license, calType, softwareAssurance } = row;
    const key = `${license.id} ${calType} ${softwareAssurance}`;
    const quantity = (lots.get(key)?.quantity ?? 0) + row.quantity;
    const kind = { license, calType, softwareAssurance, quantity };
    lots.set(key, { ...kind, left: quantity, reach: reachOf(row, cals) });
  }
  return lots.values();
}

/** With Software Assurance a CAL counts as the newest of its family. */
function reachOf({ license, softwareAssurance }: OwnedCals, cals: readonly Cal[]): Reach {
  if (isSuite(license)) {
    return {
      age: -1,
      to: (product) => holdsBaseCalFor(license, softwareAssurance, product) === true,
    };
  }
  const as = softwareAssurance ? newestOf(license, cals) : license;
  return { age: as.age, to: (product) => isBaseCalFor(as, product) === true };
}

/** Of one version, those without Software Assurance first: they will not follow the next version. */
const oldestFirst = (a: Lot, b: Lot): number =>
  b.reach.age - a.reach.age || Number(a.softwareAssurance) - Number(b.softwareAssurance);
