import { refuseOnce } from "./disturb";
import { calculate, everything, protect, recordText, withoutFormulas } from "./freezing";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { lookAtPreparation, prepareForSharing } from "../../src/workbook/prepare-for-sharing";
import { insertPricingTable, pricingTables } from "../../src/workbook/pricing-table";
import { thaw } from "../../src/workbook/thaw";
import { StartupService } from "../../workbench/host/pane-service";
import { Range } from "../../workbench/host/objects/range";
import { Setting } from "../../workbench/host/objects/settings";

let book: OpenWorkbook;
const choices = {
  ...({ version: "2012 R2", calType: "User", channel: "OEM", currency: "USD" } as const),
};
const autoShow = "Office.AutoShowTaskpaneWithDocument";
beforeEach(async () => {
  book = await openWorkbook({ calculate });
  await book.select("B30");
  await insertPricingTable(choices);
  await book.put("A1", [["=CALS.FITS(B1)"]]);
  const { Office } = book.host;
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  Office.context.document.settings.set(autoShow, true);
  await new Promise<void>((done) => Office.context.document.settings.saveAsync(() => done()));
});
afterEach(() => book.close());

describe("Preparing a workbook for sharing", () => {
  it("freezes it, and takes out what would ask for the add-in", async () => {
    const told = {
      ...{ sheets: [{ sheet: "Sheet1", formulas: 1 }], left: [], starts: true, settings: 1 },
    };
    expect(await lookAtPreparation()).toEqual(told);
    expect(await prepareForSharing()).toEqual(told);
    await withoutFormulas(book, "A1");
    expect(await book.settings()).toEqual({});
    const { host } = book.host;
    expect([host.startup.state, [...host.settings]]).toEqual(["Inactive", []]);
    expect(recordText(book)).toContain('<setting key="CALS.pricingTable.1"');
  });

  it("a thaw brings the settings back, so that pricing tables can be refreshed again", async () => {
    const { [autoShow]: starts, ...before } = await book.settings();
    expect(starts).toBe(true);
    await prepareForSharing();
    expect(await pricingTables()).toEqual([]);
    expect(await thaw({ changed: "keep" })).toMatchObject({ settings: 1 });
    expect(await book.settings()).toEqual(before);
    expect(await pricingTables()).toMatchObject([{ table: "CalsPrices" }]);
    expect(recordText(book)).toBeUndefined();
  });

  it("leaves the settings of others, and says what remains", async () => {
    await book.setSetting("Other.setting", "theirs");
    await book.addSheet("Locked");
    await book.put("Locked!A1", [["=CALS.FITS(B1)"]]);
    await protect(book, "Locked");
    await book.addName("Need", "=CALS.FITS(Sheet1!$B$1)");
    expect((await prepareForSharing()).left).toEqual([
      { kind: "protected", sheet: "Locked", formulas: 1 },
      { kind: "name", name: "Need" },
    ]);
    expect(await book.settings()).toEqual({ "Other.setting": "theirs" });
  });

  it("has nothing to do the second time", async () => {
    await prepareForSharing();
    const before = await everything(book);
    expect(await prepareForSharing()).toEqual({ sheets: [], left: [], starts: false, settings: 0 });
    expect(await everything(book)).toEqual(before);
  });

  it.each([
    ["writing cells", () => refuseOnce(Range, "Formulas", "set")],
    ["deleting settings", () => refuseOnce(Setting, "Delete")],
    ["switching the start off", () => refuseOnce(StartupService, "SetAppRuntimeStartState")],
  ])("while %s, Excel stops, and all is as it was", async (_what, disturb) => {
    const before = await everything(book);
    disturb();
    await expect(prepareForSharing()).rejects.toThrow(/internal error/);
    jest.restoreAllMocks();
    expect(await everything(book)).toEqual(before);
  });
});
