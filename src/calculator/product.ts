import type { Citations, Day } from "./answer";

export type CalType = "User" | "Device";
/** A CAL type as a question may name it: `None` is what CALTYPE answers where no CALs are required. */
export type NamedCalType = CalType | "None";
export type Channel = "OEM" | "Retail" | "Volume" | "CSP";
export type LimitName = "users" | "devices" | "processors" | "cores";
/** A phase of support; `esu` are Extended Security Updates. */
export type Phase = "mainstream" | "extended" | "esu";

/** Something the catalog holds, with where it is written. `value` is undefined where no source confirms it. */
export interface Fact<T> {
  readonly value: T | undefined;
  readonly cites: Citations;
  readonly note?: string;
  readonly inferred?: boolean;
  /** No source confirms the value, but it never leaves the buyer short. */
  readonly safe?: boolean;
}

/** In what server licenses are counted. The rule says what one covers, and holds its numbers. */
export type LicenseUnit =
  | { readonly name: string; readonly counts: "cores"; readonly rule: "core-license" }
  | {
      readonly name: string;
      readonly counts: "processors";
      readonly rule: "processor-license" | "one-processor-license";
    }
  | { readonly name: string; readonly counts: "servers"; readonly rule: string }
  | { readonly name: string; readonly counts: "nothing"; readonly rule: string };

/** How many CALs come with a server license. `kits` are the boxes it was sold in; the value is the smallest. */
export interface Included extends Fact<number> {
  readonly kits?: readonly number[];
}

/** Servers that are spoken of together: a family, from an age on. */
interface ServersOf {
  readonly family: string;
  readonly age: number;
  readonly note: string;
  readonly cites: Citations;
}

/** A CAL product, such as the Windows Server 2025 CAL. `age` counts versions: 0 is the newest. */
export interface Cal {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly version: string;
  readonly age: number;
  readonly onSale: boolean;
  /** It comes on top of a base CAL and never takes its place, as RDS CALs do. */
  readonly additive: boolean;
  /** Servers of which no source says whether this CAL reaches them. */
  readonly unclear?: ServersOf;
  /** Products, by id, of another family where it counts as the CAL that they ask for. */
  readonly alsoFor?: { readonly products: readonly string[]; readonly cites: Citations };
  /** Servers of which it is inferred, not read, whether this CAL reaches them. */
  readonly inferred?: ServersOf & { readonly inferred: true };
  /** Rules to be told with every count of this CAL. */
  readonly remarks: readonly string[];
  readonly cites: Citations;
  readonly packs: Readonly<Record<Channel, Fact<readonly number[]>>>;
}

/**
 * A license that may hold the base CAL among others: a CAL suite or a Microsoft 365 plan. It has no version:
 * it reaches whatever is released while it is kept up.
 */
export interface CalSuite {
  readonly id: string;
  readonly name: string;
  /** The family whose base CAL it holds, or might hold. */
  readonly family: string;
  /** Whether it holds that base CAL. */
  readonly baseCal: Fact<boolean>;
  /** It covers the person who has it, and no printer or shared device. */
  readonly userOnly: boolean;
  /** It needs active Software Assurance, or to be bought after the server's release. A subscription does not. */
  readonly needsAssurance: boolean;
}

/** Whether people may work on a server by Remote Desktop, and with which CALs. */
export interface SessionHost extends Fact<boolean> {
  /** The RDS CAL it asks for; undefined where no source names one. */
  readonly rdsCal?: Cal;
  /** Only User CALs can be used. */
  readonly userOnly: boolean;
}

/** When a product was released, and the last day of each phase of its support; "none" where it has no such phase. */
export interface Lifecycle extends Readonly<Record<Phase | "released", LifecycleDay>> {
  /** Microsoft's modern policy: supported while kept current, with no fixed day. */
  readonly modern: boolean;
  readonly cites: Citations;
}

/** `years` are the last days of each year of Extended Security Updates. */
export interface LifecycleDay extends Fact<Day | "none"> {
  readonly years?: readonly Day[];
}

/** A server product: one edition of one version. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly version: string;
  /** How many versions of Windows Server are newer than the one inside. */
  readonly age: number;
  readonly edition: string;
  readonly cites: Citations;
  /** How the server itself is licensed, such as "Server + CAL". */
  readonly model: string;
  /** Undefined where no source tells. */
  readonly unit?: LicenseUnit;
  /** Virtual machines with Windows that a server licensed once may run. */
  readonly vms: Fact<number | "unlimited">;
  /** The rule for further virtual machines; undefined where no source tells. */
  readonly moreVms?: string;
  /** Whether virtual machines may be licensed by their own cores. */
  readonly byVm: Fact<boolean>;
  /** Whether a Windows Server External Connector takes the place of its CALs; not where it asks for two kinds. */
  readonly hasConnector: boolean;
  readonly calsRequired: Fact<boolean>;
  /** The CAL it asks for, or would ask for if its edition needed CALs. */
  readonly cal: Cal;
  readonly sessionHost: SessionHost;
  /** Names of further CALs that the same people or devices need. */
  readonly alsoCals: readonly string[];
  /** Empty where the edition needs no CALs. */
  readonly included: Readonly<Partial<Record<Channel, Included>>>;
  /** The one channel of a box; OEM is taken where there is none. */
  readonly channel?: Channel;
  /** "none" is a confirmed absence of a limit. */
  readonly limits: Readonly<Record<LimitName, Fact<number | "none">>>;
  /** The edition to move to beyond a limit. */
  readonly grow?: Product;
  /** Rules to be told with every count of this product. */
  readonly remarks: readonly string[];
  readonly lifecycle: Lifecycle;
}
