import { alike, apart, sameYear, takenApart } from "./alike-names";
import { calProducts, products } from "./catalog";
import { data } from "./data";
import { mattering, wordsOf, yearsIn } from "./words-of-a-name";
import { folded } from "../calculator/folded";
import { Problem } from "../calculator/problem";
import type { Cal, Channel, LimitName, NamedCalType, Phase, Product } from "../calculator/product";

const { ignored, ignoredInCals, otherLicenses, packSizes } = data.words.names;
const ignoredWords = new Set(ignored);
const ignoredCalWords = new Set([...ignored, ...ignoredInCals]);
const productNames = named(products, data.products, ignoredWords);
const calNames = named(calProducts, data.cals, ignoredCalWords);
const versions = data.versions.map(({ version }) => version);
const versionNames = named(
  versions.map((version) => ({ id: version, name: version })),
  [],
  ignoredWords,
);

/** The product a person means by a name, whatever its word order, short forms and capitals. */
export function productNamed(name: string): Product {
  const words = withoutHardware(wordsOf(name));
  if (
    words.includes("cal") &&
    !words.some((word, i) => isQuantity(word) && words[i + 1] === "cal")
  ) {
    throw new Problem(
      "not-in-catalog",
      `Edition “${shortened(name)}” is the name of a CAL. Give the server's edition, such as “Windows Server 2022 Standard”.`,
    );
  }
  const meant = meantBy(words, productNames, ignoredWords);
  if (meant.length === 1 && yearsIn(words).length <= 1) return meant[0];
  throw notInCatalog("Edition", name, products, "See CALS.EDITIONS().");
}

/** The CAL product a person means by a name; its type, User or Device, makes no difference here. */
export function calNamed(name: string): Cal {
  const written = wordsOf(name);
  if (meantBy(withoutHardware(written), productNames, ignoredWords).length > 0) {
    throw new Problem(
      "not-in-catalog",
      `CAL “${shortened(name)}” is the name of a server edition. Give the CAL, such as “Windows Server 2022 CAL”; CALS.CAL(edition) names it.`,
    );
  }
  const words = written.filter((word) => !packSizes.includes(word));
  if (words.some((word) => otherLicenses.includes(word))) {
    throw new Problem(
      "not-in-catalog",
      `“${shortened(name)}” is not in this catalog: RMS, SQL and Exchange CALs, External Connectors, CAL suites and Microsoft 365 plans are other licenses than the CALs it has.`,
    );
  }
  const meant = meantBy(words, calNames, ignoredCalWords);
  if (meant.length === 1) return meant[0];
  throw notInCatalog("CAL", name, calProducts, "See CALS.CAL(edition).");
}

/** The version of Windows Server a person means by "2012 R2" or "Windows Server 2022". */
export function versionNamed(name: string): string {
  const found = versionIn(name);
  if (found) return found;
  throw new Problem(
    "not-in-catalog",
    `Version “${shortened(name)}” is not in the catalog. Give one of ${versions.join(", ")}.`,
  );
}

export const versionIn = (name: string): string | undefined =>
  meantBy(wordsOf(name), versionNames, ignoredWords)[0]?.name;

export const calTypeNamed = (word: string): NamedCalType =>
  oneOf("CAL type", word, data.words.calTypes);

export const channelNamed = (word: string): Channel => oneOf("Channel", word, data.words.channels);

/** Whether a text is what people write above a column of physical servers. */
export const isHostHeader = (text: string): boolean =>
  data.words.hostHeaders.some((header) => plain(header) === plain(text));

export const limitNamed = (word: string): LimitName => oneOf("Limit", word, data.words.limits);

export const phaseNamed = (word: string): Phase => oneOf("Phase", word, data.words.phases);

/** Products whose names hold every word of a filter; all of them for a blank one. */
export function productsLike(filter: string): readonly Product[] {
  const wanted = wordsOf(filter);
  if (wanted.length === 0 && filter.trim() !== "") return [];
  return products.filter((product) => {
    const has = new Set(wordsOf(product.name));
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
    `${label} must be ${choices.slice(0, -1).join(", ")} or ${choices[choices.length - 1]}. This cell has “${shortened(word)}”.`,
  );
}

/** The names closest to one that is not known, best first; those of the same version before others. */
export function nearest(name: string, known: readonly string[], most = 3): readonly string[] {
  const wanted = takenApart(name);
  const ofYear = known.filter((candidate) => sameYear(wanted, apart(candidate)));
  const scored = (ofYear.length < most ? known : ofYear).map(
    (candidate) => [alike(wanted, apart(candidate)), candidate] as const,
  );
  return scored
    .sort(([a], [b]) => b - a)
    .slice(0, most)
    .map(([, candidate]) => candidate);
}

export function notInCatalog(
  label: string,
  name: string,
  known: readonly { readonly name: string }[],
  see: string,
): Problem {
  const names = known.map(({ name }) => name);
  const near = nearest(name, names).map((candidate) => `“${candidate}”`);
  const message = `${label} “${shortened(name)}” is not in the catalog, or could mean several. Nearest: ${near.join(", ")}. ${see}`;
  return new Problem("not-in-catalog", message);
}

interface Named<T> {
  readonly item: T;
  /** Those that matter, each once. */
  readonly words: readonly string[];
  /** Words that make a name mean something else: “Windows Server 2016 Hyper-V” is no Hyper-V Server. */
  readonly unlessWritten: readonly string[];
}

/** Every name by which an item is known, taken apart once. */
export function named<T extends { readonly id: string; readonly name: string }>(
  items: readonly T[],
  records: readonly {
    readonly id?: string;
    readonly also?: readonly string[];
    readonly unlessWritten?: readonly string[];
  }[],
  ignore: ReadonlySet<string>,
): readonly Named<T>[] {
  return items.flatMap((item) => {
    const { also = [], unlessWritten = [] } = records.find(({ id }) => id === item.id) ?? {};
    return [item.name, ...also].map((name) => ({
      item,
      words: [...mattering(wordsOf(name), ignore)],
      unlessWritten,
    }));
  });
}

export function meantBy<T>(
  words: readonly string[],
  known: readonly Named<T>[],
  ignore: ReadonlySet<string>,
): readonly T[] {
  const written = mattering(words, ignore);
  const found = known.filter(
    ({ words: own, unlessWritten }) =>
      own.length === written.size &&
      own.every((word) => written.has(word)) &&
      !unlessWritten.some((word) => words.includes(word)),
  );
  return [...new Set(found.map(({ item }) => item))];
}

/** Without "16 core", "2 CPU", "SP 1" and the like, which part titles have and editions do not. */
function withoutHardware(words: readonly string[]): readonly string[] {
  const units = /^(core|cpu|proc|processor|socket|vm|pk|pack|lic)s?$/;
  return words.filter((word, i) => {
    if (units.test(word) || word === "sp") return false;
    return !(isQuantity(word) && (units.test(words[i + 1] ?? "") || words[i - 1] === "sp"));
  });
}

const isQuantity = (word: string): boolean => /^\d{1,3}$/.test(word);

/** A word without its capitals and punctuation. */
export const plain = (word: string): string =>
  folded(word)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A message is read in a small card, so a whole paragraph in a cell is not repeated there. */
export const shortened = (name: string): string => name.replace(/^(.{80}).+/su, "$1…");
