import type { Reason } from "./answer";
import type { Product } from "./product";
import type { Cited, Terms } from "./terms";

/** What a kind of access needs: a CAL each, none, one each beyond the exempt, or what no source confirms. */
export type Needs = "each" | "none" | "beyond-exempt" | "unconfirmed";

/** What an access needs, and the rule that says why. */
export interface AccessRule {
  readonly needs: Needs;
  readonly rule: string;
}

/** A kind of access. Where the version of the server decides, `since` holds from that version on. */
export interface AccessKind extends AccessRule {
  readonly name: string;
  readonly since?: AccessRule & { readonly version: string; readonly age: number };
  /** The versions, by age, outside of which there is no such access, and the rule that says so. */
  readonly only?: {
    readonly since?: string;
    readonly upTo?: string;
    readonly newest: number;
    readonly oldest: number;
    readonly rule: string;
  };
  /** Whether an External Connector may take the place of the CALs. */
  readonly external?: boolean;
  /** What a limit of an edition counts them as, if it counts them. */
  readonly counts?: "users" | "devices";
  /** Rules to be told with every count. */
  readonly remarks: readonly string[];
  /** Nearer to this kind than what its rule cites. */
  readonly cited?: Cited;
}

/** What holds on a server of this version; undefined where the version decides and is not known. */
export function ruleOn(kind: AccessKind, product: Product | undefined): AccessRule | undefined {
  const { since } = kind;
  if (!since) return kind;
  if (!product) return undefined;
  return product.age <= since.age ? since : kind;
}

/** Why a kind needs what it needs. */
export function whyNeeded(kind: AccessKind, { rule }: AccessRule, terms: Terms): Reason {
  return terms.reason(rule, { kind: kind.name }, rule === kind.rule ? kind.cited : undefined);
}

/** What a kind needs as a table shows it, such as `None since 2012, a CAL each before`. */
export function needsText({ needs, since, only }: AccessKind, terms: Terms): string {
  if (!since) return `${capital(inWords(needs, terms))}${when(only)}`;
  const from = capital(inWords(since.needs, terms));
  return `${from} since ${since.version}, ${inWords(needs, terms)} before`;
}

function when(only: AccessKind["only"]): string {
  if (!only) return "";
  return only.since === undefined ? ` up to ${only.upTo}` : ` since ${only.since}`;
}

function inWords(needs: Needs, terms: Terms): string {
  if (needs === "each") return "a CAL each";
  if (needs === "none") return "none";
  if (needs === "unconfirmed") return "not confirmed";
  return `a CAL each beyond ${terms.values("administration").exempt}`;
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
