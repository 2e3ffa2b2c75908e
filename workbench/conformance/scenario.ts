import type { Ground } from "./ground";

/** What a scenario may see: whatever a report can keep. */
export type Seen = null | boolean | number | string | Seen[] | { [name: string]: Seen };

/**
 * One question to Excel, asked through its public API alone. The same code asks the stand-in, in the
 * tests, and real Excel, where somebody opens the conformance page in it.
 */
export interface Scenario {
  /** Lower case with hyphens, and never changed: reports of real Excel know it by this. */
  readonly name: string;
  /** A question in a sentence, for a person who reads the report. */
  readonly asks: string;
  /** The version of ExcelApi that it uses, or another set and its version. */
  readonly needs: string;
  /** What the stand-in answers; or, as text, what it lacks, and then only Excel is asked. */
  readonly emulated: { readonly sees: Seen } | { readonly lacks: string };
  run(ground: Ground): Promise<Seen>;
}

/** Scenarios about one thing, under a heading. */
export interface Family {
  readonly about: string;
  readonly scenarios: readonly Scenario[];
}
