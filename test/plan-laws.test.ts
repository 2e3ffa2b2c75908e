// Laws that hold for every plan, every mix of groups, and all CALs that are owned.
import fc from "fast-check";
import type { PlanLine } from "../src/calculator/plan";
import { calProducts } from "../src/catalog/catalog";
import { cals } from "../src/cals";

const law = (name: string, property: fc.IProperty<any>) => test(name, () => fc.assert(property));

const count = fc.integer({ min: 1, max: 200 });
const versions = ["2008", "2008 R2", "2012", "2012 R2", "2016", "2019", "2022", "2025"] as const;
const edition = fc.constantFrom(...versions.map((version) => `Windows Server ${version} Standard`));
const calType = fc.constantFrom("User", "Device");
const windowsCals = calProducts.filter(({ family }) => family === "Windows Server");
const ownedRow = fc.record({
  cal: fc.constantFrom(...windowsCals.map(({ name }) => name)),
  calType,
  quantity: fc.nat(100),
  softwareAssurance: fc.boolean(),
});
const owned = fc.array(ownedRow, { maxLength: 8 });

const people = fc.record({ edition, users: count, devices: count, calType: fc.option(calType, { nil: undefined }), servers: fc.nat(20) }); // prettier-ignore
const groups = fc
  .array(people, { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map((row, i) => ({ ...row, group: `Group ${i}` })));

const numbers = (lines: readonly PlanLine[]) =>
  lines.map(({ required, included, covered, toBuy }) => ({
    required: required as number,
    included: included as number,
    covered: covered as number,
    toBuy: toBuy as number,
  }));

const toBuy = (given: Parameters<typeof cals.plan>[0]): number =>
  numbers(cals.plan(given).value).reduce((sum, { toBuy }) => sum + toBuy, 0);

const ofType = (rows: readonly { calType: string; quantity: number }[], type: string): number =>
  rows.reduce((sum, { calType, quantity }) => sum + (calType === type ? quantity : 0), 0);

law(
  "what is required is included, covered or to buy, and nothing is below 0",
  fc.property(groups, owned, (groups, owned) => {
    for (const line of numbers(cals.plan({ groups, owned }).value)) {
      const { required, included, covered, toBuy } = line;
      expect(Math.min(required, included, covered, toBuy)).toBeGreaterThanOrEqual(0);
      expect(covered + toBuy).toBe(Math.max(0, required - included));
    }
  }),
);

law(
  "no more is covered than is owned, of each type",
  fc.property(groups, owned, (groups, owned) => {
    const { value } = cals.plan({ groups, owned });
    for (const type of ["User", "Device"]) {
      const covered = value
        .filter(({ calType }) => calType === type)
        .reduce((sum, line) => sum + (line.covered as number), 0);
      expect(covered).toBeLessThanOrEqual(ofType(owned, type));
    }
  }),
);

law(
  "one more owned CAL never leaves more to buy",
  fc.property(groups, owned, ownedRow, (groups, owned, more) => {
    const before = toBuy({ groups, owned });
    expect(toBuy({ groups, owned: [...owned, more] })).toBeLessThanOrEqual(before);
    expect(toBuy({ groups, owned: [more, ...owned] })).toBeLessThanOrEqual(before);
  }),
);

law(
  "the order of groups does not change the total to buy, also where CALs are owned",
  fc.property(groups, owned, (groups, owned) => {
    const turned = [...groups].reverse();
    expect(toBuy({ groups: turned })).toBe(toBuy({ groups }));
    expect(toBuy({ groups: turned, owned })).toBe(toBuy({ groups, owned }));
  }),
);

law(
  "a group over two rows is the same as one row with the newest of the servers",
  fc.property(
    fc.tuple(fc.nat(versions.length - 1), fc.nat(versions.length - 1)),
    count,
    count,
    owned,
    fc.boolean(),
    ([a, b], users, devices, owned, told) => {
      const edition = (i: number) => `Windows Server ${versions[i]} Standard`;
      const again = told ? { users, devices } : {};
      const two = [
        { group: "Staff", edition: edition(a), users, devices },
        { group: " staff", edition: edition(b), ...again },
      ];
      const one = [{ group: "Staff", edition: edition(Math.max(a, b)), users, devices }];
      const line = ({ groups }: { groups: typeof two | typeof one }) => {
        const [{ note: _, ...rest }, ...others] = cals.plan({ groups, owned }).value;
        return { rest, others };
      };
      expect(line({ groups: two })).toEqual(line({ groups: one }));
    },
  ),
);

law(
  "a plan of one group without owned CALs is what TOBUY answers",
  fc.property(people, ({ servers, ...given }) => {
    const asked = { ...given, servers: servers + 1 };
    const plan = cals.plan({ groups: [{ group: "Staff", ...asked }] });
    expect(numbers(plan.value)[0].toBuy).toBe(cals.tobuy(asked).value);
  }),
);

test("ten thousand groups, whose CALs are 1 + 2 + … + 10,000, less those owned", () => {
  const groups = Array.from({ length: 10_000 }, (_, i) => ({
    group: `Group ${i}`,
    edition: i % 2 === 0 ? "2022 Standard" : "Windows Server 2016 Datacenter",
    users: i + 1,
  }));
  const cal = { calType: "User", quantity: 1_000_000 };
  const owned = [{ cal: "Windows Server 2016 CAL", ...cal }];
  expect(toBuy({ groups })).toBe(50_005_000);
  expect(toBuy({ groups, owned })).toBe(49_005_000);
});

test("ten thousand names that the catalog does not have are ten thousand rows that say so", () => {
  const groups = Array.from({ length: 10_000 }, (_, i) => ({
    group: `Group ${i}`,
    edition: `Windows Sever 2022 Standrad, number ${i}`,
    users: 1,
  }));
  const { value, because } = cals.plan({ groups });
  const saying = value.filter(({ note }, i) => note.includes(`number ${i}” is not in the catalog`));
  expect(saying.length).toBe(10_000);
  expect(because.map(({ says }) => says).join(" ")).toContain("10,000 rows");
});

test("ten thousand rows of one group are one group", () => {
  const groups = Array.from({ length: 10_000 }, () => ({
    group: "Staff",
    edition: "Windows Server 2022 Standard",
    users: 7,
  }));
  expect(cals.plan({ groups }).value).toEqual([
    expect.objectContaining({ group: "Staff", required: 7, toBuy: 7 }),
  ]);
});

const apart = fc
  .array(fc.record({ users: count, devices: count }), { minLength: 1, maxLength: 7 })
  .map((rows) => rows.map((row, i) => ({ ...row, group: `Group ${i}` })));
const price = fc.integer({ min: 1, max: 200 });

law(
  "a mix of groups costs no more than one type for all, and what trying every choice finds",
  fc.property(apart, price, price, (groups, userPrice, devicePrice) => {
    const lines = cals.mixgroups({ groups, userPrice, devicePrice }).value;
    const total = lines[lines.length - 1].cost as number;
    const choices = Array.from({ length: 2 ** groups.length }, (_, choice) =>
      groups.reduce(
        (sum, { users, devices }, i) =>
          sum + ((choice >> i) % 2 === 0 ? users * userPrice : devices * devicePrice),
        0,
      ),
    );
    expect(total).toBe(Math.min(...choices));
    expect(total).toBeLessThanOrEqual(choices[0]);
    expect(total).toBeLessThanOrEqual(choices[choices.length - 1]);
  }),
);

law(
  "the lines of a mix add up to its total",
  fc.property(apart, price, price, (groups, userPrice, devicePrice) => {
    const lines = cals.mixgroups({ groups, userPrice, devicePrice }).value;
    const sum = (of: "count" | "cost") =>
      lines.slice(0, -1).reduce((total, line) => total + (line[of] as number), 0);
    expect(lines[lines.length - 1]).toMatchObject({ count: sum("count"), cost: sum("cost") });
  }),
);

const someOwned = fc.array(ownedRow, { minLength: 1, maxLength: 8 });

law(
  "the quantities of STRANDED are those owned, and a newer server never strands fewer",
  fc.property(someOwned, fc.nat(versions.length - 2), (owned, i) => {
    const total = (version: string) =>
      cals.stranded({ owned, edition: `Windows Server ${version} Standard` }).value.at(-1)!;
    const now = total(versions[i]);
    expect(now.quantity).toBe(owned.reduce((sum, { quantity }) => sum + quantity, 0));
    expect(now.stranded).toBeLessThanOrEqual(now.quantity as number);
    expect(total(versions[i + 1]).stranded).toBeGreaterThanOrEqual(now.stranded as number);
  }),
);

law(
  "Software Assurance on all CALs strands none, and saves what is stranded without it",
  fc.property(someOwned, edition, (owned, edition) => {
    const total = (softwareAssurance: boolean) =>
      cals
        .stranded({ owned: owned.map((row) => ({ ...row, softwareAssurance })), edition })
        .value.at(-1)!;
    expect(total(true).stranded).toBe(0);
    expect(total(true).saved).toBe(total(false).stranded);
    expect(total(false).saved).toBe(total(false).stranded);
  }),
);
