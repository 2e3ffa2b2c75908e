import { data } from "./data";
import { accessKinds, calProducts, products } from "./catalog";
import type { AccessKind } from "../calculator/access";
import { Problem } from "../calculator/problem";
import type { Cal, Channel, LimitName, NamedCalType, Product } from "../calculator/product";

const { short, ignored, ignoredInCals } = data.words.names;
const ignoredWords = new Set(ignored);
const ignoredCalWords = new Set([...ignored, ...ignoredInCals]);

/** The product a person means by a name, whatever its word order, short forms and capitals. */
export function productNamed(name: string): Product {
  const named = products.filter((product) => same(words(name), words(product.name), ignoredWords));
  if (named.length === 1) return named[0];
  throw notInCatalog(
    "Edition",
    name,
    products.map((product) => product.name),
    "See CALS.EDITIONS().",
  );
}

/** The CAL product a person means by a name; its type, User or Device, makes no difference here. */
export function calNamed(name: string): Cal {
  const named = calProducts.filter((cal) =>
    [cal.name, ...namesOf(cal)].some((known) => same(words(name), words(known), ignoredCalWords)),
  );
  if (named.length === 1) return named[0];
  throw notInCatalog(
    "CAL",
    name,
    calProducts.map((cal) => cal.name),
    "See CALS.CAL(edition).",
  );
}

export const calTypeNamed = (word: string): NamedCalType =>
  oneOf("CAL type", word, data.words.calTypes);

export const channelNamed = (word: string): Channel => oneOf("Channel", word, data.words.channels);

export const limitNamed = (word: string): LimitName => oneOf("Limit", word, data.words.limits);

export function accessKindNamed(word: string): AccessKind {
  const known = Object.fromEntries(accessKinds.map(({ name, also }) => [name, also]));
  const name = oneOf("Access", word, known);
  return accessKinds.find((kind) => kind.name === name)!;
}

/** Products whose names hold every word of a filter; all of them for a blank one. */
export function productsLike(filter: string): readonly Product[] {
  const wanted = words(filter);
  return products.filter((product) => {
    const has = new Set(words(product.name));
    return wanted.every((word) => has.has(word));
  });
}

/** A word of a closed list, or a Problem that lists the choices. */
export function oneOf<K extends string>(
  label: string,
  word: string,
  list: Readonly<Record<K, readonly string[]>>,
): K {
  const wanted = plain(word);
  const choices = Object.keys(list) as K[];
  const found = choices.find((choice) =>
    [choice, ...list[choice]].some((known) => plain(known) === wanted),
  );
  if (found) return found;
  throw new Problem(
    "not-understood",
    `${label} must be ${choices.slice(0, -1).join(", ")} or ${choices[choices.length - 1]}. This cell has “${word}”.`,
  );
}

/** The names closest to one that is not known, best first. */
export function nearest(name: string, known: readonly string[], most = 3): readonly string[] {
  const wanted = pairs(words(name).join(" "));
  const scored = known.map((candidate) => ({
    candidate,
    score: alike(wanted, pairs(words(candidate).join(" "))),
  }));
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

const namesOf = (cal: Cal): readonly string[] =>
  data.cals.find(({ id }) => id === cal.id)?.also ?? [];

function notInCatalog(label: string, name: string, known: readonly string[], see: string): Problem {
  const near = nearest(name, known).map((candidate) => `“${candidate}”`);
  const message = `${label} “${name}” is not in the catalog, or could mean several. Nearest: ${near.join(", ")}. ${see}`;
  return new Problem("not-in-catalog", message);
}

/** A name in words: lower case, short forms spelled out, "2012r2" and "ws2012" taken apart. */
function words(name: string): readonly string[] {
  const spaced = name
    .toLowerCase()
    .replace(/[®™]|\((?:r|tm)\)/g, " ")
    .replace(/r\s+2(?!\d)/g, "r2")
    .replace(/(\d{4})(r2)/g, "$1 $2")
    .replace(/([a-z])(\d{4})/g, "$1 $2")
    .replace(/[^a-z0-9]+/g, " ");
  return spaced
    .split(" ")
    .filter(Boolean)
    .flatMap((word) => short[word] ?? [word]);
}

function same(a: readonly string[], b: readonly string[], ignore: ReadonlySet<string>): boolean {
  const [left, right] = [a, b].map((list) => new Set(list.filter((word) => !ignore.has(word))));
  return left.size === right.size && [...left].every((word) => right.has(word));
}

const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const pairs = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
