// Laws that hold for every group, edition and CAL.
import fc from "fast-check";
import { Problem } from "../src/calculator/problem";
import { isBaseCalFor } from "../src/calculator/version-rights";
import { calProducts, products } from "../src/catalog/catalog";
import { productNamed } from "../src/catalog/names";
import { cals } from "../src/cals";

const count = fc.integer({ min: 1, max: 100_000 });
const edition = fc.constantFrom(...products.map(({ name }) => name));
const withCals = fc.constantFrom(
  ...products.filter(({ calsRequired }) => calsRequired.value).map(({ name }) => name),
);
const calType = fc.constantFrom("User", "Device");
const price = fc.integer({ min: 1, max: 500 });

/** The value of a question, or the kind of its refusal. */
function valueOf<T>(ask: () => { readonly value: T }): T | string {
  try {
    return ask().value;
  } catch (trouble) {
    if (trouble instanceof Problem) return trouble.kind;
    throw trouble;
  }
}

const law = (name: string, property: fc.IProperty<any>) => test(name, () => fc.assert(property));

law(
  "one more user or device never needs fewer CALs",
  fc.property(withCals, count, count, (edition, users, devices) => {
    const now = valueOf(() => cals.required({ edition, users, devices }));
    const more = valueOf(() => cals.required({ edition, users: users + 1, devices }));
    const most = valueOf(() => cals.required({ edition, users: users + 1, devices: devices + 1 }));
    // A refusal is that of an edition's limit: whoever is over it stays over it.
    const order = [now, more, most].map((count) => (typeof count === "string" ? Infinity : count));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }),
);

law(
  "CALs of the type chosen are never more than CALs of a type named",
  fc.property(withCals, count, count, calType, (edition, users, devices, calType) => {
    const chosen = valueOf(() => cals.required({ edition, users, devices }));
    const named = valueOf(() => cals.required({ edition, users, devices, calType }));
    expect(typeof chosen).toBe(typeof named);
    if (typeof chosen === "number") expect(chosen).toBeLessThanOrEqual(named as number);
  }),
);

law(
  "the cheaper type costs no more than the other",
  fc.property(
    withCals,
    count,
    count,
    price,
    price,
    (edition, users, devices, userPrice, devicePrice) => {
      const ask = () => cals.caltype({ edition, users, devices, userPrice, devicePrice });
      const type = valueOf(ask);
      const cost = { User: users * userPrice, Device: devices * devicePrice };
      if (type === "User") expect(cost.User).toBeLessThanOrEqual(cost.Device);
      if (type === "Device") expect(cost.Device).toBeLessThan(cost.User);
    },
  ),
);

law(
  "without prices, CALTYPE and REQUIRED agree on the type",
  fc.property(withCals, count, count, (edition, users, devices) => {
    const calType = valueOf(() => cals.caltype({ edition, users, devices }));
    const required = valueOf(() => cals.required({ edition, users, devices }));
    if (typeof required === "string") {
      expect(calType).toBe(required);
      return;
    }
    const ofType = valueOf(() => cals.required({ edition, users, devices, calType }));
    expect(ofType).toBe(required);
  }),
);

law(
  "what is to buy, included and owned is never less than what is required",
  fc.property(
    withCals,
    count,
    calType,
    fc.nat(1000),
    fc.integer({ min: 1, max: 20 }),
    (edition, group, calType, owned, servers) => {
      const given = { edition, users: group, devices: group, calType };
      const toBuy = valueOf(() => cals.tobuy({ ...given, owned, servers }));
      if (typeof toBuy === "string") return;
      const required = cals.required(given).value;
      const included = cals.included({ edition, servers }).value;
      expect(toBuy).toBe(Math.max(0, required - included - owned));
    },
  ),
);

test("an additive CAL is never a base CAL, whatever the server", () => {
  const additive = calProducts.filter(({ additive }) => additive);
  expect(additive).not.toEqual([]);
  for (const cal of additive)
    expect(products.filter((product) => isBaseCalFor(cal, product) !== false)).toEqual([]);
});

law(
  "what a license server issues, every newer one issues too",
  fc.property(fc.nat(), fc.nat(), (server, cal) => {
    const rdsCals = calProducts.filter(({ additive }) => additive).map(({ name }) => name);
    const versions = ["2025", "2022", "2019", "2016", "2012 R2", "2012", "2008 R2", "2008", "2003"];
    const i = server % (versions.length - 1);
    const rdsCal = rdsCals[cal % rdsCals.length];
    const newer = cals.canissue({ licenseServer: versions[i], rdsCal }).value;
    if (cals.canissue({ licenseServer: versions[i + 1], rdsCal }).value) expect(newer).toBe(true);
  }),
);

law(
  "the CAL for all reaches each, in any order",
  fc.property(fc.array(edition, { minLength: 1 }), (editions) => {
    const cal = valueOf(() => cals.calforall({ editions }));
    expect(valueOf(() => cals.calforall({ editions: [...editions].reverse() }))).toBe(cal);
    if (!cal.endsWith("CAL")) return;
    for (const edition of editions) expect(cals.covers({ cal, edition }).value).toBe(true);
  }),
);

law(
  "a newer CAL of a family never reaches less",
  fc.property(edition, fc.constantFrom(false, true), (edition, rds) => {
    const newestFirst = calProducts.filter(
      ({ family, additive }) => additive === rds && (rds || family === "Windows Server"),
    );
    const reaches = newestFirst.map(({ name }) =>
      valueOf(() => cals.covers({ cal: name, edition })),
    );
    const lastYes = reaches.lastIndexOf(true);
    // Of some newer RDS CALs no source tells; none says no.
    const allowed = rds ? [true, "not-confirmed"] : [true];
    for (const reach of reaches.slice(0, lastYes + 1)) expect(allowed).toContain(reach);
  }),
);

law(
  "the CAL an edition needs covers it",
  fc.property(withCals, (edition) => {
    const cal = cals.cal({ edition }).value;
    expect(cals.covers({ cal, edition }).value).toBe(true);
  }),
);

law(
  "an edition that a group fits does not refuse to count its CALs, and the other way round",
  fc.property(edition, count, (edition, users) => {
    const fits = valueOf(() => cals.fits({ edition, users }));
    const required = valueOf(() => cals.required({ edition, users }));
    if (fits === false) expect(required).toBe("over-limit");
    if (fits === true) expect(typeof required).toBe("number");
  }),
);

law(
  "every name finds its product, whatever its capitals, spaces and word order",
  fc.property(
    // "25 CALs" is said of a box only in this order.
    edition
      .filter((name) => !name.includes("CALs"))
      .chain((name) => {
        const words = name.split(" ");
        const order = fc.shuffledSubarray(words, { minLength: words.length });
        return fc.record({ name: fc.constant(name), order });
      }),
    fc.boolean(),
    ({ name, order }, loud) => {
      const written = `  ${order.join("   ")} `;
      const shown = loud ? written.toUpperCase() : written.toLowerCase();
      expect(productNamed(shown).name).toBe(name);
    },
  ),
);

law(
  "the same question has the same answer, and an answer always has a reason with a source",
  fc.property(edition, count, count, (edition, users, devices) => {
    const ask = () => cals.required({ edition, users, devices });
    if (typeof valueOf(ask) === "string") return;
    expect(ask()).toEqual(ask());
    for (const { says, cites } of ask().because) {
      expect(says).not.toMatch(/[{}]/);
      expect(cites.length).toBeGreaterThan(0);
    }
  }),
);
