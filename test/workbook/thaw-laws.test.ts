import fc from "fast-check";
import { calculate } from "./freezing";
import { openCalculated, openWorkbook, type OpenWorkbook } from "./open-workbook";
import { freeze } from "../../src/workbook/freeze";
import { referencesIn, withReferences } from "../../src/workbook/formula-references";
import { thaw } from "../../src/workbook/thaw";

const keep = { changed: "keep" } as const;

const formulas = [
  "=CALS.REQUIRED(A1,B1,C1)",
  "=CALS.CALTYPE($A$1:B$9,$B2)+SUM(Other!A2:A4,'My data'!$B$1)",
  '=IF(A3="A3","",CALS.REQUIRED(LOG10(B12),"Other!A1")*2)',
  "=CALS.FITS(Other!3:5,B:C)",
  "=CALS.MODEL(Sheet1!A2,'my DATA'!$A1:$C3)",
  "=CALS.EDITIONS(D8)",
  "=CALS.LIMIT(#REF!,A1:B2,{1,2;3,4},A9)",
];
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...formulas) },
  { weight: 1, arbitrary: fc.constantFrom("=A1+Other!B2", 7, "'text") },
);

type Sheet = "Sheet1" | "Other" | "My data";
const sheet = fc.constantFrom<Sheet>("Sheet1", "Other", "My data");
const rows = fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 2 }));
const edit = fc.oneof(
  fc.record({
    ...{ kind: fc.constantFrom("insert", "delete"), sheet },
    cells: fc.oneof(
      rows.map(([first, more]) => `${first}:${first + more}`),
      rows.map(([first]) => `${"ABCDEFGHIJKLMN"[first - 1]}:${"ABCDEFGHIJKLMN"[first - 1]}`),
      rows.map(([first, more]) => `${"ABCDEFG"[first % 7]}${first}:G${first + more}`),
    ),
  }),
  fc.record({ kind: fc.constant("rename"), sheet, to: fc.constantFrom("New", "A & 'b' c", "B2") }),
  fc.record({ kind: fc.constant("remove"), sheet: fc.constant<Sheet>("Other") }),
);
type Edit = { kind: string; sheet: Sheet; cells?: string; to?: string };

/** What a person does to a workbook that others have frozen. */
async function perform(book: OpenWorkbook, edits: readonly Edit[]): Promise<void> {
  const names = new Map<Sheet, string>();
  for (const { kind, sheet, cells = "", to = "" } of edits) {
    const name = names.get(sheet) ?? sheet;
    const { sheets } = book.host.book;
    const isThere = sheets.call(book.host.book).some((one) => one.name === name);
    const isTaken = sheets.call(book.host.book).some((one) => one.name === to);
    if (!isThere || isTaken) continue;
    if (kind === "rename") names.set(sheet, to);
    await book.run(async ({ workbook }) => {
      const worksheet = workbook.worksheets.getItem(name);
      const isColumns = /^[A-Z]+:/.test(cells);
      if (kind === "rename") worksheet.name = to;
      else if (kind === "remove") worksheet.delete();
      else if (kind === "insert") worksheet.getRange(cells).insert(isColumns ? "Right" : "Down");
      else worksheet.getRange(cells).delete(isColumns ? "Left" : "Up");
    });
  }
}

async function fill(book: OpenWorkbook, grid: readonly (readonly unknown[])[]): Promise<void> {
  await book.addSheet("Other");
  await book.addSheet("My data");
  await book.put("Other!A1:B4", [
    [1, 2],
    [3, 4],
    [5, 6],
    [7, "=CALS.FITS(Sheet1!A2,A1)"],
  ]);
  for (const [i, line] of grid.entries()) {
    for (const [j, input] of line.entries()) {
      await book.put(`Sheet1!${"DHL"[j]}${4 * i + 2}`, [[input]]);
    }
  }
}

const everyFormula = (book: OpenWorkbook) =>
  book.run(async ({ workbook }) => {
    workbook.worksheets.load("items/name");
    await workbook.context.sync();
    const ranges = workbook.worksheets.items.map((one) => one.getRange("A1:X40"));
    ranges.forEach((range) => range.load("formulas"));
    await workbook.context.sync();
    return ranges.map((range, i) => [workbook.worksheets.items[i].name, range.formulas] as const);
  });

describe("Whatever is inserted, deleted or renamed while it is frozen", () => {
  it("a thawed formula is what Excel would have made of it", async () => {
    const grids = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
      ...{ minLength: 1, maxLength: 3 },
    });
    const law = fc.asyncProperty(
      grids,
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      async (grid, edits) => {
        const live = await openWorkbook({ calculate });
        await fill(live, grid);
        await perform(live, edits);
        const expected = await everyFormula(live);
        live.close();
        const book = await openWorkbook({ calculate });
        await fill(book, grid);
        await freeze("workbook");
        await perform(book, edits);
        const { moved, changed } = await thaw(keep);
        // A result that cells were inserted into, or deleted from, stays as it is.
        const isSpill = ({ formula }: { formula: string }) => formula.includes("EDITIONS");
        expect([...moved, ...changed].filter((one) => !isSpill(one))).toEqual([]);
        const stuck = moved.length + changed.length > 0;
        const found = await everyFormula(book);
        book.close();
        if (!stuck) expect(found).toEqual(expected);
      },
    );
    await fc.assert(law, { numRuns: 60 });
  });

  it("in a workbook that calculates, too", async () => {
    jest.spyOn(console, "error").mockImplementation();
    const grid = [[formulas[0], "=CALS.FITS($A$1:B$9,$B2)+SUM(Other!A2:A4)", 7]];
    const edits = [
      { kind: "insert", sheet: "Sheet1", cells: "A1:L2" },
      { kind: "insert", sheet: "Other", cells: "A3:L3" },
    ] as const;
    const [live, book] = [await openCalculated(), await openCalculated()];
    const texts = [];
    for (const one of [live, book]) {
      Object.assign(globalThis, { Excel: one.host.Excel, Office: one.host.Office });
      await fill(one, grid);
      await one.shown("A1");
      if (one === book) await freeze("workbook");
      await perform(one, edits);
      if (one === book) expect(await thaw(keep)).toMatchObject({ moved: [], lost: [] });
      texts.push(await everyFormula(one));
      one.close();
    }
    expect(texts[1]).toEqual(texts[0]);
  });
});

describe("The references of a formula", () => {
  it.each([
    ["=A1+$B$2:C3", ["A1", "$B$2:C3"]],
    ["='My ''data'''!A:B+Other!$3:4", ["'My ''data'''!A:B", "Other!$3:4"]],
    ['="A1"&LOG10(A1)&ABC1X&A1.x', ["A1"]],
    ["=SUM(T[A1],T[[#This Row],[B2:C3]],[@D4])", []],
    ["=[Book.xlsx]Sheet1!A1+'[B 2.xlsx]S'!A1+S1:S3!A1", []],
    ["=A1:INDEX(B:B,2)+A1#+1E3+Sheet1!Rate", ["A1", "B:B", "A1"]],
    ["=XFD1048576", ["XFD1048576"]],
    // a column and a row too far, so that they may be names
    ["=YTD2024+PO1234567+XFD1048577+A:XFE", []],
  ])("of %s are %j", (formula, expected) => {
    expect(referencesIn(formula).map(({ text }) => text)).toEqual(expected);
    expect(withReferences(formula, ({ text }) => text)).toBe(formula);
  });
});
