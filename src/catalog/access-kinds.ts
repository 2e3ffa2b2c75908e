import { ageOf } from "./catalog";
import { citeAll } from "./cite";
import { data, type AccessKindRecord } from "./data";
import { nearest, plain, shortened } from "./names";
import type { AccessKind } from "../calculator/access-kind";
import { Problem } from "../calculator/problem";

/** A kind of access with every name by which it is known. */
interface Named {
  readonly kind: AccessKind;
  readonly names: readonly string[];
}

const known: readonly Named[] = data.accessKinds.map((record) => ({
  kind: readKind(record),
  names: [record.name, ...record.also].map(wordsOf),
}));

/** Kinds of access, each with the rule that says what it needs. */
export const accessKinds: readonly AccessKind[] = known.map(({ kind }) => kind);

/** The kind of access a person means, whatever its capitals, signs and plurals. */
export function accessKindNamed(name: string): AccessKind {
  const wanted = wordsOf(name);
  const found = known.find(({ names }) => names.includes(wanted));
  if (found) return found.kind;
  const near = nearest(
    name,
    accessKinds.map(({ name }) => name),
  );
  throw new Problem(
    "not-understood",
    `Access “${shortened(name)}” is not a kind of access in this catalog. Nearest: ${near.map((name) => `“${name}”`).join(", ")}. See CALS.ACCESS().`,
  );
}

/** The kinds that have every word of a filter in their names; all of them for a blank one. */
export function accessKindsLike(filter: string): readonly AccessKind[] {
  const wanted = wordsOf(filter);
  if (wanted === "" && filter.trim() !== "") return [];
  const holds = ({ names }: Named): boolean => {
    const has = new Set(names.flatMap((name) => name.split(" ")));
    return wanted.split(" ").every((word) => word === "" || has.has(word));
  };
  return known.filter(holds).map(({ kind }) => kind);
}

function readKind({
  since,
  only,
  remarks = [],
  cites,
  note,
  ...record
}: AccessKindRecord): AccessKind {
  return {
    ...record,
    remarks,
    since: since && { ...since, age: ageOf(since.version, "Windows Server") },
    only: only && {
      ...only,
      newest: only.upTo === undefined ? 0 : ageOf(only.upTo, "Windows Server"),
      oldest: only.since === undefined ? Infinity : ageOf(only.since, "Windows Server"),
    },
    cited: cites && { cites: citeAll(cites), note },
  };
}

/** A name in words, without the ending of a plural or a possessive. */
function wordsOf(name: string): string {
  return plain(name)
    .split(" ")
    .map((word) => word.replace(/(?<=[cs]h|x)es$|s$/, ""))
    .filter(Boolean)
    .join(" ");
}
