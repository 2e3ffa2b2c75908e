import { wordsOf, yearsIn } from "./words-of-a-name";

/** What two names are compared by: their years and the pairs of their letters. */
export interface TakenApart {
  readonly years: readonly string[];
  readonly pairs: ReadonlySet<string>;
}

export function takenApart(name: string): TakenApart {
  const words = wordsOf(name);
  const text = words.join(" ");
  const pairs = [...text].map((letter, i, letters) => letter + letters[i + 1]);
  return { years: yearsIn(words), pairs: new Set(pairs.slice(0, -1)) };
}

/** A name of the catalog taken apart, once: a long table may ask for what is near thousands of times. */
export function apart(catalogName: string): TakenApart {
  const known = ofCatalog.get(catalogName) ?? takenApart(catalogName);
  ofCatalog.set(catalogName, known);
  return known;
}

const ofCatalog = new Map<string, TakenApart>();

/** How alike two names are, from 0 to 1 by the pairs of letters they share, and 1 more for the same year. */
export function alike(a: TakenApart, b: TakenApart): number {
  let shared = 0;
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared += 1;
  return (2 * shared) / Math.max(1, a.pairs.size + b.pairs.size) + (sameYear(a, b) ? 1 : 0);
}

/** Names of one year are nearer than any others. */
export const sameYear = (a: TakenApart, b: TakenApart): boolean =>
  a.years.some((year) => b.years.includes(year));
