import { openNodeHost, type NodeHost } from "../../workbench/host/node-host";

let host: NodeHost;
beforeEach(async () => {
  host = await openNodeHost();
});
afterEach(() => {
  host.close();
  expect(host.unimplemented).toEqual([]);
});

const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => host.Excel.run(batch);

describe("Custom XML parts", () => {
  it("are added, found by their namespace, changed and deleted", () =>
    run(async (context) => {
      const { customXmlParts } = context.workbook;
      customXmlParts.add('<a xmlns="urn:one"/>');
      customXmlParts.add('<b xmlns="urn:two"/>');
      const ours = customXmlParts.getByNamespace("urn:two").getOnlyItem();
      ours.load("id,namespaceUri");
      await context.sync();
      expect(ours.namespaceUri).toBe("urn:two");
      ours.setXml('<b xmlns="urn:two" n="2"/>');
      const xml = ours.getXml();
      await context.sync();
      expect(xml.value).toBe('<b xmlns="urn:two" n="2"/>');
      ours.delete();
      const gone = customXmlParts.getByNamespace("urn:two").getOnlyItemOrNullObject();
      const count = customXmlParts.getCount();
      await context.sync();
      expect([gone.isNullObject, count.value]).toEqual([true, 1]);
    }));

  it("refuse what is not well-formed", () =>
    run(async (context) => {
      context.workbook.customXmlParts.add("<a>");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    }));
});

describe("Defined names", () => {
  const formulaOf = (name: string) =>
    run(async (context) => {
      const item = context.workbook.names.getItem(name);
      item.load("formula");
      await context.sync();
      return item.formula;
    });

  it("follow their cells, and their sheet's name", async () => {
    await run(async ({ workbook }) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      workbook.names.add("Block", sheet.getRange("B2:C4"));
      workbook.names.add("Rate", "=0.2");
      sheet.getRange("3:3").insert("Down");
      sheet.getRange("A:A").insert("Right");
      sheet.name = "My sheet";
    });
    expect(await formulaOf("Block")).toBe("='My sheet'!$C$2:$D$5");
    expect(await formulaOf("Rate")).toBe("=0.2");
  });

  it("lose cells that are deleted", async () => {
    await run(async ({ workbook }) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      workbook.names.add("Block", sheet.getRange("B2:C4"));
      sheet.getRange("1:6").delete("Up");
    });
    expect(await formulaOf("Block")).toBe("=Sheet1!#REF!");
  });
});

describe("Conditional formats and rules for entries", () => {
  it("are found on the sheet, with their formulas", () =>
    run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B2:B4").conditionalFormats.add("Custom").custom.rule.formula = "=B2>1";
      sheet.getRange("C1").conditionalFormats.add("DataBar");
      sheet.getRange("D1:D3").dataValidation.rule = { custom: { formula: "=D1>1" } };
      const { conditionalFormats } = sheet.getRange();
      conditionalFormats.load("items/type");
      const { areas } = sheet.getRange().getSpecialCellsOrNullObject("DataValidations");
      areas.load("items/address");
      await context.sync();
      expect(conditionalFormats.items.map(({ type }) => type)).toEqual(["Custom", "DataBar"]);
      expect(areas.items.map(({ address }) => address)).toEqual(["Sheet1!D1:D3"]);
      const [first] = conditionalFormats.items;
      const range = first.getRange();
      first.custom.rule.load("formula");
      range.load("address");
      await context.sync();
      expect([first.custom.rule.formula, range.address]).toEqual(["=B2>1", "Sheet1!B2:B4"]);
    }));

  it("are nothing where there are none", () =>
    run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const cells = sheet.getRange().getSpecialCellsOrNullObject("DataValidations");
      cells.load("address");
      await context.sync();
      expect(cells.isNullObject).toBe(true);
    }));
});

it("The start with the workbook is switched on and off", async () => {
  const { addin, StartupBehavior } = host.Office;
  await addin.setStartupBehavior(StartupBehavior.load);
  expect(await addin.getStartupBehavior()).toBe(StartupBehavior.load);
  expect(host.host.startup.state).toBe("Background");
  await addin.setStartupBehavior(StartupBehavior.none);
  expect(host.host.startup.state).toBe("Inactive");
});
