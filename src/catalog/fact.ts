import type { Citations } from "../calculator/answer";
import type { Fact } from "../calculator/product";
import { citeAll } from "./cite";
import type { FactRecord } from "./data";

/** A fact as the calculator takes it. A plain value is cited by what holds it. */
export function readFact<T>(fact: T | FactRecord<T>, inherited: Citations): Fact<T> {
  if (!isRecord(fact)) return { value: fact, cites: inherited };
  return { ...fact, value: fact.value, cites: fact.cites ? citeAll(fact.cites) : inherited };
}

/** Facts by their names. What the data leaves out was not read. */
export function readFacts<K extends string, T>(
  names: readonly K[],
  facts: Readonly<Partial<Record<K, T | FactRecord<T>>>> | undefined,
  cites: Citations,
): Readonly<Record<K, Fact<T>>> {
  const read = (name: K): Fact<T> => {
    const fact = facts?.[name];
    return fact === undefined ? { value: undefined, cites } : readFact<T>(fact, cites);
  };
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<K, Fact<T>>;
}

function isRecord<T>(fact: T | FactRecord<T>): fact is FactRecord<T> {
  return typeof fact === "object" && fact !== null && !Array.isArray(fact);
}
