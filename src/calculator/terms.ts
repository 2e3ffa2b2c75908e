import type { Citations, Reason } from "./answer";

/** The numbers that rules turn on. A new number is data; a rule with a new kind of number is a line here. */
export interface RuleValues {
  readonly administration: { readonly exempt: number };
  readonly "core-license": { readonly perProcessor: number; readonly perServer: number };
  readonly "processor-license": { readonly processors: number };
  readonly "one-processor-license": { readonly processors: number };
  readonly "core-packs": { readonly small: number; readonly large: number };
  readonly "rds-revoking": { readonly percent: number; readonly of: number };
  readonly "license-by-vm": { readonly perVm: number; readonly perCustomer: number };
}

/** A rule as the rulebook holds it, its citations resolved. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly note?: string;
  readonly values: Readonly<Record<string, number>>;
  readonly cites: Citations;
}

export type Facts = Readonly<Record<string, string | number>>;

/** The rulebook, ready to be asked. The calculator writes no prose and knows no links: it asks here. */
export interface Terms {
  /** The numbers of a rule. */
  values<R extends keyof RuleValues>(rule: R): RuleValues[R];
  /** The only maker of reasons. What a fact cites takes the place of the rule's own, as nearer to the case. */
  reason(rule: string, facts?: Facts, cited?: Cited): Reason;
}

/** What a fact adds to the reason that tells it. */
export interface Cited {
  readonly cites: Citations;
  readonly note?: string;
  readonly inferred?: boolean;
  readonly safe?: boolean;
}

export function terms(rules: ReadonlyMap<string, Rule>): Terms {
  const rule = (id: string): Rule => {
    const found = rules.get(id);
    if (!found) throw new Error(`The rulebook has no rule "${id}".`);
    return found;
  };
  return {
    values: (id) => rule(id).values as never,
    reason(id, facts = {}, cited) {
      const { title, says, note, values, cites } = rule(id);
      const parts = [fill(says, { ...values, ...facts })];
      if (cited?.safe) parts.push(rule("safe-number").says);
      if (cited?.inferred) parts.push(rule("inferred").says);
      if (cited?.note) parts.push(cited.note);
      if (note) parts.push(note);
      return {
        rule: id,
        title,
        says: parts.join(" "),
        cites: cited?.cites ?? cites,
      };
    },
  };
}

/** Puts facts into a rule's words: `{name}`, or `{name|one|many}` for a number with its noun. */
export function fill(says: string, facts: Facts): string {
  return says.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one, many) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`No fact for {${name}} in “${says}”`);
    const shown = typeof fact === "number" ? grouped(fact) : fact;
    if (one === undefined) return shown;
    return `${shown} ${fill(fact === 1 ? one : many, facts)}`;
  });
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
