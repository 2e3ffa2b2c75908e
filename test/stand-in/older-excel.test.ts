import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openNodeHost, type NodeHost } from "../../workbench/host/node-host";
import { excelProfiles } from "../../workbench/host/excel-profiles";
import { isAtLeast, OlderExcel } from "../../workbench/host/older-excel";
import { HostObject } from "../../workbench/host/host-object";
import { everyElement, readXml } from "../support/read-xml";

const repository = join(__dirname, "../..");
const objects = join(repository, "workbench/host/objects");

test("Microsoft's types say of every member of the stand-in which set it belongs to", async () => {
  const gate = new OlderExcel({ ExcelApi: "1.17" });
  const modules = await Promise.all(
    readdirSync(objects).map((file) => import(join(objects, file))),
  );
  const classes = modules
    .flatMap((one) => Object.values<any>(one))
    .filter((one) => one.prototype instanceof HostObject && one.name !== "RangePlace");
  expect(classes.length).toBeGreaterThan(15);
  const later = classes.flatMap(({ name, prototype }) =>
    Object.getOwnPropertyNames(prototype)
      .filter((member) => /^_?[A-Z]/.test(member) && !gate.knows(Object.create(prototype), member))
      .map((member) => `${name}.${member}`),
  );
  expect(later).toEqual([]);
});

describe("An older Excel", () => {
  let host: NodeHost;
  beforeEach(async () => {
    const { sets } = excelProfiles.find(({ name }) => name === "Excel 2019")!;
    host = await openNodeHost({ requirementSets: sets });
  });
  afterEach(() => {
    host.close();
    expect(host.unimplemented).toEqual([]);
  });

  const refused = (
    batch: (sheet: Excel.Worksheet) => void,
    member: string,
    version: string,
  ): Promise<void> =>
    expect(
      host.Excel.run(async (context) => batch(context.workbook.worksheets.getItem("Sheet1"))),
    ).rejects.toMatchObject({
      code: "ApiNotFound",
      message: `The method or property ${member} is part of the ExcelApi ${version} requirement set, which is not available in your version of Excel.`,
    });

  it("answers a later method, property, object and load with ApiNotFound", async () => {
    await refused((sheet) => sheet.getRange("A1").getSpillParent(), "Range.getSpillParent", "1.12");
    await refused((sheet) => sheet.getRange("A1").load("hasSpill"), "Range.hasSpill", "1.12");
    await refused(
      (sheet) => sheet.getRange("A1").dataValidation.load("rule"),
      "Range.dataValidation",
      "1.8",
    );
    await refused(
      (sheet) => void sheet.context.workbook.worksheets.onChanged.add(async () => {}),
      "WorksheetCollection.onChanged",
      "1.9",
    );
    await refused(
      (sheet) => sheet.context.workbook.application.suspendScreenUpdatingUntilNextSync(),
      "Application.suspendScreenUpdatingUntilNextSync",
      "1.9",
    );
  });

  it("has done what stood before it in the batch", async () => {
    await expect(
      host.Excel.run(async ({ workbook }) => {
        const cell = workbook.worksheets.getItem("Sheet1").getRange("A1");
        cell.values = [[1]];
        cell.getMergedAreasOrNullObject();
        cell.values = [[2]];
      }),
    ).rejects.toMatchObject({ code: "ApiNotFound" });
    await host.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load();
      await context.sync();
      expect(cell.values).toEqual([[1]]);
      // a load of everything brings what this Excel has
      expect(Object.keys(cell.toJSON())).not.toContain("hasSpill");
    });
  });
});

test("The manifest keeps the add-in from Excels without a shared runtime, which have no custom functions", () => {
  const manifest = readXml(readFileSync(join(repository, "manifest.xml"), "utf8"));
  const elements = everyElement(manifest).filter(({ name }) => name === "Set");
  const sets = elements.map(({ attributes }) => attributes);
  expect(sets).toEqual([{ Name: "SharedRuntime", MinVersion: "1.1" }]);
  const offered = excelProfiles.filter((profile) =>
    sets.every(({ Name, MinVersion }) => isAtLeast(profile.sets[Name], MinVersion)),
  );
  expect(offered.map(({ name }) => name)).toEqual([
    "Microsoft 365, version 2002",
    "Microsoft 365, version 2008",
    "Excel 2021",
    "Excel 2024",
    "Microsoft 365, version 2509",
    "Excel on the web",
  ]);
  for (const { sets } of offered) expect(sets.CustomFunctionsRuntime).toBeDefined();
});
