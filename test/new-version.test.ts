// A licensing expert adds a version by editing data alone. The edits are those that docs/checking-facts.md
// shows, read out of the page, so that page and test cannot differ.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import Ajv from "ajv";
import { parse } from "yaml";

const root = join(__dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface Edit {
  readonly place: "top of the list" | "end";
  readonly path: string;
  readonly lines: string;
}

/** A sentence such as "At the end of `sources.yaml`, …", and the block below it. */
const edits: readonly Edit[] = [
  ...read("docs/checking-facts.md").matchAll(
    /^At the (top of the list|end) (?:in|of) `([^`]+)`[^\n]*\n\n```yaml\n([\s\S]*?)^```$/gm,
  ),
].map(([, place, path, lines]) => ({ place, path, lines }) as Edit);

/** The file as the expert leaves it. */
function edited({ place, path, lines }: Edit): string {
  const text = read(path);
  if (place === "end") return text + lines;
  const top = text.search(/^- /m);
  return text.slice(0, top) + lines + text.slice(top);
}

const data = edits.filter(({ path }) => path.startsWith("src/data/"));
type Questions = typeof import("../src/functions/questions").questions;
type Cals = Readonly<Record<string, (given: unknown) => { value: unknown }>>;
let questions: Questions;
let cals: Cals;

beforeAll(async () => {
  for (const edit of data) {
    jest.doMock(`../${edit.path}`, () => ({ __esModule: true, default: parse(edited(edit)) }));
  }
  ({ questions } = await import("../src/functions/questions"));
  cals = (await import("../src/cals")).cals as unknown as Cals;
});

test("the page edits these files", () => {
  expect(edits.map(({ path }) => path)).toEqual([
    "src/data/sources.yaml",
    "src/data/windows-server-versions.yaml",
    "src/data/cals.yaml",
    "src/data/products.yaml",
    "test/cases/covers.yaml",
  ]);
});

test.each(data)("$path keeps the shape its schema demands", (edit) => {
  const name = /([\w-]+)\.yaml$/.exec(edit.path)![1];
  const schema = JSON.parse(read(`src/data/schema/${name}.schema.json`));
  const ajv = new Ajv({ strictRequired: false, strictTypes: false });
  expect(ajv.validate(schema, parse(edited(edit))) ? [] : ajv.errors).toEqual([]);
});

const standard = "Windows Server 2028 Standard";
const datacenter = "Windows Server 2028 Datacenter";

const asked: readonly (readonly [keyof Questions, readonly unknown[], unknown])[] = [
  ["CAL", [standard], "Windows Server 2028 CAL"],
  ["BUY", [standard], "Windows Server 2028 CAL"],
  ["BUY", ["Windows Server 2025 Standard"], "Windows Server 2025 CAL"],
  ["COVERS", ["Windows Server 2028 CAL", standard], true],
  ["COVERS", ["Windows Server 2028 CAL", "2012 R2 Standard"], true],
  ["COVERS", ["Windows Server 2025 CAL", datacenter], false],
  ["REQUIRED", [standard, 40, 25], 25],
  ["REQUIRED", ["WS2028 Std", 40, 25, "User"], 40],
  ["CALTYPE", [standard, 20, 20, 72, 52], "Device"],
  ["INCLUDED", [standard, "Retail"], 0],
  ["TOBUY", [datacenter, 40, 25, "User", 15], 25],
  ["FITS", [standard, 5000, 9000, 2, 32], true],
  ["LIMIT", [standard, "users"], "None"],
  ["MODEL", [standard], "Core + CAL"],
  ["PACKSIZES", ["2028 CAL", "CSP"], [1]],
  ["LICENSES", [standard, 2, 12, 4], 48],
  ["LICENSES", [datacenter, 2, 12, 4], 24],
  ["LICENSEUNIT", [standard], "core"],
  ["LICENSESBYVM", [standard, [[4], [8], [12]]], 28],
  ["BREAKEVEN", ["2028", 2, 8, 1176, 6771], 11],
  ["CONNECTORS", [3, standard], 3],
  ["ENDOFSUPPORT", [standard], "2038-10-12"],
  ["ENDOFSUPPORT", [datacenter, "mainstream"], "2033-10-11"],
  ["NEEDED", ["administrator", 10, standard], 8],
  ["COVERS", ["2028 RDS CAL", standard], true],
  ["COVERS", ["2025 RDS CAL", standard], false],
  ["CANISSUE", ["2028", "2028 RDS CAL"], true],
  ["CANISSUE", ["2025", "2028 RDS CAL"], false],
  ["RDSREQUIRED", [standard, 12, 9], 9],
  ["CALFORALL", [[["2012 R2 Standard"], [standard]]], "Windows Server 2028 CAL"],
  ["NEEDED", ["signed-in web customer", 500, standard], 0],
];

test.each(asked)("CALS.%s of %j answers %j", (name, cells, answer) => {
  expect(questions[name].ask(cells).value).toEqual(answer);
});

test("CALS.EDITIONS lists it", () => {
  const { value } = questions.EDITIONS.ask(["2028"]);
  expect(value.map(({ edition }) => edition)).toEqual([standard, datacenter]);
});

test("what is not known of it is not confirmed", () => {
  expect(() => questions.ENDOFSUPPORT.ask([standard, "esu"])).toThrow("None is announced.");
  expect(() => questions.PACKSIZES.ask(["2028 CAL", "OEM"])).toThrow("No maker's list was read.");
});

test("the reasons cite the new terms", () => {
  const { because } = questions.INCLUDED.ask([standard, "OEM"]);
  const titles = because.flatMap(({ cites }) => cites.map(({ title }) => title));
  expect(titles).toContain("Microsoft Product Terms, Windows Server 2028");
});

interface Case {
  readonly question: string;
  readonly name: string;
  readonly given: unknown;
  readonly expect: unknown;
}

const cases: readonly Case[] = readdirSync(join(__dirname, "cases")).flatMap((file) => {
  const path = `test/cases/${file}`;
  const edit = edits.find((edit) => edit.path === path);
  const { question, cases } = parse(edit ? edited(edit) : read(path));
  return cases.map((each: object) => ({ question, ...each }));
});

test("its own cases hold, and every case of the other versions holds as before", () => {
  expect(cases.filter(({ name }) => name.includes("2028"))).toHaveLength(2);
  const wrong = cases.filter((each) => !isDeepStrictEqual(valueOf(each), each.expect));
  expect(wrong.map(({ question, name }) => `${question}: ${name}`)).toEqual([]);
});

function valueOf({ question, given }: Case): unknown {
  try {
    return cals[question](given).value;
  } catch (trouble) {
    return { refused: (trouble as { kind?: string }).kind };
  }
}
