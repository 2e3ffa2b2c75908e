import { refuseOnce } from "./disturb";
import {
  calculate,
  everything,
  insertRows,
  markNames,
  protect,
  recordText,
  unprotect,
  withoutFormulas,
} from "./freezing";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { freeze } from "../../src/workbook/freeze";
import { forget, lookAtForgetting } from "../../src/workbook/forget";
import { lookAtThaw, thaw } from "../../src/workbook/thaw";
import { CustomXmlPart } from "../../workbench/host/objects/custom-xml-parts";
import { Range } from "../../workbench/host/objects/range";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook({ calculate });
});
afterEach(() => book.close());

const keep = { changed: "keep" } as const;
const formulas = [
  ["=CALS.REQUIRED(A2,B2,C2)", "=CALS.CALTYPE(A2,B2,C2)"],
  ["=CALS.LIMIT(A3)", '=IF(A3="","",CALS.REQUIRED(A3,B3,C3)*2)'],
];
const someFrozen = async () => {
  await book.put("A2:C2", [["2012 R2 Standard", 40, 25]]);
  await book.put("D2:E3", formulas);
  await book.put("H2", [['=CALS.EDITIONS("2012 R2")']]);
  return freeze("workbook");
};

describe("Thawing", () => {
  it("brings every formula back as it was, and leaves no trace", async () => {
    await book.put("D2:E3", formulas);
    await book.setFormat("E2", "@");
    await book.put("H2", [['=CALS.EDITIONS("2012 R2")']]);
    const before = await everything(book);
    await freeze("workbook");
    const told = await lookAtThaw();
    expect(told).toMatchObject({ sheets: [{ sheet: "Sheet1", formulas: 5 }], changed: [] });
    expect(await thaw(keep)).toEqual(told);
    expect(await everything(book)).toEqual(before);
  });

  it("brings a table's calculated column back", async () => {
    await book.put("A1:C1", [["Server", "Users", "Required"]]);
    await book.put(
      "A2:B4",
      [1, 2, 3].map((users) => ["2022 Standard", users]),
    );
    await book.addTable("A1:C4", "Quote");
    const column = [2, 3, 4].map(() => [
      "=CALS.REQUIRED(Quote[[#This Row],[Server]],Quote[[#This Row],[Users]])",
    ]);
    await book.put("C2:C4", column);
    await freeze("workbook");
    await withoutFormulas(book, "C2:C4");
    expect(recordText(book)).toContain('<input at="Quote[[#This Row],[Users]]" held="2"/>');
    await thaw(keep);
    expect(await book.formulas("C2:C4")).toEqual(column);
  });

  it("takes thousands of formulas at once", async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => i + 1);
    await book.put(
      "A1:A2000",
      rows.map((row) => [row]),
    );
    const column = rows.map((row) => [`=CALS.REQUIRED("2022 Standard",A${row})`]);
    await book.put("C1:C2000", column);
    await freeze("workbook");
    const numbers = await withoutFormulas(book, "C1:C2000");
    expect(numbers[1999][0]).toBe(column[1999][0].length + 0.1);
    expect((await thaw(keep)).sheets).toEqual([{ sheet: "Sheet1", formulas: 2000 }]);
    expect(await book.formulas("C1:C2000")).toEqual(column);
  });

  it("with nothing frozen does nothing", async () => {
    expect(await thaw(keep)).toMatchObject({ sheets: [], changed: [], moved: [], lost: [] });
  });

  it("tells which inputs hold something else by now", async () => {
    await someFrozen();
    await book.put("B2", [[50]]);
    const { inputs, sheets } = await lookAtThaw();
    expect(sheets).toEqual([{ sheet: "Sheet1", formulas: 5 }]);
    expect(inputs).toEqual([
      { cell: "Sheet1!D2", at: "B2", held: "40", holds: "50" },
      { cell: "Sheet1!E2", at: "B2", held: "40", holds: "50" },
    ]);
  });
});

describe("A cell that somebody has written into since", () => {
  beforeEach(async () => {
    await someFrozen();
    await book.put("E2", [["User"]]);
  });
  const changed = [{ cell: "Sheet1!E2", formula: formulas[0][1], was: "Device", is: "User" }];

  it("is told and kept, and can still be thawed later", async () => {
    expect((await thaw(keep)).changed).toEqual(changed);
    expect(await book.formulas("D2:E2")).toEqual([[formulas[0][0], "User"]]);
    expect((await lookAtThaw()).changed).toEqual(changed);
  });

  it("is thawed where somebody has agreed to lose just that", async () => {
    const told = await thaw({ changed: "thaw", agreed: changed });
    expect(told).toMatchObject({ sheets: [{ formulas: 5 }], changed: [] });
    expect(await book.formulas("D2:E3")).toEqual(formulas);
    expect(recordText(book)).toBeUndefined();
    expect(markNames(book)).toEqual([]);
  });

  it("is not thawed by a yes for other contents", async () => {
    await book.put("E2", [["None"]]);
    await expect(thaw({ changed: "thaw", agreed: changed })).rejects.toThrow(/changed meanwhile/);
    await withoutFormulas(book, "D2");
  });

  it("may be one that a formula spilled into", async () => {
    await book.put("I3", [["mine"]]);
    const told = await lookAtThaw();
    expect(told.changed.map(({ cell }) => cell)).toEqual(["Sheet1!E2", "Sheet1!H2:I4"]);
    await thaw({ changed: "thaw", agreed: told.changed });
    expect(await book.formulas("H2")).toEqual([['=CALS.EDITIONS("2012 R2")']]);
    expect(await book.values("I3")).toEqual([[true]]);
  });

  it("may hold a formula of their own", async () => {
    await book.put("D2", [["=1+1"]]);
    expect((await lookAtThaw()).changed.map(({ cell }) => cell)).toEqual([
      "Sheet1!D2",
      "Sheet1!E2",
    ]);
  });
});

describe("Where cells are no longer in their places", () => {
  beforeEach(async () => {
    await someFrozen();
  });

  it("rows inserted above: formulas are where their cells are, and read what they read", async () => {
    await insertRows(book, "1:1");
    expect(await thaw(keep)).toMatchObject({ sheets: [{ formulas: 5 }], moved: [], lost: [] });
    expect(await book.formulas("D3:E4")).toEqual([
      ["=CALS.REQUIRED(A3,B3,C3)", "=CALS.CALTYPE(A3,B3,C3)"],
      ["=CALS.LIMIT(A4)", '=IF(A4="","",CALS.REQUIRED(A4,B4,C4)*2)'],
    ]);
    expect(await book.formulas("H3")).toEqual([['=CALS.EDITIONS("2012 R2")']]);
    expect(recordText(book)).toBeUndefined();
    expect(markNames(book)).toEqual([]);
  });

  it("rows inserted into a spilled result: it stays a value, and is told", async () => {
    await insertRows(book, "3:4");
    const { sheets, moved } = await thaw(keep);
    expect(sheets).toEqual([{ sheet: "Sheet1", formulas: 4 }]);
    expect(moved.map(({ cell }) => cell)).toEqual(["Sheet1!H2:I6"]);
    expect(await book.formulas("D5")).toEqual([["=CALS.LIMIT(A5)"]]);
    expect(await lookAtThaw()).toMatchObject({ moved });
  });

  it("taking the rows away again makes it right", async () => {
    await insertRows(book, "3:4");
    await book.run(async ({ workbook }) => {
      workbook.worksheets.getActiveWorksheet().getRange("3:4").delete("Up");
    });
    await thaw(keep);
    expect(await book.formulas("D2:E3")).toEqual(formulas);
  });

  it("a deleted input is one in the formula, a deleted formula is told", async () => {
    await book.run(async ({ workbook }) => {
      const sheet = workbook.worksheets.getActiveWorksheet();
      sheet.getRange("E:E").delete("Left");
      sheet.getRange("B:B").delete("Left");
    });
    const { lost } = await thaw(keep);
    expect(lost.map(({ cell }) => cell)).toEqual(["Sheet1!E2", "Sheet1!E3"]);
    expect(await book.formulas("C2")).toEqual([["=CALS.REQUIRED(A2,#REF!,B2)"]]);
    expect((await lookAtThaw()).lost).toEqual(lost);
  });

  it("so it is where Excel says the error in its own language", async () => {
    await book.addSheet("Other");
    await book.put("E9", [["=CALS.REQUIRED(Other!A2,B2,C2)"]]);
    await freeze("workbook");
    await book.run(async ({ workbook }) => {
      workbook.worksheets.getActiveWorksheet().getRange("B:B").delete("Left");
      workbook.worksheets.getItem("Other").delete();
    });
    for (const name of book.host.host.state!.names) {
      name.formula = name.formula.replaceAll("#REF!", "#BEZUG!");
    }
    await thaw(keep);
    expect(await book.formulas("C2")).toEqual([["=CALS.REQUIRED(A2,#REF!,B2)"]]);
    expect(await book.formulas("D9")).toEqual([["=CALS.REQUIRED(#REF!,#REF!,B2)"]]);
  });

  it("a sheet that is gone is told", async () => {
    await book.addSheet("Other");
    await book.run(async ({ workbook }) => workbook.worksheets.getItem("Sheet1").delete());
    const { lost, sheets } = await thaw(keep);
    expect(sheets).toEqual([]);
    expect(lost).toHaveLength(5);
    expect(lost[0]).toMatchObject({ cell: "Sheet1!D2", formula: formulas[0][0] });
  });

  it("cut and pasted onto another sheet, a formula names the sheet that it came from", async () => {
    await book.addSheet("My data");
    cutAndPaste("D2", "'My data'!B9");
    cutAndPaste("B2", "'My data'!A1");
    await book.put("'My data'!A1:B1", [[40, ""]]);
    await book.put("'My data'!B9", await book.values("D2"));
    await book.put("D2", [[""]]);
    expect(await thaw(keep)).toMatchObject({ changed: [], moved: [], lost: [] });
    expect(await book.formulas("'My data'!B9")).toEqual([
      ["=CALS.REQUIRED(Sheet1!A2,A1,Sheet1!C2)"],
    ]);
    expect(await book.formulas("D2:E2")).toEqual([["", "=CALS.CALTYPE(A2,'My data'!A1,C2)"]]);
  });

  /** What Excel does to the names; the cells are put by the test. */
  const cutAndPaste = (from: string, to: string) => {
    const [, column, row] = /(\w)(\d)$/.exec(to)!;
    const moved = `${to.split("!")[0]}!$${column}$${row}`;
    for (const name of book.host.host.state!.names) {
      name.formula = name.formula.replaceAll(`'Sheet1'!$${from[0]}$${from[1]}`, moved);
    }
  };

  it("without the hidden names nothing is guessed", async () => {
    const { state } = book.host.host;
    [...state!.names].forEach((name) => state!.removeName(name));
    const { moved, sheets } = await thaw(keep);
    expect(sheets).toEqual([]);
    expect(moved).toHaveLength(5);
    await withoutFormulas(book, "D2:E3");
  });

  it("cells frozen again are found where they are now", async () => {
    await insertRows(book, "1:1");
    await book.put("D3", [["=CALS.FITS(A3)"]]);
    await freeze("workbook");
    await insertRows(book, "1:1");
    expect(await thaw(keep)).toMatchObject({ sheets: [{ formulas: 5 }], changed: [], moved: [] });
    expect(await book.formulas("D4")).toEqual([["=CALS.FITS(A4)"]]);
    expect(recordText(book)).toBeUndefined();
  });

  it("inputs are told by the cells they are in now", async () => {
    await insertRows(book, "1:1");
    await book.put("B3", [[50]]);
    expect((await lookAtThaw()).inputs[0]).toEqual({
      ...{ cell: "Sheet1!D3", at: "B3", held: "40", holds: "50" },
    });
  });
});

describe("A sheet under another name", () => {
  const rename = (to: string) =>
    book.run(async ({ workbook }) => void (workbook.worksheets.getItem("Sheet1").name = to));

  it("is still the same sheet", async () => {
    await someFrozen();
    await rename("My quote");
    await thaw(keep);
    expect(await book.formulas("D2:E3")).toEqual(formulas);
  });

  // Also in scripts whose letters have marks, which Excel may write with quotes or without.
  it.each([
    ["Quote", "Quote"],
    ["ที่นี่", "ที่นี่"],
    ["हिन्दी", "हिन्दी"],
    ["L'été 日本", "'L''été 日本'"],
  ])("is called by it in the formulas of other sheets: %s", async (name, written) => {
    await rename(name);
    await book.addSheet("Other");
    await book.put("Other!A1", [[`=CALS.FITS(${written}!A2)`]]);
    await freeze("workbook");
    await book.run(async ({ workbook }) => {
      workbook.worksheets.getItem(name).name = "My & quote";
    });
    await thaw(keep);
    expect(await book.formulas("Other!A1")).toEqual([["=CALS.FITS('My & quote'!A2)"]]);
  });

  it("is told where a formula names something else of it", async () => {
    await book.addSheet("Other");
    await book.put("Other!A1", [["=CALS.FITS(Sheet1!Users)"]]);
    await freeze("workbook");
    await rename("My quote");
    const { moved } = await thaw(keep);
    expect(moved.map(({ cell }) => cell)).toEqual(["Other!A1"]);
  });
});

describe("Forgetting", () => {
  beforeEach(async () => {
    await someFrozen();
    await book.put("E2", [["User"]]);
    await book.run(async ({ workbook }) => {
      workbook.worksheets.getActiveWorksheet().getRange("3:3").delete("Up");
    });
  });

  it("gives up what was changed or deleted, and nothing else", async () => {
    const stuck = await lookAtForgetting();
    expect(stuck.map(({ cell }) => cell)).toEqual([
      ...["Sheet1!E2", "Sheet1!H2:I3", "Sheet1!D3", "Sheet1!E3"],
    ]);
    await forget(stuck);
    expect(await lookAtForgetting()).toEqual([]);
    expect((await thaw(keep)).sheets).toEqual([{ sheet: "Sheet1", formulas: 1 }]);
    expect(await book.formulas("D2:E2")).toEqual([[formulas[0][0], "User"]]);
    expect(recordText(book)).toBeUndefined();
    expect(markNames(book)).toEqual([]);
  });

  it("is refused where it is other formulas by now", async () => {
    const stuck = await lookAtForgetting();
    await book.put("D2", [[0]]);
    const before = await everything(book);
    await expect(forget(stuck)).rejects.toThrow(/Look again. Nothing was forgotten/);
    expect(await everything(book)).toEqual(before);
  });

  it("when Excel stops, all is as it was", async () => {
    const stuck = await lookAtForgetting();
    const before = await everything(book);
    refuseOnce(CustomXmlPart, "SetXml");
    await expect(forget(stuck)).rejects.toThrow(/internal error/);
    jest.restoreAllMocks();
    expect(await everything(book)).toEqual(before);
  });
});

it("names protected sheets, and thaws them once they are not", async () => {
  await someFrozen();
  await protect(book, "Sheet1");
  expect(await thaw(keep)).toMatchObject({
    ...{ sheets: [], protected: [{ sheet: "Sheet1", formulas: 5 }] },
  });
  await unprotect(book, "Sheet1");
  await thaw(keep);
  expect(await book.formulas("D2:E3")).toEqual(formulas);
});

it("cells frozen again are frozen as they are now", async () => {
  await someFrozen();
  await book.put("D2", [["=CALS.FITS(A2)"]]);
  await freeze("workbook");
  await thaw(keep);
  expect(await book.formulas("D2")).toEqual([["=CALS.FITS(A2)"]]);
  expect(recordText(book)).toBeUndefined();
});

describe("A record", () => {
  const damage = (change: (xml: string) => string) => {
    const { customXmlParts } = book.host.host.state!;
    for (const [id, xml] of customXmlParts) customXmlParts.set(id, change(xml));
  };

  beforeEach(async () => {
    await someFrozen();
  });

  it("of a newer version is left alone", async () => {
    damage((xml) => xml.replace('version="1"', 'version="2"'));
    await expect(thaw(keep)).rejects.toThrow(/newer version of CALS for Excel froze/);
    await book.put("D2", [["=CALS.FITS(A2)"]]);
    await expect(freeze("workbook")).rejects.toThrow(/newer version of CALS for Excel froze/);
  });

  it("that something else has damaged is told", async () => {
    damage((xml) => xml.replaceAll("<value ", "<other "));
    await expect(thaw(keep)).rejects.toThrow(/cannot be read/);
  });

  it("may have been written anew by another program", async () => {
    damage((xml) =>
      `<?xml version="1.0"?>${xml}`
        .replace("xmlns=", "xmlns:f=")
        .replace(/<(\/?)(\w)/g, "<$1f:$2")
        .replace(/\s*\n\s*/g, "")
        .replaceAll("&apos;", "'"),
    );
    await thaw(keep);
    expect(await book.formulas("D2:E3")).toEqual(formulas);
  });

  it("that two people made at once is not guessed at", async () => {
    const { customXmlParts } = book.host.host.state!;
    customXmlParts.set("{2}", [...customXmlParts.values()][0]);
    await expect(thaw(keep)).rejects.toThrow(/two records/);
  });
});

it.each([["Formulas"], ["NumberFormat"]] as const)(
  "when Excel stops at %s, all is as it was",
  async (member) => {
    await someFrozen();
    await book.put("E2", [["User"]]);
    const { changed } = await lookAtThaw();
    const before = await everything(book);
    refuseOnce(Range, member, "set");
    await expect(thaw({ changed: "thaw", agreed: changed })).rejects.toThrow(/internal error/);
    jest.restoreAllMocks();
    expect(await everything(book)).toEqual(before);
  },
);
