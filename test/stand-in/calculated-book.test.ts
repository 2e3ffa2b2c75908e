import { join } from "node:path";
import { UniverBook } from "../../workbench/books/univer-book";
import { startUniver } from "../../workbench/books/univer-headless";
import { NodeHost, openNodeHost } from "../../workbench/host/node-host";

/** A workbook that calculates: Univer's engine, and the functions of a built add-in in its runtime. */
let host: NodeHost;
let book: UniverBook;

beforeEach(async () => {
  book = new UniverBook(startUniver());
  host = await openNodeHost({ book, dist: join(__dirname, "sample-add-in") });
});

afterEach(() => {
  expect(host.unimplemented).toEqual([]);
  host.close();
});

const onSheet = <T>(batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
  host.Excel.run((context) => batch(context.workbook.worksheets.getActiveWorksheet(), context));

async function valuesOf(address: string) {
  await book.idle();
  return onSheet(async (sheet, context) => {
    const range = sheet.getRange(address).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

test("built-in formulas are right within the batch that wrote them", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:A3").values = [[1], [2], ["=SUM(A1:A2)"]];
    const sum = sheet.getRange("A3").load("values");
    await context.sync();
    expect(sum.values).toEqual([[3]]);
    sheet.getRange("A1").values = [[10]];
    sum.load("values");
    await context.sync();
    expect(sum.values).toEqual([[12]]);
  });
});

test("custom functions: busy, then their value; chains settle; edits follow", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:A4").formulas = [
      ["=CALS.LATER(2)"],
      ["=CALS.ADD(A1,1)"],
      ["=CALS.ADD(A2,1)*10"],
      ["=CALS.GRID(1,2)"],
    ];
    const first = sheet.getRange("A1").load("values");
    await context.sync();
    expect(first.values).toEqual([["#BUSY!"]]);
  });
  expect(await valuesOf("A1:B4")).toEqual([
    [2, ""],
    [3, ""],
    [40, ""],
    [0, 1],
  ]);
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1").values = [[7]];
    await context.sync();
  });
  expect(await valuesOf("A2:A3")).toEqual([[8], [90]]);
});

test("the message of an error belongs to its cell", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("B2").formulas = [["=CALS.INVALID()"]];
    await context.sync();
  });
  expect(await valuesOf("B2")).toEqual([["#VALUE!"]]);
  expect(book.messageAt("sheet1", 1, 1)).toBe("Users must be a whole number.");
  expect(book.messageAt("sheet1", 2, 1)).toBeUndefined();
});

test("300 cells of a custom function", async () => {
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B300");
    range.formulas = Array.from({ length: 300 }, (_, i) => [i, `=CALS.ADD(A${i + 1},1)`]);
    await context.sync();
  });
  const values = await valuesOf("B1:B300");
  expect(values.map(([value]) => value)).toEqual(values.map((_, i) => i + 1));
});

describe("structured references", () => {
  beforeEach(() =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1:C3").values = [
        ["CAL type", "To buy", "Double"],
        ["User", 2, ""],
        ["Device", 3, ""],
      ];
      sheet.tables.add("A1:C3", true).name = "T";
      sheet.getRange("C2:C3").formulas = [["=[@[To buy]]*2"], ["=[@[To buy]]*2"]];
      sheet.getRange("E1:E2").formulas = [["=SUM(T[to buy])"], ["=COUNTA(T[CAL type])"]];
      await context.sync();
    }),
  );

  test("are calculated, in any case", async () => {
    expect(await valuesOf("C2:C3")).toEqual([[4], [6]]);
    expect(await valuesOf("E1:E2")).toEqual([[5], [2]]);
  });

  test("follow a table that grows, moves and is renamed before they are written", async () => {
    await onSheet(async (sheet, context) => {
      const table = sheet.tables.getItem("T");
      table.rows.add(undefined, [["User", 10, null as never]]);
      await context.sync();
    });
    expect(await valuesOf("A4:C4")).toEqual([["User", 10, 20]]);
    expect(await valuesOf("E1:E2")).toEqual([[15], [3]]);
    await onSheet(async (sheet, context) => {
      const table = sheet.tables.getItem("T");
      table.name = "Renamed";
      sheet.getRange("G1").formulas = [["=SUM(Renamed[To buy])"]];
      await context.sync();
    });
    expect(await valuesOf("G1")).toEqual([[15]]);
  });

  test("leave the total row out", async () => {
    await onSheet(async (sheet, context) => {
      sheet.tables.getItem("T").showTotals = true;
      sheet.getRange("B4").formulas = [["=SUM(T[To buy])"]];
      await context.sync();
    });
    expect(await valuesOf("B4")).toEqual([[5]]);
    expect(await valuesOf("E1")).toEqual([[5]]);
  });
});

test("an open bracket in one formula does no harm to the others", async () => {
  expect(book.accepts("=SUM([1")).toBe(false);
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:B1").formulas = [[2, "=A1*3"]];
    await context.sync();
  });
  expect(await valuesOf("B1")).toEqual([[6]]);
});

test("formulas follow cells that are moved", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:A2").values = [[1], [2]];
    sheet.getRange("C1").formulas = [["=A2*10"]];
    sheet.getRange("A2").insert("Down");
    const formula = sheet.getRange("C1").load("formulas,values");
    await context.sync();
    expect([formula.formulas, formula.values]).toEqual([[["=A3*10"]], [[20]]]);
  });
});

test("cells of a sheet that is not shown are moved there, and the selection stays", async () => {
  await onSheet(async (sheet, context) => {
    const other = context.workbook.worksheets.add("Other");
    other.getRange("A1:A2").values = [[1], [2]];
    sheet.getRange("C3").select();
    other.getRange("A1").insert("Down");
    const moved = other.getRange("A1:A3").load("values");
    const active = context.workbook.getActiveCell().load("address");
    await context.sync();
    expect(moved.values).toEqual([[""], [1], [2]]);
    expect(active.address).toBe("Sheet1!C3");
  });
});

test("names and references to other sheets", async () => {
  await onSheet(async (sheet, context) => {
    const lists = context.workbook.worksheets.add("My lists");
    lists.getRange("A1:A2").values = [[3], [4]];
    context.workbook.names.add("Counts", lists.getRange("A1:A2"));
    sheet.getRange("A1:A2").formulas = [["=SUM(Counts)"], ["=SUM('my lists'!A1:A2)"]];
    await context.sync();
  });
  expect(await valuesOf("A1:A2")).toEqual([[7], [7]]);
});

test("a formula far away makes the sheet grow", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("DA5000").formulas = [["=1+1"]];
    await context.sync();
  });
  expect(await valuesOf("DA5000")).toEqual([[2]]);
});

test("edits tell the add-in once, results of formulas do not", async () => {
  const told: string[] = [];
  await onSheet(async (sheet, context) => {
    sheet.onChanged.add(async ({ address }) => void told.push(address));
    await context.sync();
    sheet.getRange("B2").formulas = [["=CALS.ADD(1,1)"]];
    await context.sync();
  });
  await book.idle();
  book.write("sheet1", 4, 0, [[{ value: 1 }, { value: 2 }]]);
  while (told.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(told).toEqual(["B2", "A5:B5"]);
});
