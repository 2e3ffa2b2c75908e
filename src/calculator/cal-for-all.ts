import { answer, type Answer } from "./answer";
import { Problem } from "./problem";
import type { Product } from "./product";
import { remarks } from "./remarks";
import { noCalsRequired } from "./required-cals";
import type { Terms } from "./terms";
import { isBaseCalFor, r2Reason } from "./version-rights";

/** A server, and the cell that names it, such as "Editions, cell 2". */
export interface ServerInCell {
  readonly product: Product;
  readonly cell: string;
}

/** The name of the CAL that reaches all of these servers; "None" where none of them needs CALs. */
export function calForAll(servers: readonly ServerInCell[], terms: Terms): Answer<string> {
  if (servers.length === 0) {
    throw new Problem(
      "not-understood",
      "Editions has no edition. Point to the cells that name the servers these people reach.",
    );
  }
  const each = firstOfEach(servers);
  const free = each.flatMap((server) =>
    inCell(server, () => noCalsRequired(server.product, terms)),
  );
  const needing = each.filter(({ product }) => product.calsRequired.value);
  const hosts = terms.reason("virtual-machine-host");
  if (needing.length === 0) return answer("None", ...free, hosts);
  const newest = newestOfAll(needing);
  if (!newest) throw noCalForAll(needing, terms);
  const { name: edition, cal } = newest.product;
  return answer(
    cal.name,
    terms.reason("newest-decides", { edition, cal: cal.name }),
    ...r2Reason(newest.product, terms),
    ...free,
    hosts,
    ...needing.flatMap(({ product }) => remarks(product, terms)),
  );
}

/** A long list names few editions, so each is told once. */
function firstOfEach(servers: readonly ServerInCell[]): readonly ServerInCell[] {
  const seen = new Set<Product>();
  return servers.filter(({ product }) => !seen.has(product) && seen.add(product));
}

/** The first server of the newest whose CAL reaches all the others; undefined where there is none. */
const newestOfAll = (servers: readonly ServerInCell[]): ServerInCell | undefined =>
  [...servers]
    .sort((a, b) => a.product.cal.age - b.product.cal.age)
    .find(({ product: { cal } }) => servers.every(({ product }) => isBaseCalFor(cal, product)));

/** No CAL reaches servers of two families, such as Windows Server and Small Business Server. */
function noCalForAll([first, ...others]: readonly ServerInCell[], terms: Terms): Problem {
  const other = others.find(({ product }) => product.cal.family !== first.product.cal.family)!;
  const { name: edition, cal } = other.product;
  const facts = { cal: first.product.cal.name, edition, needed: cal.name };
  return new Problem(
    "not-understood",
    `${other.cell}: ${edition} asks for ${cal.name}s, ${first.cell} for ${first.product.cal.name}s. No CAL reaches both; ask for each family apart.`,
    [terms.reason("family-differs", facts)],
  );
}

/** A refusal says which cell it is about. */
export function inCell<T>({ cell }: Pick<ServerInCell, "cell">, ask: () => T | undefined): T[] {
  try {
    const found = ask();
    return found === undefined ? [] : [found];
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    throw new Problem(trouble.kind, `${cell}: ${trouble.message}`, trouble.because);
  }
}
