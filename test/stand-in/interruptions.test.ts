/** What may come between an add-in and its workbook, as office.js meets it. */
import { refusals, type Interruption } from "../../workbench/host/interruptions";
import { openNodeHost, type NodeHost } from "../../workbench/host/node-host";

let host: NodeHost;
beforeEach(async () => void (host = await openNodeHost()));
afterEach(() => {
  expect(host.unimplemented).toEqual([]);
  host.close();
});

const cell = (address: string) => (context: Excel.RequestContext) =>
  context.workbook.worksheets.getActiveWorksheet().getRange(address);

/** Writes two cells in one request; tells the refusal's code, or nothing. */
const writeTwo = (): Promise<unknown> =>
  host.Excel.run(async (context) => {
    cell("A1")(context).values = [["first"]];
    cell("A2")(context).values = [["second"]];
    await context.sync();
  }).then(
    () => undefined,
    ({ code }: { code: string }) => code,
  );

const values = async () => {
  const id = host.book.activeSheetId();
  return [0, 1].map((row) => host.book.value(id, row, 0));
};

const plan = (moment: Interruption["moment"], from: number, refusal: keyof typeof refusals) =>
  host.host.interruptions.plan({
    ...{ moment, from, times: 1 },
    happens: () => {
      throw refusals[refusal]();
    },
  });

describe("An interruption", () => {
  it("at an action keeps what came before it", async () => {
    const id = host.book.activeSheetId();
    const happens = () => {
      if (host.book.value(id, 0, 0) === "first") throw refusals.accessDenied();
    };
    host.host.interruptions.plan({ moment: "action", from: 0, times: Infinity, happens });
    expect(await writeTwo()).toBe("AccessDenied");
    expect(await values()).toEqual(["first", ""]);
  });

  it("at a request lets nothing of it happen, and the next one all", async () => {
    plan("request", 0, "busy");
    expect(await writeTwo()).toBe("ActivityLimitReached");
    expect(await values()).toEqual(["", ""]);
    expect(await writeTwo()).toBeUndefined();
    expect(await values()).toEqual(["first", "second"]);
  });

  it("at an answer comes when all is done", async () => {
    plan("answer", 0, "disconnected");
    expect(await writeTwo()).toBe("ConnectionFailure");
    expect(await values()).toEqual(["first", "second"]);
  });

  it("by typing refuses a request, or lets it wait", async () => {
    const nameOf = (options: Excel.RunOptions) =>
      host.Excel.run(options, async ({ workbook }) => {
        workbook.load("name");
        await workbook.context.sync();
        return workbook.name;
      });
    // office.js begins with a request of its own.
    await nameOf({});
    host.host.interruptions.isEditing = true;
    const refused = { code: "InvalidOperationInCellEditMode" };
    await expect(nameOf({})).rejects.toMatchObject(refused);
    expect(await nameOf({ delayForCellEdit: true })).toBe("Book1.xlsx");
  });
});

describe("More than 5 MB at once", () => {
  const long = "x".repeat(6000);

  it("is refused as a request", async () => {
    const writing = host.Excel.run(async (context) => {
      cell("A1:A1000")(context).values = Array.from({ length: 1000 }, () => [long]);
      await context.sync();
    });
    await expect(writing).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  });

  it("is refused as an answer", async () => {
    const id = host.book.activeSheetId();
    for (let row = 0; row < 1000; row++) host.book.write(id, row, 0, [[{ value: long }]]);
    const reading = host.Excel.run(async (context) => {
      cell("A1:A1000")(context).load("values");
      await context.sync();
    });
    await expect(reading).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });
});

it("The looks of cells are told and set one by one", async () => {
  const wanted = { format: { fill: { color: true, pattern: true }, font: { bold: true } } };
  const looks = await host.Excel.run(async (context) => {
    cell("A1")(context).format.fill.color = "#FFEE00";
    cell("B1")(context).setCellProperties([[{ format: { font: { bold: true } } }]]);
    const told = cell("A1:B1")(context).getCellProperties(wanted);
    await context.sync();
    return told.value;
  });
  expect(looks).toEqual([
    [
      { format: { fill: { color: "#FFEE00", pattern: "Solid" }, font: { bold: false } } },
      { format: { fill: { color: "#FFFFFF", pattern: "None" }, font: { bold: true } } },
    ],
  ]);
});

it("The document's settings are read again", async () => {
  const { settings } = host.Office.context.document;
  host.host.settings.set("theirs", true);
  await new Promise<void>((done) => settings.refreshAsync(() => done()));
  expect(settings.get("theirs")).toBe(true);
});
