// Laws that hold for every server, its virtual machines and its prices.
import fc from "fast-check";
import { Problem } from "../src/calculator/problem";
import { products } from "../src/catalog/catalog";
import { cals } from "../src/cals";

const law = (name: string, property: fc.IProperty<any>) => test(name, () => fc.assert(property));

const small = fc.integer({ min: 1, max: 64 });
const vms = fc.integer({ min: 0, max: 200 });
const edition = fc.constantFrom(...products.filter(({ unit }) => unit).map(({ name }) => name));
const server = fc.record({ edition, processors: small, coresPerProcessor: small, vms });
type Server = typeof server extends fc.Arbitrary<infer T> ? T : never;

/** The licenses of a server, or the kind of the refusal. None of the virtual machines is left out as Excel does it. */
function licensesOf({ vms, ...given }: Server & { servers?: number }): number | string {
  try {
    return cals.licenses({ ...given, vms: vms || undefined }).value;
  } catch (trouble) {
    if (trouble instanceof Problem) return trouble.kind;
    throw trouble;
  }
}

/** A refusal comes of a limit or of what no source tells, and whoever is beyond it stays there. */
const size = (licenses: number | string): number =>
  typeof licenses === "string" ? Infinity : licenses;

law(
  "more cores, processors, virtual machines or servers never need fewer licenses",
  fc.property(server, small, (given, servers) => {
    const now = size(licensesOf({ ...given, servers }));
    for (const more of [
      { ...given, servers: servers + 1 },
      { ...given, servers, coresPerProcessor: given.coresPerProcessor + 1 },
      { ...given, servers, processors: given.processors + 1 },
      { ...given, servers, vms: given.vms + 1 },
    ]) {
      expect(size(licensesOf(more))).toBeGreaterThanOrEqual(now);
    }
  }),
);

law(
  "servers that are alike need as many times the licenses of one",
  fc.property(server, small, (given, servers) => {
    const one = licensesOf(given);
    const all = licensesOf({ ...given, servers });
    expect(all).toEqual(typeof one === "number" ? one * servers : one);
  }),
);

law(
  "Datacenter needs the same whatever its virtual machines, and Standard never less than Datacenter",
  fc.property(
    fc.constantFrom("2025", "2022", "2019", "2016", "2012 R2", "2012"),
    server,
    (version, given) => {
      const datacenter = licensesOf({ ...given, edition: `${version} Datacenter` });
      expect(licensesOf({ ...given, edition: `${version} Datacenter`, vms: 0 })).toBe(datacenter);
      const standard = licensesOf({ ...given, edition: `${version} Standard` });
      expect(size(standard)).toBeGreaterThanOrEqual(size(datacenter));
    },
  ),
);

const cents = fc.integer({ min: 1, max: 1_000_000 });

/** Costs in whole units, so that no fraction decides: by packs of two cores, or by licenses. */
function costOf(version: string, licenses: number, cents: number): number {
  return cents * (version.startsWith("2012") ? licenses : Math.ceil(licenses / 2));
}

law(
  "break-even is the first number of virtual machines at which Datacenter is cheaper, counted one by one",
  fc.property(
    fc.constantFrom("2025", "2022", "2019", "2016", "2012 R2", "2012"),
    fc.integer({ min: 1, max: 8 }),
    small,
    cents,
    fc.integer({ min: 1, max: 30 }),
    fc.nat(100),
    (version, processors, coresPerProcessor, standardCents, times, further) => {
      const datacenterCents = standardCents * times + further;
      const hardware = { processors, coresPerProcessor };
      const licenses = (edition: string, vms: number) =>
        licensesOf({ edition: `${version} ${edition}`, ...hardware, vms }) as number;
      const standardPrice = standardCents / 100;
      const datacenterPrice = datacenterCents / 100;
      const given = { version, ...hardware, standardPrice, datacenterPrice };
      const datacenter = costOf(version, licenses("Datacenter", 0), datacenterCents);
      let first = 0;
      while (costOf(version, licenses("Standard", first), standardCents) <= datacenter) first += 1;
      expect(cals.breakeven(given).value).toBe(first);
    },
  ),
);

law(
  "connectors are cheaper from the first number of external users on, and not before",
  fc.property(cents, cents, small, (connectorCents, calCents, servers) => {
    const given = { connectorPrice: connectorCents / 100, calPrice: calCents / 100, servers };
    const users = cals.connectorbreakeven(given).value;
    expect(users * calCents).toBeGreaterThan(connectorCents * servers);
    expect((users - 1) * calCents).toBeLessThanOrEqual(connectorCents * servers);
  }),
);

law(
  "each host counts once, in any order, however often and however it is written",
  fc.property(
    fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1 }),
    fc.array(fc.nat(), { maxLength: 20 }),
    (hosts, again) => {
      const names = hosts.map((host) => `HV${host}`);
      const more = again.map((i) => ` ${names[i % names.length].toLowerCase()} `);
      expect(cals.connectors({ hosts: [...more, ...names].reverse() }).value).toBe(names.length);
      expect(cals.connectors({ hosts: names.length }).value).toBe(names.length);
    },
  ),
);

law(
  "licensed by virtual machine, one more or a larger one never needs fewer cores, and none fewer than the minimum",
  fc.property(fc.array(small, { minLength: 1, maxLength: 50 }), small, (vcpus, more) => {
    const ask = (vcpus: number[]) => cals.licensesbyvm({ edition: "2022 Standard", vcpus }).value;
    expect(ask(vcpus)).toBeGreaterThanOrEqual(16);
    expect(ask([...vcpus, more])).toBeGreaterThanOrEqual(ask(vcpus));
    expect(ask(vcpus.map((cores) => cores + 1))).toBeGreaterThanOrEqual(ask(vcpus));
  }),
);

law(
  "every step of an answer has its words and its source",
  fc.property(server, (given) => {
    if (typeof licensesOf(given) === "string") return;
    for (const { says, cites } of cals.licenses({ ...given, vms: given.vms || undefined })
      .because) {
      expect(says).not.toMatch(/[{}]|undefined|NaN/);
      expect(cites.length).toBeGreaterThan(0);
    }
  }),
);
