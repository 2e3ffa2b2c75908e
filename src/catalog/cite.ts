import type { Citation, Citations } from "../calculator/answer";
import { data } from "./data";

/** Resolves references; a list without any is a mistake in the data. */
export function citeAll(references: readonly string[]): Citations {
  const [first, ...others] = references.map(cite);
  if (!first) throw new Error("A fact or rule without a citation.");
  return [first, ...others];
}

/** Resolves "source: place" to the source it names. */
export function cite(reference: string): Citation {
  const [id, ...place] = reference.split(": ");
  const source = data.sources[id];
  if (!source) throw new Error(`No source "${id}", cited as "${reference}".`);
  return { ...source, at: place.join(": ") || undefined };
}
