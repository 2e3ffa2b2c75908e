import { NodeHost, openNodeHost } from "../../workbench/host/node-host";
import { bothBooks } from "./both-books";

describe.each(bothBooks)("a workbook %s", (_, openBook) => {
  /** The real office.js against the stand-in, with a workbook in memory. */
  let host: NodeHost;
  let ExcelHere: typeof Excel;

  beforeEach(async () => {
    host = await openNodeHost({ book: openBook() });
    ExcelHere = host.Excel;
  });

  afterEach(() => {
    expect(host.unimplemented).toEqual([]);
    host.close();
  });

  const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => ExcelHere.run(batch);

  const onSheet = <T>(
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
  ) => run((context) => batch(context.workbook.worksheets.getActiveWorksheet(), context));

  /** The code of the error that office.js reports. */
  const refusal = async (batch: Promise<unknown>) => {
    const error = await batch.then(
      () => undefined,
      (problem: OfficeExtension.Error) => problem,
    );
    return error?.code;
  };

  test("Office.onReady, the pane and the requirement sets", async () => {
    expect(await host.Office.onReady()).toMatchObject({
      host: "Excel",
      platform: "OfficeOnline",
      addin: { visibilityMode: "Hidden" },
    });
    const { requirements } = host.Office.context;
    expect(requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(requirements.isSetSupported("ExcelApi", "1.18")).toBe(false);
    expect(requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
  });

  test("an older Excel says so", async () => {
    const older = await openNodeHost({ requirementSets: { ExcelApi: "1.3" } });
    expect(older.Office.context.requirements.isSetSupported("ExcelApi", "1.4")).toBe(false);
    // office.js checks before it asks, when it is told to; Excel on the desktop tells it to.
    const { CommonUtility } = older.OfficeExtension as unknown as { CommonUtility: object };
    Object.assign(CommonUtility, { _doApiNotSupportedCheck: true });
    const code = await refusal(
      older.Excel.run(async (context) => {
        context.workbook.worksheets.getItemOrNullObject("x");
        await context.sync();
      }),
    );
    expect(code).toBe("ApiNotFound");
    older.close();
  });

  test("the pane is shown and hidden, and the add-in is told", async () => {
    const told: string[] = [];
    await host.Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      told.push(visibilityMode);
    });
    await host.Office.addin.showAsTaskpane();
    await host.Office.addin.hide();
    await until(() => told.length === 2);
    expect(told).toEqual(["Taskpane", "Hidden"]);
  });

  describe("what office.js itself answers", () => {
    test("a property that was not loaded", async () => {
      await onSheet(async (sheet, context) => {
        const range = sheet.getRange("A1");
        await context.sync();
        expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
      });
    });

    test("an object used after its run", async () => {
      const range = await onSheet(async (sheet, context) => {
        const kept = sheet.getRange("A1").load("address");
        await context.sync();
        return kept;
      });
      expect(() => range.load("values")).toThrow(
        expect.objectContaining({ code: "InvalidObjectPath" }),
      );
    });

    test("the statement that failed is named in the error", async () => {
      const error = await run(async (context) => {
        context.workbook.worksheets.getItem("Nope").load("name");
        await context.sync();
      }).catch((problem: OfficeExtension.Error) => problem);
      expect(error).toMatchObject({ code: "ItemNotFound" });
      expect((error as OfficeExtension.Error).debugInfo.statement).toContain("getItem(");
    });

    test("what hangs on a null object is a null object", async () => {
      await run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject("Nope").load("name");
        const range = sheet.getRange("A1").load("values");
        await context.sync();
        expect([sheet.isNullObject, range.isNullObject]).toEqual([true, true]);
      });
    });
  });

  describe("sheets, names, settings", () => {
    test("sheets are added, hidden, renamed, activated and deleted", async () => {
      await run(async (context) => {
        const { worksheets } = context.workbook;
        const added = worksheets.add("Lists");
        added.visibility = "Hidden";
        worksheets.add().activate();
        const active = worksheets.getActiveWorksheet().load("name");
        worksheets.load("items/name,items/visibility,items/position");
        await context.sync();
        expect(active.name).toBe("Sheet3");
        expect(worksheets.items.map(({ name, visibility }) => [name, visibility])).toEqual([
          ["Sheet1", "Visible"],
          ["Lists", "Hidden"],
          ["Sheet3", "Visible"],
        ]);
        added.name = "My lists";
        const range = added.getRange("A1").load("address");
        await context.sync();
        expect(range.address).toBe("'My lists'!A1");
        added.delete();
        worksheets.load("items/name");
        await context.sync();
        expect(worksheets.items.map(({ name }) => name)).toEqual(["Sheet1", "Sheet3"]);
      });
    });

    test.each(["Sheet1", "SHEET1", "a/b", ""])("a sheet cannot be named %s", async (name) => {
      const code = await refusal(
        run(async (context) => {
          context.workbook.worksheets.add(name);
          await context.sync();
        }),
      );
      expect(["ItemAlreadyExists", "InvalidArgument"]).toContain(code);
    });

    test("a protected sheet is not written on", async () => {
      await onSheet(async (sheet, context) => {
        sheet.protection.protect();
        sheet.protection.load("protected");
        await context.sync();
        expect(sheet.protection.protected).toBe(true);
      });
      const code = await refusal(
        onSheet(async (sheet, context) => {
          sheet.getRange("A1").values = [[1]];
          await context.sync();
        }),
      );
      expect(code).toBe("AccessDenied");
    });

    test("names", async () => {
      await onSheet(async (sheet, context) => {
        context.workbook.names.add("Loads", sheet.getRange("A2:A3"));
        const name = context.workbook.names.getItem("loads").load();
        const range = name.getRange().load("address");
        const none = context.workbook.names.getItemOrNullObject("Nope").getRangeOrNullObject();
        const byName = sheet.getRange("Loads").load("address");
        await context.sync();
        expect([name.formula, name.type]).toEqual(["=Sheet1!$A$2:$A$3", "Range"]);
        expect([range.address, byName.address]).toEqual(["Sheet1!A2:A3", "Sheet1!A2:A3"]);
        expect(none.isNullObject).toBe(true);
      });
    });

    test("settings of the workbook and of the document", async () => {
      await run(async (context) => {
        context.workbook.settings.add("cals", { list: [1, 2] });
        const setting = context.workbook.settings.getItem("cals").load("value");
        const none = context.workbook.settings.getItemOrNullObject("nope");
        await context.sync();
        expect(setting.value).toEqual({ list: [1, 2] });
        expect(none.isNullObject).toBe(true);
      });
      const { settings } = host.Office.context.document;
      settings.set("pane", { room: "prices" });
      const status = await new Promise((resolve) =>
        settings.saveAsync((result) => resolve(result.status)),
      );
      expect(status).toBe("succeeded");
      expect(host.host.settings.get("pane")).toEqual({ room: "prices" });
    });
  });

  describe("events", () => {
    test("edits of a sheet and of the workbook", async () => {
      const told: string[] = [];
      await onSheet(async (sheet, context) => {
        sheet.onChanged.add(async ({ address, type }) => void told.push(`${type} ${address}`));
        context.workbook.worksheets.onChanged.add(async ({ address }) => void told.push(address));
        await context.sync();
        sheet.getRange("B2").values = [[1]];
        await context.sync();
      });
      await until(() => told.length === 2);
      expect(told.sort()).toEqual(["B2", "WorksheetChanged B2"]);
    });

    test("selections, until the handler is removed", async () => {
      const told: string[] = [];
      const handlers = await run(async (context) => {
        const { worksheets } = context.workbook;
        const heard = [
          worksheets.onSelectionChanged.add(async ({ address }) => void told.push(address)),
          worksheets.onActivated.add(async ({ type }) => void told.push(type)),
          context.workbook.onSelectionChanged.add(async () => void told.push("workbook")),
        ];
        worksheets.add("Other");
        await context.sync();
        return heard;
      });
      const other = host.book.sheets()[1]!;
      host.book.select(other.id, { row: 1, column: 1, rows: 1, columns: 2 });
      await until(() => told.includes("B2:C2") && told.includes("WorksheetActivated"));
      expect(told).toContain("workbook");
      await host.Excel.run(handlers[0]!.context as Excel.RequestContext, async (context) => {
        handlers.forEach((handler) => handler.remove());
        await context.sync();
      });
      told.length = 0;
      host.book.select(other.id, { row: 5, column: 1, rows: 1, columns: 1 });
      await run(async (context) => context.sync());
      expect(told).toEqual([]);
    });
  });

  test("what the stand-in does not have fails loudly", async () => {
    const other = await openNodeHost();
    const code = await refusal(
      other.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.charts.add("ColumnClustered", sheet.getRange("A1"));
        await context.sync();
      }),
    );
    expect(code).toBe("HostEmulationGap");
    expect(other.unimplemented).toEqual([expect.stringContaining("Worksheet.Charts")]);
    other.close();
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1));
}
