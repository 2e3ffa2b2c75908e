import type { Citations } from "../calculator/answer";
import type { Fact } from "../calculator/product";
import { citeAll } from "./cite";
import type { FactRecord } from "./data";

/** A fact as the calculator takes it. A plain value is cited by what holds it. */
export function readFact<T>(fact: T | FactRecord<T>, inherited: Citations): Fact<T> {
  if (!isRecord(fact)) return { value: fact, cites: inherited };
  return { ...fact, value: fact.value, cites: fact.cites ? citeAll(fact.cites) : inherited };
}

/** What the data leaves out, where leaving out means that it was not read. */
export const notRead = (cites: Citations): Fact<never> => ({ value: undefined, cites });

function isRecord<T>(fact: T | FactRecord<T>): fact is FactRecord<T> {
  return typeof fact === "object" && fact !== null && !Array.isArray(fact);
}
