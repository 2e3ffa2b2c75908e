import { isTyped, type OwnedEntry, type Questionnaire } from "./questionnaire";
import { calProducts, calSuites } from "../catalog/catalog";
import { rdsFamily } from "../catalog/session-host";

/** RDS CALs come on top of base CALs, and one never stands for the other. */
export type OwnedKind = "Base" | "RDS";

/** What is owned, Microsoft 365 included, as far as a quantity was given, in the order of its use. */
export function ownedCals({ owned, microsoft365 }: Questionnaire): readonly OwnedEntry[] {
  const { plan, users } = microsoft365;
  const suite = { cal: plan, calType: "User", quantity: users, softwareAssurance: false };
  return [...owned, suite].filter(({ quantity }) => isTyped(quantity)).sort(byAge);
}

/** Old CALs reach fewer servers, so they are used up first; what reaches every version is used last. */
const byAge = (a: OwnedEntry, b: OwnedEntry): number => ageOf(b) - ageOf(a);

const calOf = ({ cal }: Pick<OwnedEntry, "cal">) => calProducts.find(({ name }) => name === cal);

const ageOf = (entry: OwnedEntry): number =>
  entry.softwareAssurance ? -1 : (calOf(entry)?.age ?? -1);

export const kindOf = (entry: OwnedEntry): OwnedKind =>
  calOf(entry)?.family === rdsFamily ? "RDS" : "Base";

/** A base CAL of one version; no suite, and no RDS CAL. */
export const isPlainCal = (entry: OwnedEntry): boolean =>
  calOf(entry) !== undefined && kindOf(entry) === "Base";

/** What Software Assurance makes of a CAL: the newest of its family; a suite says by itself that it has it. */
export function assured(entry: Pick<OwnedEntry, "cal">): string {
  const cal = calOf(entry);
  if (!cal) return `${entry.cal} with SA`;
  return calProducts.find(({ family }) => family === cal.family)!.name;
}

/** The name by which COVERS is asked. */
export const coversName = (entry: OwnedEntry): string =>
  `${entry.softwareAssurance ? assured(entry) : entry.cal} ${entry.calType}`;

const isPlan = (name: string): boolean => name.startsWith("Microsoft 365");

/** What a buyer may own, newest first. */
export const ownedChoices: readonly string[] = [
  ...calProducts.map(({ name }) => name),
  ...calSuites.map(({ name }) => name).filter((name) => !isPlan(name)),
];

export const planChoices: readonly string[] = calSuites.map(({ name }) => name).filter(isPlan);
