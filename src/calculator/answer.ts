/** A calendar day, such as "2026-01-31". ISO days sort as text, so the calculator needs no clock. */
export type Day = string;

/** Where something is written: the document, the place in it, and the day somebody last read it. */
export interface Citation {
  readonly title: string;
  readonly publisher: string;
  readonly at?: string;
  readonly href?: string;
  readonly checked: Day;
  /** In which form it was read, such as "stored copy"; left out for the publisher's own page. */
  readonly read?: string;
}

/** At least one citation, because a reason without a source is no reason. */
export type Citations = readonly [Citation, ...Citation[]];

/** One step of an answer: the rule that spoke, what it said here, and where it is written. */
export interface Reason {
  readonly rule: string;
  readonly title: string;
  readonly says: string;
  readonly cites: Citations;
}

/** A value, and the reasons that lead to it. "No", 0 and FALSE are answers. */
export interface Answer<T> {
  readonly value: T;
  readonly because: readonly Reason[];
}

export function answer<T>(value: T, ...because: readonly Reason[]): Answer<T> {
  return { value, because };
}
