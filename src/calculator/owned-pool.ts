import type { Cal, CalType, Product } from "./product";
import { newestOf, reaches } from "./reaches";

/** CALs that the buyer has. */
export interface OwnedCals {
  readonly row: number;
  readonly cal: Cal;
  readonly calType: CalType;
  readonly quantity: number;
  readonly softwareAssurance: boolean;
}

/** Owned CALs of one kind, as far as they have been used. */
export interface Lot extends Omit<OwnedCals, "row"> {
  /** What they count as: with Software Assurance, the newest version. */
  readonly as: Cal;
  left: number;
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
      if (lot.calType !== calType || !reaches(lot.as, product)) continue;
      const used = Math.min(open, lot.left);
      lot.left -= used;
      open -= used;
    }
    return wanted - open;
  }
}

function lotsOf(owned: readonly OwnedCals[], cals: readonly Cal[]): Iterable<Lot> {
  const lots = new Map<string, Lot>();
  for (const { cal, calType, quantity, softwareAssurance } of owned) {
    const key = `${cal.id} ${calType} ${softwareAssurance}`;
    const before = lots.get(key)?.quantity ?? 0;
    const all = before + quantity;
    const as = softwareAssurance ? newestOf(cal, cals) : cal;
    lots.set(key, { cal, calType, quantity: all, softwareAssurance, as, left: all });
  }
  return lots.values();
}

/** Of one version, those without Software Assurance first: they will not follow the next version. */
const oldestFirst = (a: Lot, b: Lot): number =>
  b.as.age - a.as.age || Number(a.softwareAssurance) - Number(b.softwareAssurance);
