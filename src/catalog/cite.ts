import type { Citation } from "../calculator/answer";
import { data } from "./data";

/** Resolves "source: place" to the source it names. */
export function cite(reference: string): Citation {
  const [id, ...place] = reference.split(": ");
  const source = data.sources[id];
  if (!source) throw new Error(`No source "${id}", cited as "${reference}".`);
  const { title, publisher, href, checked } = source;
  return { title, publisher, href, checked, at: place.join(": ") || undefined };
}
