// Holds the built metadata and the spills against the committed contract.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as functions from "../src/functions/functions";
import * as tables from "../src/functions/table-functions";
import { examples } from "./support/examples";

interface Parameter {
  readonly name: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly dimensionality?: string;
}
interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: readonly Parameter[];
    readonly result: { readonly dimensionality?: string };
  }[];
}
interface Contract {
  readonly parameters: readonly string[];
  readonly spills?: { readonly header: "none" | readonly string[]; readonly columns?: number };
}

const root = join(__dirname, "..");
const metadata: Metadata = JSON.parse(readFileSync(join(root, "dist/functions.json"), "utf8"));
const contract: Record<string, Contract> = parse(
  readFileSync(join(__dirname, "contract.yaml"), "utf8"),
).functions;

test("the functions are those of the contract, in its order, id and name alike", () => {
  expect(metadata.functions.map(({ id }) => id)).toEqual(Object.keys(contract));
  expect(metadata.functions.map(({ name }) => name)).toEqual(Object.keys(contract));
});

test.each(metadata.functions)(
  "CALS.$id has the parameters of the contract",
  ({ id, parameters }) => {
    const shown = parameters.map(({ name, optional, repeating }) => {
      const marked = repeating ? `${name}…` : name;
      return optional ? `[${marked}]` : marked;
    });
    expect(shown).toEqual(contract[id].parameters);
  },
);

test.each(metadata.functions)(
  "CALS.$id spills exactly if the contract says so",
  ({ id, result }) => {
    expect(result.dimensionality === "matrix").toBe(contract[id].spills !== undefined);
  },
);

test("optional repeating arguments are declared optional, or no function of the add-in installs", () => {
  const repeating = metadata.functions.flatMap(({ parameters }) =>
    parameters.filter((parameter) => parameter.repeating),
  );
  expect(repeating.map(({ optional }) => optional)).toEqual([true, true]);
});

test("every spill has the header of the contract, and rows as wide as it", () => {
  const groups = [
    ["Group", "Edition", "Users"],
    ["Sales", "2022 Standard", 3],
  ];
  const owned = [
    ["CAL", "CAL type", "Quantity"],
    ["2022 CAL", "User", 3],
  ];
  const spills: Record<string, unknown[][]> = {
    PACKSIZES: functions.packSizes("Windows Server 2025 CAL"),
    EDITIONS: functions.editions(),
    EXPLAIN: functions.explain("REQUIRED", [[["2022 Standard"]], [[3]]]),
    PLAN: tables.plan(groups),
    MIXGROUPS: tables.mixGroups(groups, 72, 52),
    STRANDED: tables.stranded(owned, "2025 Standard"),
  };
  for (const [id, { spills: spill }] of Object.entries(contract)) {
    if (!spill) continue;
    const rows = spills[id];
    const width = spill.header === "none" ? spill.columns : spill.header.length;
    if (spill.header !== "none") expect(rows[0]).toEqual(spill.header);
    expect(rows.every((row) => row.length === width)).toBe(true);
    expect(rows.length).toBeGreaterThan(1);
  }
});

test("every function has an example", () => {
  expect(Object.keys(examples)).toEqual(Object.keys(contract));
});

test("docs/functions.md and the table in README.md are those of the built metadata", () => {
  const check = () =>
    execFileSync(process.execPath, ["webpack/write-docs.js", "--check"], { cwd: root });
  expect(check).not.toThrow();
});
