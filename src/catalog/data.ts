// The shapes of src/data, as the schemas in src/data/schema demand them.
import accessKinds from "../data/access-kinds.yaml";
import calSuites from "../data/cal-suites.yaml";
import cals from "../data/cals.yaml";
import licenseUnits from "../data/license-units.yaml";
import products from "../data/products.yaml";
import rules from "../data/rules.yaml";
import sessionHosts from "../data/session-hosts.yaml";
import sources from "../data/sources.yaml";
import versions from "../data/windows-server-versions.yaml";
import words from "../data/words.yaml";
import type { AccessRule } from "../calculator/access-kind";
import type { Day } from "../calculator/answer";
import type { Channel, LicenseUnit, LimitName, NamedCalType, Phase } from "../calculator/product";

export interface SourceRecord {
  readonly title: string;
  readonly publisher: string;
  readonly href?: string;
  readonly read?: string;
  readonly checked: string;
}

export interface RuleRecord {
  readonly title: string;
  readonly says: string;
  readonly note?: string;
  readonly values?: Readonly<Record<string, number>>;
  readonly cites: readonly string[];
}

/** A fact with a citation of its own, or one that is not confirmed. */
export interface FactRecord<T> {
  readonly value?: T;
  readonly unconfirmed?: true;
  readonly inferred?: true;
  readonly safe?: true;
  readonly note?: string;
  readonly kits?: readonly number[];
  readonly years?: readonly Day[];
  readonly cites?: readonly string[];
}

/** The last days of support; what is left out was not read. */
export interface LifecycleRecord extends Partial<
  Readonly<Record<Phase | "released", Day | "none" | FactRecord<Day | "none">>>
> {
  readonly modern?: true;
  readonly cites: readonly string[];
}

export interface ProductRecord {
  readonly id: string;
  readonly like?: string;
  readonly name: string;
  readonly also?: readonly string[];
  readonly family: string;
  readonly unlessWritten?: readonly string[];
  readonly version: string;
  readonly base?: string;
  readonly edition: string;
  readonly cites: readonly string[];
  readonly model: string;
  readonly unit?: string;
  readonly vms?: number | "unlimited" | FactRecord<number | "unlimited">;
  readonly moreVms?: string;
  readonly byVm?: FactRecord<boolean>;
  readonly calsRequired: boolean | FactRecord<boolean>;
  readonly cal?: string;
  readonly alsoCals?: readonly string[];
  readonly included?: Readonly<Partial<Record<Channel, number | FactRecord<number>>>>;
  readonly channel?: Channel;
  readonly limits?: Readonly<
    Partial<Record<LimitName, number | "none" | FactRecord<number | "none">>>
  >;
  readonly grow?: string;
  readonly remarks?: readonly string[];
  readonly lifecycle?: LifecycleRecord;
}

/** Servers of a family, up to a version. */
interface ServersRecord {
  readonly family: string;
  readonly upTo: string;
  readonly note: string;
  readonly cites: readonly string[];
}

export interface CalSuiteRecord {
  readonly id: string;
  readonly name: string;
  readonly also?: readonly string[];
  readonly baseCal: FactRecord<boolean>;
  readonly userOnly?: true;
  readonly needsAssurance?: true;
  readonly cites: readonly string[];
}

/** Session hosts that are alike: editions of Windows Server, or single products. */
export interface SessionHostRecord extends FactRecord<boolean> {
  readonly editions?: readonly string[];
  readonly products?: readonly string[];
  readonly userOnly?: true;
}

export interface CalRecord {
  readonly id: string;
  readonly name: string;
  readonly also?: readonly string[];
  readonly family: string;
  readonly version: string;
  readonly onSale: boolean;
  readonly additive?: true;
  readonly unclear?: ServersRecord;
  readonly alsoFor?: { readonly products: readonly string[]; readonly cites: readonly string[] };
  readonly inferred?: ServersRecord;
  readonly remarks?: readonly string[];
  readonly cites: readonly string[];
  readonly packs?: Readonly<Partial<Record<Channel, FactRecord<readonly number[]>>>>;
}

export interface VersionRecord {
  readonly version: string;
  readonly cal: string;
  readonly cites: readonly string[];
  readonly lifecycle: LifecycleRecord;
}

/** A column of a table that a function reads, as messages name it. */
export type ColumnName =
  | "Group"
  | "Edition"
  | "Users"
  | "Devices"
  | "CAL type"
  | "Channel"
  | "Servers"
  | "CAL"
  | "Quantity"
  | "Software Assurance";

export interface Words {
  readonly calTypes: Readonly<Record<NamedCalType, readonly string[]>>;
  readonly channels: Readonly<Record<Channel, readonly string[]>>;
  readonly limits: Readonly<Record<LimitName, readonly string[]>>;
  readonly phases: Readonly<Record<Phase, readonly string[]>>;
  readonly hostHeaders: readonly string[];
  readonly columns: Readonly<Record<ColumnName, readonly string[]>>;
  readonly yesNo: Readonly<Record<"Yes" | "No", readonly string[]>>;
  readonly names: {
    readonly short: Readonly<Record<string, readonly string[]>>;
    readonly ignored: readonly string[];
    readonly ignoredInCals: readonly string[];
    readonly otherLicenses: readonly string[];
    readonly packSizes: readonly string[];
    readonly ignoredInSuites: readonly string[];
    readonly assurance: { readonly words: readonly string[]; readonly without: readonly string[] };
  };
}

export interface AccessKindRecord extends AccessRule {
  readonly name: string;
  readonly also: readonly string[];
  readonly since?: AccessRule & { readonly version: string };
  readonly only?: { readonly since?: string; readonly upTo?: string; readonly rule: string };
  readonly external?: true;
  readonly counts?: "users" | "devices";
  readonly remarks?: readonly string[];
  readonly note?: string;
  readonly cites?: readonly string[];
}

export const data = {
  accessKinds: accessKinds as readonly AccessKindRecord[],
  cals: cals as readonly CalRecord[],
  calSuites: calSuites as readonly CalSuiteRecord[],
  licenseUnits: licenseUnits as readonly LicenseUnit[],
  products: products as readonly (ProductRecord | (Partial<ProductRecord> & { like: string }))[],
  rules: rules as Readonly<Record<string, RuleRecord>>,
  sessionHosts: sessionHosts as readonly SessionHostRecord[],
  sources: sources as Readonly<Record<string, SourceRecord>>,
  versions: versions as readonly VersionRecord[],
  words: words as Words,
};
