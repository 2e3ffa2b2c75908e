// The functions about kinds of access as a cell sees them: the built add-in in the real custom functions runtime.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessKinds } from "../src/catalog/access-kinds";
import { openEvaluator, type Evaluator } from "../workbench/evaluator";

let excel: Evaluator;
beforeAll(async () => {
  excel = await openEvaluator({
    sheets: [{ name: "Sheet", rows: [["DHCP clients", 40, "2022 Standard", ""]] }],
  });
});
afterEach(() => expect(excel.unimplemented).toEqual([]));
afterAll(() => excel.close());

test.each([
  ["reads kind, count and edition from cells", "=CALS.NEEDED(Sheet!A1,Sheet!B1,Sheet!C1)", 40],
  ["takes a blank edition for any", "=CALS.NEEDED(Sheet!A1,Sheet!B1,Sheet!D1)", 40],
  ["decides by the version", '=CALS.NEEDED("web customer",9,"2008 R2 Standard")', 9],
  ["lists every kind under a header", "=ROWS(CALS.ACCESS())", accessKinds.length + 1],
  ["takes a blank filter for all", "=ROWS(CALS.ACCESS(Sheet!D1))", accessKinds.length + 1],
  ["filters by words", '=INDEX(CALS.ACCESS("Printers"),2,1)', "network printer or scanner"],
  ["is explained", '=INDEX(CALS.EXPLAIN("ACCESS","blade"),2,1)', "Partition or blade"],
])("%s", async (_, formula, value) => expect(await excel.evaluate(formula)).toEqual({ value }));

test.each([
  [
    "the version decides and is not given",
    '=CALS.NEEDED("web customer",9)',
    "#VALUE!",
    /Edition is blank, and its version decides for “signed-in web customer”: None since 2012/,
  ],
  ["no source confirms it", '=CALS.NEEDED("guest wifi",9)', "#N/A", /is not confirmed/],
  ["the kind is not known", '=CALS.NEEDED("ghost",9)', "#VALUE!", /See CALS\.ACCESS\(\)/],
  ["no kind has the words", '=CALS.ACCESS("ghost")', "#N/A", /Use fewer words/],
])("refuses where %s", async (_, formula, code, message) => {
  const answer = await excel.evaluate(formula);
  expect(answer).toEqual({ error: { code, message: expect.stringMatching(message) } });
});

test.each([
  ["NEEDED", "access", accessKinds.map(({ name }) => name)],
  ["ENDOFSUPPORT", "phase", ["mainstream", "extended", "esu"]],
])("AutoComplete lists the choices of CALS.%s for its %s", (id, name, choices) => {
  const path = join(__dirname, "../dist/functions.json");
  const { enums, functions } = JSON.parse(readFileSync(path, "utf8"));
  const parameter = functions
    .find((fn: { id: string }) => fn.id === id)
    .parameters.find((each: { name: string }) => each.name === name);
  const list = enums.find((each: { id: string }) => each.id === parameter.customEnumId);
  expect(list.values.map((each: { name: string }) => each.name)).toEqual(choices);
});
