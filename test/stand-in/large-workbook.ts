import { Problem } from "../../src/calculator/problem";
import { cals } from "../../src/cals";
import type { CellValue } from "../../workbench/host/cell-value";

// A large workbook of CALS formulas, ten in a row, and what each of them must come to. Inputs are in A to E of
// the row, and two are shared by all: the channel in $P$1 and the number of servers in $Q$1.

export type Shown = CellValue | CellValue[][];

export interface Inputs {
  edition: string;
  users: number;
  devices: number;
  owned: number;
  access: string;
}

export interface Shared {
  channel: string;
  servers: number;
}

export const sharedAt = { channel: "P1", servers: "Q1" } as const;

/** The formulas of a row by their columns; `#` is its number. The sizes in O spill down. */
const formulas = {
  F: "CALS.REQUIRED(A#,B#,C#)",
  G: "CALS.CALTYPE(A#,B#,C#)",
  H: 'CALS.TOBUY(A#,B#,C#,"User",D#,P1,Q1)',
  I: "CALS.CAL(A#)",
  J: "CALS.COVERS(I#,A#)",
  K: "CALS.INCLUDED(A#,P1,Q1)",
  L: "CALS.NEEDED(E#,B#)",
  M: "CALS.FITS(A#,B#,C#)",
  N: 'CALS.LIMIT(A#,"users")',
  O: "CALS.PACKSIZES(I#)",
} as const;

export type Column = keyof typeof formulas;
export const columns = Object.keys(formulas) as Column[];
export const formulaOf = (column: Column, row: number): string =>
  formulas[column].replaceAll("#", String(row));

/** What is entered in A to E of a row. */
export const inputCells = (row: number, given: Inputs): [at: string, value: CellValue][] => [
  [`A${row}`, given.edition],
  [`B${row}`, given.users],
  [`C${row}`, given.devices],
  [`D${row}`, given.owned],
  [`E${row}`, given.access],
];

const editions = [
  "Windows Server 2012 R2 Standard",
  "2022 datacenter",
  "WS2008R2 Enterprise",
  "Windows Server 2019 Standard",
  "Windows Server 2022 Essentials",
  "Windows Server 2033 Standard",
];

/** The inputs of a row, counted from 1. Some of the groups are too large for Essentials, by users, devices or both. */
export function inputsOf(row: number): Inputs {
  const edition = editions[row % editions.length];
  const [users, devices] = edition.endsWith("Essentials")
    ? [(row % 37) + 1, (row % 101) + 1]
    : [row, ((row * 7919) % 10_007) + 1];
  const access = row % 2 ? "network printer" : "anonymous internet visitor";
  return { edition, users, devices, owned: row % 41, access };
}

/** What the formulas of a row show. Counts are reckoned here; what only the catalog can know is asked of it. */
export function expectedOf(inputs: Inputs, { channel, servers }: Shared): Record<Column, Shown> {
  const { edition, users, devices, owned, access } = inputs;
  const { cal, inBox, userLimit, deviceLimit, packs } = factsOf(edition, channel);
  const isKnown = cal !== "#N/A";
  const needsCals = isKnown && cal !== "None";
  const fits = isKnown ? within(users, userLimit) && within(devices, deviceLimit) : "#N/A";
  const counted = <T>(value: T, none: T) => (fits === true ? (needsCals ? value : none) : "#N/A");
  return {
    F: counted(Math.min(users, devices), 0),
    G: counted(users <= devices ? "User" : "Device", "None"),
    H: counted(Math.max(0, users - Number(inBox) * servers - owned), 0),
    I: cal,
    J: needsCals || "#N/A",
    K: isKnown ? Number(inBox) * servers : "#N/A",
    L: access === "network printer" ? users : 0,
    M: fits,
    N: userLimit,
    O: packs,
  };
}

const within = (count: number, limit: number | string) =>
  limit === "None" || count <= Number(limit);

interface Facts {
  cal: string;
  inBox: number | string;
  userLimit: number | string;
  deviceLimit: number | string;
  packs: number[][] | string;
}

const known = new Map<string, Facts>();

function factsOf(edition: string, channel: string): Facts {
  const key = `${edition}|${channel}`;
  const found = known.get(key) ?? askFacts(edition, channel);
  known.set(key, found);
  return found;
}

function askFacts(edition: string, channel: string): Facts {
  const cal = orError(() => cals.cal({ edition }).value);
  return {
    cal,
    inBox: orError(() => cals.included({ edition, channel }).value),
    userLimit: orError(() => cals.limit({ edition, limit: "users" }).value),
    deviceLimit: orError(() => cals.limit({ edition, limit: "devices" }).value),
    packs: orError(() => cals.packsizes({ cal }).value.map((size) => [size])),
  };
}

/** The same formulas, asked of the front door of the calculator. */
export function askedDirectly(
  inputs: Inputs,
  { channel, servers }: Shared,
): Partial<Record<Column, Shown>> {
  const { edition, users, devices, owned, access } = inputs;
  const group = { edition, users, devices };
  return {
    F: orError(() => cals.required(group).value),
    G: orError(() => cals.caltype(group).value),
    H: orError(() => cals.tobuy({ ...group, calType: "User", owned, channel, servers }).value),
    K: orError(() => cals.included({ edition, channel, servers }).value),
    L: orError(() => cals.needed({ access, count: users }).value),
    M: orError(() => cals.fits(group).value),
  };
}

function orError<T>(ask: () => T): T | "#N/A" {
  try {
    return ask();
  } catch (trouble) {
    if (trouble instanceof Problem && trouble.kind !== "not-understood") return "#N/A";
    throw trouble;
  }
}
