// What the data must hold, in English. The schemas say the shape; this says the sense.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";

const folder = join(__dirname, "../src/data");
const read = (name: string) => parse(readFileSync(join(folder, `${name}.yaml`), "utf8"));
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""));

const sources = read("sources");
const rules = read("rules");
const products = read("products");
const calProducts = read("cals");
const versions = read("windows-server-versions");
const accessKinds = read("access-kinds");
const licenseUnits = read("license-units");
const sessionHosts = read("session-hosts");
const calSuites = read("cal-suites");
const code = sourceFiles("src")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const cases = readdirSync(join(__dirname, "cases")).map((file) =>
  parse(readFileSync(join(__dirname, "cases", file), "utf8")),
);

test.each(files)("%s.yaml has the shape its schema demands", (name) => {
  const schema = JSON.parse(readFileSync(join(folder, "schema", `${name}.schema.json`), "utf8"));
  const ajv = new Ajv({ strictRequired: false, strictTypes: false });
  const valid = ajv.validate(schema, read(name));
  expect(valid ? [] : ajv.errors).toEqual([]);
});

test.each(files)(
  "%s.yaml names its schema, so that an editor checks it while it is typed",
  (name) => {
    const first = readFileSync(join(folder, `${name}.yaml`), "utf8").split("\n")[0];
    expect(first).toBe(`# yaml-language-server: $schema=./schema/${name}.schema.json`);
  },
);

test("every citation has a source, and every source is cited", () => {
  const cited = new Set(
    files.flatMap((name) => citationsIn(read(name))).map((cite) => cite.split(": ")[0]),
  );
  const priceList = readFileSync(join(folder, "sample-price-list.csv"), "utf8");
  for (const line of priceList.trim().split("\n").slice(1))
    cited.add(line.split(",").at(-1)!.split(": ")[0]);
  expect([...cited].filter((id) => !sources[id])).toEqual([]);
  expect(Object.keys(sources).filter((id) => !cited.has(id))).toEqual([]);
});

test("no document is cited under two ids", () => {
  const pages = Object.values<any>(sources).flatMap(({ href }) => href ?? []);
  expect(repeated(pages)).toEqual([]);
});

test("ids and names of products and CALs are unique", () => {
  expect(repeated(products.map((product: any) => product.id))).toEqual([]);
  expect(repeated(products.map((product: any) => product.name))).toEqual([]);
  expect(repeated(calProducts.map((cal: any) => cal.id))).toEqual([]);
});

test("versions and CALs run from newest to oldest", () => {
  const order = versions.map(({ version }: any) => version);
  expect(order).toEqual([...order].sort().reverse());
  const cals = calProducts.filter(({ family }: any) => family === "Windows Server");
  const calOrder = cals.map(({ version }: any) => version);
  expect(calOrder).toEqual([...calOrder].sort().reverse());
});

test("every version has its CAL product, and every product its version", () => {
  const cals = new Set(calProducts.map(({ version }: any) => version));
  expect(versions.filter(({ cal }: any) => !cals.has(cal))).toEqual([]);
  const known = new Set(versions.map(({ version }: any) => version));
  const windows = products.filter(({ family }: any) =>
    /Windows (Storage )?Server$/.test(family ?? ""),
  );
  expect(windows.filter(({ version }: any) => !known.has(version))).toEqual([]);
});

test("what a product refers to exists: like, base, grow, cal, unit, further VMs and remarks", () => {
  const ids = new Set(products.map(({ id }: any) => id));
  const calIds = new Set(calProducts.map(({ id }: any) => id));
  const units = new Set(licenseUnits.map(({ rule }: any) => rule));
  const known = versions.map(({ version }: any) => version);
  for (const { like, base, version, grow, cal, unit, moreVms, remarks = [] } of products) {
    if (!like) expect(known).toContain(base ?? version);
    if (unit) expect(units).toContain(unit);
    for (const id of [like, grow].filter(Boolean)) expect(ids).toContain(id);
    if (cal) expect(calIds).toContain(cal);
    for (const rule of [unit, moreVms, ...remarks].filter(Boolean))
      expect(rules).toHaveProperty(rule);
  }
  for (const { rule, since = {}, remarks = [] } of accessKinds) {
    for (const id of [rule, since.rule, ...remarks].filter(Boolean))
      expect(rules).toHaveProperty(id);
    if (since.version) expect(known).toContain(since.version);
  }
});

test("what a row of session hosts names exists, and the last row is for all others", () => {
  const ids = new Set(products.map(({ id }: any) => id));
  const known = new Set(products.map(({ edition }: any) => edition));
  for (const { products = [], editions = [] } of sessionHosts) {
    expect(products.filter((id: string) => !ids.has(id))).toEqual([]);
    expect(editions.filter((edition: string) => !known.has(edition))).toEqual([]);
  }
  const { products: some, editions } = sessionHosts.at(-1);
  expect([some, editions]).toEqual([undefined, undefined]);
});

test("every version has its RDS CAL, which is additive, as no base CAL is", () => {
  const rds = calProducts.filter(({ family }: any) => family === "Remote Desktop Services");
  const sold = new Set(rds.map(({ version }: any) => version));
  expect(versions.filter(({ cal }: any) => !sold.has(cal))).toEqual([]);
  expect(calProducts.filter(({ additive }: any) => additive)).toEqual(rds);
});

test("every suite and plan has a name of its own, which no CAL has", () => {
  const names = [...calSuites, ...calProducts].flatMap(({ name, also = [] }: any) => [
    name,
    ...also,
  ]);
  expect(repeated(names.map((name: string) => name.toLowerCase()))).toEqual([]);
});

test("an edition that needs CALs tells what is in its box in every channel; one that needs none does not", () => {
  for (const { name, like, calsRequired, included } of products) {
    const needs = calsRequired?.value ?? calsRequired;
    if (!like && !needs?.unconfirmed)
      expect({ name, told: included !== undefined }).toEqual({ name, told: needs });
  }
});

test("the value of an unnamed box is its smallest kit", () => {
  for (const { included = {} } of products) {
    for (const fact of Object.values<any>(included)) {
      if (fact.kits) expect(fact.value).toBe(Math.min(...fact.kits));
    }
  }
});

test("no rule is left over: every rule is asked for by code or by data", () => {
  const data = JSON.stringify([products, calProducts, accessKinds]);
  const unused = Object.keys(rules).filter(
    (id) => !code.includes(`"${id}"`) && !data.includes(`"${id}"`),
  );
  expect(unused).toEqual([]);
});

test("every rule that a question can tell is proved by at least one case", () => {
  const proved = new Set(
    cases.flatMap(({ cases }) => cases.flatMap(({ because = [] }: any) => because)),
  );
  const elsewhere = [
    "not-confirmed",
    "requirement-not-confirmed",
    "access-not-confirmed",
    "safe-number",
    "inferred",
    "sold-today",
    "not-sold-today",
  ]; // parts of reasons, refusals, the price list
  const unproved = Object.keys(rules).filter((id) => !proved.has(id) && !elsewhere.includes(id));
  expect(unproved).toEqual([]);
});

test("names of cases are unique, and every case has a source", () => {
  for (const { question, cases: list } of cases) {
    expect({ question, twice: repeated(list.map(({ name }: any) => name)) }).toEqual({
      question,
      twice: [],
    });
    expect(list.filter(({ source }: any) => !source)).toEqual([]);
  }
});

test("the calculator holds no numbers of the license", () => {
  const ofArithmetic = [
    "roundingError = 1e-9",
    "roundingError = 1e-12",
    "decimalBase = 10",
    "toFixed(2)",
  ];
  const found = sourceFiles("src/calculator").flatMap((file) => {
    const code = readFileSync(file, "utf8")
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
      .replace(/"[^"\n]*"|`[^`]*`|\/[^/\n]+\/[gi]*/g, "");
    const rest = ofArithmetic.reduce((text, known) => text.replaceAll(known, ""), code);
    const numbers = rest.match(/(?<![\w.])\d+(?![\w.])/g) ?? [];
    return numbers
      .filter((number) => number !== "0" && number !== "1")
      .map((number) => `${file}: ${number}`);
  });
  expect(found).toEqual([]);
});

test("a day is a day", () => {
  const checked = Object.values<any>(sources).map(({ checked }) => checked);
  const lifecycles = [...versions, ...products].flatMap(({ lifecycle = {} }) => daysOf(lifecycle));
  for (const day of [...checked, ...lifecycles].filter((day) => day !== "none")) {
    expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
  }
});

test("support ends phase by phase", () => {
  for (const { name, version, lifecycle = {} } of [...versions, ...products]) {
    const days = daysOf(lifecycle).filter((day) => day !== "none");
    expect({ of: name ?? version, days }).toEqual({ of: name ?? version, days: days.toSorted() });
  }
});

function sourceFiles(path: string): string[] {
  const root = join(__dirname, "..", path);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(root, file));
}

function citationsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "cites" ? (inner as string[]) : citationsIn(inner),
  );
}

const daysOf = ({ released, mainstream, extended, esu }: any): string[] =>
  [released, mainstream, extended, ...(esu?.years ?? [esu])]
    .map((fact) => fact?.value ?? fact)
    .filter((day) => typeof day === "string");

const repeated = (list: readonly string[]): string[] =>
  list.filter((item, i) => item !== undefined && list.indexOf(item) !== i);
