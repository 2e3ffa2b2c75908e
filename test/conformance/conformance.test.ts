/** The conformance pack: what it expects is what the stand-in does, and its documents say so. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtFiles } from "../support/built-files";
import { checkManifest } from "../support/check-manifest";
import { everything } from "../workbook/freezing";
import { openCalculated, openWorkbook } from "../workbook/open-workbook";
import { conformanceDocument } from "../../workbench/conformance/conformance-document";
import { conformanceManifest } from "../../workbench/conformance/conformance-manifest";
import { savedReports } from "../../workbench/conformance/reports";
import { verdictOf, type Report } from "../../workbench/conformance/report";
import { isEmptyWorkbook, runScenarios } from "../../workbench/conformance/run-scenarios";
import { scenarios } from "../../workbench/conformance/scenarios";

const text = (path: string) => readFileSync(join(__dirname, "../..", path), "utf8");
const asked = { isStandIn: true, date: "2026-11-24" };

describe("Run in the stand-in", () => {
  let report: Report;
  let left: unknown[];
  beforeAll(async () => {
    const book = await openCalculated();
    try {
      const before = await everything(book);
      report = await runScenarios(scenarios, asked);
      left = [before, await everything(book)];
    } finally {
      book.close();
    }
  });

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    "%s",
    (name, { emulated, needs }) => {
      const sight = report.saw[name];
      if ("lacks" in emulated) {
        expect(sight).toEqual({ not: `The stand-in lacks ${emulated.lacks}.` });
      } else {
        expect(needs).toMatch(/^1\.([1-9]|1[0-3])$/); // what the newest command of ours needs
        expect(sight).toEqual({ seen: emulated.sees });
      }
    },
  );

  it("leaves the workbook as it was", () => {
    expect(left[1]).toEqual(left[0]);
  });

  it("says that it was no Excel", () => {
    expect(report).toMatchObject({ host: "stand-in", platform: "OfficeOnline", date: asked.date });
  });
});

test("Each scenario has a name of its own and asks a question", () => {
  const names = scenarios.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, asks } of scenarios) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(asks).toMatch(/^[A-Z].*\?$/);
  }
});

test("An older Excel is asked only what it knows", async () => {
  const book = await openWorkbook({}, { ExcelApi: "1.7" });
  const { excelApi, saw } = await runScenarios(
    scenarios.filter(({ name }) => ["blank-cell", "spill-places"].includes(name)),
    asked,
  );
  book.close();
  expect(excelApi).toBe("1.7");
  expect(saw["spill-places"]).toEqual({ not: "It needs ExcelApi 1.12." });
  expect(saw["blank-cell"]).toHaveProperty("seen");
});

test("What stops a scenario is told, and the next one is asked", async () => {
  const book = await openWorkbook();
  const [first, second] = scenarios.filter(({ name }) => /^(blank-cell|wrong-size)$/.test(name));
  const stopped = { ...first, run: async () => Promise.reject({ code: "GeneralException" }) };
  const { saw } = await runScenarios([stopped, second], asked);
  expect(saw).toEqual({
    [first.name]: { failed: "GeneralException" },
    [second.name]: { seen: "InvalidArgument" },
  });
  expect(await book.sheets()).toHaveLength(1);
  book.close();
});

test("A workbook with a cell or a name in it is not empty", async () => {
  const book = await openWorkbook();
  expect(await isEmptyWorkbook()).toBe(true);
  await book.addName("Ours", "=1");
  expect(await isEmptyWorkbook()).toBe(false);
  book.close();
});

test("A verdict compares what was seen with what the stand-in does", () => {
  const scenario = scenarios.find(({ name }) => name === "protected-sheet")!;
  const { sees } = scenario.emulated as { sees: Record<string, any> };
  const turned = Object.fromEntries(Object.entries(sees).reverse());
  expect(verdictOf(scenario, { seen: turned })).toBe("same");
  expect(verdictOf(scenario, { seen: { ...sees, write: null } })).toBe("different");
  expect(verdictOf(scenario, { seen: { ...sees, more: 1 } })).toBe("different");
  expect(verdictOf(scenario, { failed: "GeneralException" })).toBe("failed");
  expect(verdictOf(scenario, undefined)).toBe("not run");
});

describe("The documents", () => {
  it("are what the scenarios and the reports say (npm run docs)", () => {
    expect(text("docs/conformance.md")).toBe(conformanceDocument(savedReports()));
  });

  it("say what is checked, once a report is there", () => {
    const saw = { "blank-cell": { seen: "other" }, "wrong-size": { seen: "InvalidArgument" } };
    const report: Report = {
      ...{ host: "Excel", platform: "PC", version: "16.0.1", excelApi: "1.17" },
      ...{ date: "2027-01-31", saw },
    };
    const page = conformanceDocument([report]);
    expect(page).toContain('checked, different `{"seen":"other"}` (Excel PC 16.0.1, 2027-01-31) |');
    expect(page).toContain("checked, same (Excel PC 16.0.1, 2027-01-31) |");
    expect(page).not.toContain("No Excel has been asked");
  });

  it("name scenarios that exist, in the limits", () => {
    const [, unseen] = text("docs/limits.md").split("## Not yet seen in Excel");
    const [bullets] = unseen.split("\n## ");
    const named = [...bullets.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(30);
    const names = scenarios.map(({ name }) => name);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("The page", () => {
  it("takes the place of the pane in a manifest that is the add-in's own otherwise", () => {
    const manifest = text("manifest.xml");
    const changed = conformanceManifest(manifest);
    expect(changed).not.toContain("taskpane.html");
    expect(changed).toContain('DefaultValue="https://localhost:3000/conformance/index.html"');
    expect(changed).toContain('<DisplayName DefaultValue="CALS for Excel conformance" />');
    const version = (JSON.parse(text("package.json")) as { version: string }).version;
    const file = (path: string) => readFileSync(join(__dirname, "../..", path));
    expect(checkManifest(changed, { version, file })).toEqual([]);
  });

  it("is in no build that ships", () => {
    const files = builtFiles();
    expect([...files.keys()].filter((name) => /conformance/i.test(name))).toEqual([]);
    const mentions = [...files].filter(([, content]) => content.includes("CALS conformance"));
    expect(mentions).toEqual([]);
  });
});
