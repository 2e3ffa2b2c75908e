// The kinds of access: their names, and laws that hold for all of them.
import fc from "fast-check";
import { cals } from "../src/cals";
import { Problem } from "../src/calculator/problem";
import { accessKindNamed, accessKinds } from "../src/catalog/access-kinds";
import { data } from "../src/catalog/data";

const names = data.accessKinds.flatMap(({ name, also }) =>
  [name, ...also].map((written) => ({ name, written })),
);

describe("a name of a kind of access", () => {
  test.each(names)("$written means $name", ({ name, written }) => {
    expect(accessKindNamed(written).name).toBe(name);
  });

  test.each([
    ["Employees", "employee"],
    ["EMPLOYEE’S DEVICES", "employee's device"],
    [" on site  contractors ", "on-site contractor"],
    ["network switches", undefined],
    ["Switches", "network equipment"],
    ["MFPs", "network printer or scanner"],
  ])("%s means %s", (written, name) => {
    if (name) expect(accessKindNamed(written).name).toBe(name);
    else expect(() => accessKindNamed(written)).toThrow("Nearest: ");
  });

  test("that is not known is refused with the nearest ones", () => {
    expect(() => accessKindNamed("net work printers")).toThrow(
      /is not a kind of access in this catalog\. Nearest: “network printer .*See CALS\.ACCESS\(\)/,
    );
  });
});

const editions = [
  "Windows Server 2025 Standard",
  "2012 Datacenter",
  "2008 R2 Standard",
  "2003 Web",
];
const accesses = fc.record({
  access: fc.constantFrom(...accessKinds.map(({ name }) => name)),
  count: fc.nat({ max: 5000 }),
  edition: fc.constantFrom(...editions),
});
type Access = typeof accesses extends fc.Arbitrary<infer A> ? A : never;

const ofSomeVersions = new Set(accessKinds.filter(({ only }) => only).map(({ name }) => name));

/** Undefined where no source confirms it, and where servers of that version have no such access. */
function needed(given: Access): number | undefined {
  try {
    return cals.needed(given).value;
  } catch (trouble) {
    if (trouble instanceof Problem && trouble.kind === "not-confirmed") return undefined;
    if (trouble instanceof Problem && trouble.kind === "over-limit") return undefined;
    if (trouble instanceof Problem && ofSomeVersions.has(given.access)) return undefined;
    throw trouble;
  }
}

describe("laws", () => {
  test("never more CALs than accesses, and one more access asks for at most one more", () => {
    fc.assert(
      fc.property(accesses, (given) => {
        const count = needed(given);
        if (count === undefined) return;
        expect(count).toBeLessThanOrEqual(given.count);
        const more = needed({ ...given, count: given.count + 1 })!;
        expect([0, 1]).toContain(more - count);
      }),
    );
  });

  test("without an edition the answer is that of every edition with CALs, or the edition is asked for", () => {
    for (const { name: access } of accessKinds.filter(({ only }) => !only)) {
      const answers = editions.slice(0, 3).map((edition) => needed({ access, count: 10, edition }));
      const differ = new Set(answers).size > 1;
      const { value } = asked(access);
      expect({ access, value }).toEqual({ access, value: differ ? "not-understood" : answers[0] });
    }
  });

  test("an access of some versions only is refused on the others, and asked of the newest where none is named", () => {
    const on = (access: string, edition?: string) => {
      try {
        return cals.needed({ access, count: 10, edition }).value;
      } catch (trouble) {
        return (trouble as Problem).kind;
      }
    };
    for (const access of ofSomeVersions) {
      const answers = editions.slice(0, 3).map((edition) => on(access, edition));
      expect(answers).toContain("not-understood");
      expect(on(access)).toBe(on(access, "2025 Standard"));
    }
  });

  test("the table has a row for each kind, with its source", () => {
    const rows = cals.access({}).value;
    expect(rows.map(({ access }) => access)).toEqual(accessKinds.map(({ name }) => name));
    expect(rows.filter(({ needs, why, source }) => !needs || !why || !source)).toEqual([]);
  });
});

/** Ten of a kind, with no edition named. */
function asked(access: string): { value: number | string | undefined } {
  try {
    return cals.needed({ access, count: 10 });
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    return { value: trouble.kind === "not-confirmed" ? undefined : trouble.kind };
  }
}
