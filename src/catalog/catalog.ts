import { citeAll } from "./cite";
import { data, type CalRecord, type ProductRecord } from "./data";
import { sessionHostOf } from "./session-host";
import { readFact, readFacts } from "./fact";
import { lifecycleOf } from "./lifecycle";
import type { Citations } from "../calculator/answer";
import type { Cal, CalSuite, Channel, Included, Product } from "../calculator/product";
import { terms, type Rule } from "../calculator/terms";

/** The rulebook with its citations resolved. */
export const rulebook = terms(
  new Map(Object.entries(data.rules).map(([id, rule]) => [id, read(id, rule)])),
);

/** CAL products, newest first. */
export const calProducts: readonly Cal[] = data.cals.map(readCal);

/** CAL suites and Microsoft 365 plans. */
export const calSuites: readonly CalSuite[] = data.calSuites.map((record) => ({
  ...record,
  family: "Windows Server",
  baseCal: readFact<boolean>(record.baseCal, citeAll(record.cites)),
  userOnly: record.userOnly ?? false,
  needsAssurance: record.needsAssurance ?? false,
}));

/** Server products, newest first. */
export const products: readonly Product[] = readProducts();

function read(id: string, rule: (typeof data.rules)[string]): Rule {
  return { ...rule, id, values: rule.values ?? {}, cites: citeAll(rule.cites) };
}

function readCal(record: CalRecord): Cal {
  const { unclear, alsoFor, inferred, additive = false, remarks = [] } = record;
  const cites = citeAll(record.cites);
  return {
    ...record,
    age: ageOf(record.version, record.family),
    additive,
    unclear: unclear && readServers(unclear),
    alsoFor: alsoFor && { ...alsoFor, cites: citeAll(alsoFor.cites) },
    inferred: inferred && { ...readServers(inferred), inferred: true },
    remarks,
    cites,
    packs: readFacts(["OEM", "Retail", "Volume", "CSP"], record.packs, cites),
  };
}

function readServers(record: NonNullable<CalRecord["unclear"]>) {
  return { ...record, age: ageOf(record.upTo, record.family), cites: citeAll(record.cites) };
}

/** How many versions of Windows Server are newer; 0 for the one version of another family. */
export function ageOf(version: string, family: string): number {
  const age = data.versions.findIndex((known) => known.version === version);
  // CALs older than every server of the catalog: Windows 2000.
  if (version < data.versions[data.versions.length - 1].version) return data.versions.length;
  if (age < 0 && family === "Windows Server") throw new Error(`No version "${version}".`);
  return Math.max(0, age);
}

/** A product may refer to others by `like` and `grow`, so the later ones are read on demand. */
function readProducts(): readonly Product[] {
  const records = new Map(data.products.map((record) => [record.id!, record]));
  const done = new Map<string, Product>();
  const whole = (id: string): ProductRecord => {
    const record = records.get(id);
    if (!record) throw new Error(`No product "${id}".`);
    return record.like ? { ...whole(record.like), ...record } : (record as ProductRecord);
  };
  const product = (id: string): Product => {
    const read = done.get(id) ?? readProduct(whole(id), product);
    done.set(id, read);
    return read;
  };
  return [...records.keys()].map(product);
}

function readProduct(record: ProductRecord, product: (id: string) => Product): Product {
  const cites = citeAll(record.cites);
  const cal = calOf(record);
  return {
    ...record,
    cites,
    ...readLicense(record, cites),
    calsRequired: readFact(record.calsRequired, cites),
    cal,
    sessionHost: sessionHostOf(record, calProducts),
    hasConnector: cal.family === "Windows Server" && !record.alsoCals?.length,
    included: mapped(record.included ?? {}, (fact) => readFact<number>(fact, cites) as Included),
    age: ageOf(record.base ?? record.version, "Windows Server"),
    alsoCals: record.alsoCals ?? [],
    limits: readFacts(["users", "devices", "processors", "cores"], record.limits, cites),
    grow: record.grow === undefined ? undefined : product(record.grow),
    remarks: record.remarks ?? [],
    lifecycle: lifecycleOf(record, cites),
  };
}

/** How the server itself is licensed. What a record leaves out, no source tells. */
function readLicense({ unit, vms = {}, byVm = {} }: ProductRecord, cites: Citations) {
  return {
    unit: data.licenseUnits.find(({ rule }) => rule === unit),
    vms: readFact<number | "unlimited">(vms, cites),
    byVm: readFact<boolean>(byVm, cites),
  };
}

function calOf(record: ProductRecord): Cal {
  const version = data.versions.find(({ version }) => version === record.version);
  const cal = calProducts.find(({ id, family, version: of }) =>
    record.cal ? id === record.cal : family === "Windows Server" && of === version?.cal,
  );
  // Small Business Server editions without CALs still name the family they would ask for.
  const fallback = calProducts.find((candidate) => candidate.version === record.version);
  const found = cal ?? fallback;
  if (!found) throw new Error(`No CAL for "${record.id}".`);
  return found;
}

function mapped<K extends Channel, A, B>(
  record: Readonly<Partial<Record<K, A>>>,
  change: (value: A) => B,
): Record<K, B> {
  const entries = Object.entries(record) as [K, A][];
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value)])) as Record<K, B>;
}
