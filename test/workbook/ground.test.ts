import { choices, lineRow } from "./a-pricing-table";
import { meanwhile, refuse } from "./disturb";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { insertCalWorksheet } from "../../src/workbook/cal-worksheet";
import { insertPricingTable, pricingTables } from "../../src/workbook/pricing-table";
import type { Ground } from "../../src/workbook/ground";
import { occupiedBy } from "../../src/workbook/occupied";
import { WorkbookTrouble, type Occupied } from "../../src/workbook/written";
import { Settings } from "../../workbench/host/objects/settings";
import { Table } from "../../workbench/host/objects/table";
import { Tables } from "../../workbench/host/objects/tables";
import { Workbook } from "../../workbench/host/objects/workbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
  await book.select("B3");
});
afterEach(() => book.close());

const occupiedCells = async () => (await insertPricingTable(choices)) as Occupied;

describe("A target that is not empty", () => {
  it("is told, and nothing is written", async () => {
    await book.put("D5", [["mine"]]);
    await book.put("F6", [["=1+1"]]);
    expect(await occupiedCells()).toMatchObject({
      ...{ done: false, occupied: "Sheet1!D5:F6", cells: 2 },
    });
    expect((await book.values("B3:D5")).flat().filter(Boolean)).toEqual(["mine"]);
    expect(await book.tables()).toEqual([]);
  });

  it("may hold more cells than a function takes arguments", () => {
    const formulas = Array.from({ length: 100_000 }, (_, i) => [
      "",
      i > 4 ? 7 : "",
      i > 2 ? 8 : "",
    ]);
    const ground = { row: 2, column: 1, address: "Sheet1!B3:D100002", formulas } as Partial<Ground>;
    const { occupied, cells } = occupiedBy(ground as Ground) as Occupied;
    expect({ occupied, cells }).toEqual({ occupied: "Sheet1!C6:D100002", cells: 199_992 });
  });

  it("counts the line underneath too", async () => {
    await book.put(`E${lineRow}`, [["mine"]]);
    expect(await occupiedCells()).toMatchObject({ occupied: `Sheet1!E${lineRow}` });
  });

  it("is written over when the buyer says so", async () => {
    await book.put("D5", [["mine"]]);
    expect(await insertPricingTable(choices, await occupiedCells())).toMatchObject({ done: true });
    expect(await book.values("D5")).toEqual([["OEM"]]);
  });

  it("is asked about again where the cells, or what they hold, are others by now", async () => {
    await book.put("D5", [["mine"]]);
    const agreed = await occupiedCells();
    await book.put("D5", [["something else"]]);
    const again = (await insertPricingTable(choices, agreed)) as Occupied;
    expect(again).toMatchObject({ done: false, occupied: "Sheet1!D5", cells: 1 });
    await book.put("D6", [["more"]]);
    expect(await insertPricingTable(choices, again)).toMatchObject({ done: false, cells: 2 });
    expect(await book.tables()).toEqual([]);
  });
});

describe("A person who goes on working", () => {
  it("to another sheet still gets the table where the selected cell was", async () => {
    await book.addSheet("Other");
    const { book: cells } = book.host;
    const [, other] = cells.sheets();
    meanwhile(Workbook, "GetActiveCell", () => cells.activateSheet(other.id));
    expect(await insertPricingTable(choices)).toMatchObject({ done: true });
    expect(await book.values("Sheet1!B3")).toEqual([["CAL"]]);
    expect(await book.values("Other!B3")).toEqual([[""]]);
  });

  it("in another cell does not draw the table there", async () => {
    const { book: cells } = book.host;
    const elsewhere = { row: 99, column: 0, rows: 1, columns: 1 };
    meanwhile(Tables, "Add", () => cells.select(cells.activeSheetId(), elsewhere));
    expect(await insertPricingTable(choices)).toMatchObject({ done: true });
    expect(await book.values("B3")).toEqual([["CAL"]]);
    expect((await book.values("A100:J120")).flat().every((cell) => cell === "")).toBe(true);
  });

  it.each([
    ["pricing table", () => insertPricingTable(choices)],
    ["CAL worksheet", () => insertCalWorksheet()],
  ])("in the cells themselves loses nothing to the %s", async (_, insert) => {
    // Whatever is asked of Excel first, the cells are looked at last: here, names were asked for.
    const { book: cells } = book.host;
    meanwhile(Workbook, "Tables", () =>
      cells.write(cells.activeSheetId(), 3, 2, [[{ value: "just typed" }]]),
    );
    expect(await insert()).toMatchObject({ done: false, occupied: "Sheet1!C4" });
    expect(await book.values("C4")).toEqual([["just typed"]]);
  });
});

describe("A target that cannot be put back as it was", () => {
  it("at the edge of the sheet is told", async () => {
    await book.select("XFA1");
    await expect(insertPricingTable(choices)).rejects.toThrow("edge of the sheet");
  });

  it("on a protected sheet is told", async () => {
    await book.protect();
    await expect(insertPricingTable(choices)).rejects.toThrow("protected");
  });

  const onSheet = (change: (sheet: Excel.Worksheet) => void) =>
    book.run(async ({ workbook }) => change(workbook.worksheets.getActiveWorksheet()));
  const whole = { wholeNumber: { formula1: 0, operator: "GreaterThan" } } as const;
  const obstacles: [string, () => Promise<void>, string][] = [
    ["a table", () => book.addTable("C6:D7", "Mine"), "The table Mine"],
    [
      "a PivotTable",
      () => onSheet((sheet) => void sheet.pivotTables.add("Pivot", "A50:B52", "D9")),
      "The PivotTable Pivot",
    ],
    ["merged cells", () => onSheet((sheet) => sheet.getRange("C5:D5").merge()), "Sheet1!C5:D5"],
    [
      "entry rules",
      () => onSheet((sheet) => (sheet.getRange("E7").dataValidation.rule = whole)),
      "rules for what may be entered",
    ],
  ];

  it.each(obstacles)("because of %s is refused, whatever the buyer agrees to", async (...row) => {
    const [, put, told] = row;
    await book.put("C6", [["mine"]]);
    const agreed = await occupiedCells();
    await put();
    const before = await book.values("A1:K40");
    await expect(insertPricingTable(choices)).rejects.toThrow(WorkbookTrouble);
    await expect(insertPricingTable(choices, agreed)).rejects.toThrow(told);
    await expect(insertCalWorksheet(agreed)).rejects.toThrow(told);
    expect(await book.values("A1:K40")).toEqual(before);
    expect(await pricingTables()).toEqual([]);
  });

  it("because a formula spills over it is refused", async () => {
    book.close();
    book = await openWorkbook({ calculate: () => [[1], [2]] });
    await book.put("C2", [["=SEQUENCE(2)"]]);
    await book.select("B3");
    await expect(insertPricingTable(choices)).rejects.toThrow("spills");
  });
});

describe("When Excel stops half-way", () => {
  it("the cells hold and show again what they did", async () => {
    await book.put("C4:G4", [["=1+1", "'=text", 7, "#N/A", "'12"]]);
    await book.setFormat("D4", "@");
    await book.setFormat("G4", "@");
    const seen = async () => [
      ...[await book.formulas("A1:K30"), await book.values("A1:K30")],
      ...[await book.formats("A1:K30"), await book.width("J1")],
    ];
    const before = await seen();
    const agreed = await occupiedCells();
    refuse(Settings, "Add");
    await expect(insertPricingTable(choices, agreed)).rejects.toThrow("Everything is as it was");
    expect(await book.tables()).toEqual([]);
    expect(await seen()).toEqual(before);
  });

  it("and cannot go back either, both refusals are told", async () => {
    refuse(Settings, "Add");
    refuse(Table, "Delete");
    const { message, refusal } = await insertPricingTable(choices).catch((trouble) => trouble);
    expect(message).toMatch(/^Excel stopped half-way: Excel refused.*could not be taken back/);
    expect(refusal).toMatchObject({ code: "GeneralException" });
  });
});
