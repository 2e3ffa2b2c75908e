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

/** A CAL product, such as the Windows Server 2025 CAL. `age` counts versions: 0 is the newest. */
export interface Cal {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly version: string;
  readonly age: number;
  readonly onSale: boolean;
  /** Servers of which no source says whether this CAL reaches them: a family, from an age on. */
  readonly unclear?: {
    readonly family: string;
    readonly age: number;
    readonly note: string;
    readonly cites: Citations;
  };
  /** Rules to be told with every count of this CAL. */
  readonly remarks: readonly string[];
  readonly cites: Citations;
  readonly packs: Readonly<Record<Channel, Fact<readonly number[]>>>;
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
