import { refuseOnce } from "./disturb";
import { calculate, everything, protect } from "./freezing";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { lookAtRepair, repair, withoutPrefix } from "../../src/workbook/repair";
import { Range } from "../../workbench/host/objects/range";

let book: OpenWorkbook;
/** Before the add-in is installed Excel shows `#NAME?`, whatever our formula says. */
let installed = false;
beforeEach(async () => {
  installed = false;
  book = await openWorkbook({
    calculate: (formula) =>
      formula.includes("CALS") && !installed ? "#NAME?" : calculate(formula),
  });
});
afterEach(() => book.close());

const broken = async () => {
  await book.put("A1:A3", [
    ["=_xldudf_CALS_REQUIRED(B1,C1)"],
    ['=IF(B2="","_xldudf_CALS_",1+_xldudf_CALS_fits(B2))'],
    ["=CALS.EDITIONS(B3)"],
  ]);
  await book.put("F1:F2", [["=SUM(A1:A2)"], ["=NOSUCH.THING(A1)"]]);
  await book.setFormat("A1", "0.0");
  installed = true;
};

describe("Repairing", () => {
  it("enters the formulas again, under their right names", async () => {
    await broken();
    expect(await lookAtRepair()).toEqual({ sheets: [{ sheet: "Sheet1", formulas: 3 }], left: [] });
    expect(await repair()).toEqual({ sheets: [{ sheet: "Sheet1", formulas: 3 }], left: [] });
    expect((await book.formulas("A1:A3")).flat()).toEqual([
      "=CALS.REQUIRED(B1,C1)",
      '=IF(B2="","_xldudf_CALS_",1+CALS.fits(B2))',
      "=CALS.EDITIONS(B3)",
    ]);
    expect(await book.values("A5:B5")).toEqual([["2012 R2 Foundation", "#N/A"]]);
    expect(await book.formats("A1")).toEqual([["0.0"]]);
    expect((await lookAtRepair()).sheets).toEqual([]);
  });

  it("leaves formulas alone that work, and those of others", async () => {
    installed = true;
    await book.put("A1:A2", [["=CALS.REQUIRED(B1,C1)"], ["=OTHER.THING()"]]);
    const before = await everything(book);
    expect((await repair()).sheets).toEqual([]);
    expect(await everything(book)).toEqual(before);
  });

  it("names protected sheets", async () => {
    await broken();
    await protect(book, "Sheet1");
    expect(await repair()).toEqual({
      sheets: [],
      left: [{ kind: "protected", sheet: "Sheet1", formulas: 3 }],
    });
  });

  it("tells which cells still know no such name", async () => {
    installed = true;
    await book.put("A1:A2", [["=CALS.NOSUCH(B1)"], ["=_xldudf_CALS_FITS(B1)"]]);
    await book.addName("Need", "=_xldudf_CALS_FITS(Sheet1!$A$1)");
    expect(await repair()).toEqual({
      sheets: [{ sheet: "Sheet1", formulas: 1 }],
      left: [
        { kind: "no value", cell: "Sheet1!A1", shows: "#NAME?" },
        { kind: "name", name: "Need" },
      ],
    });
  });

  it("puts everything back when Excel stops half-way", async () => {
    await broken();
    const before = await everything(book);
    refuseOnce(Range, "Formulas", "set");
    await expect(repair()).rejects.toThrow(/internal error/);
    jest.restoreAllMocks();
    expect(await everything(book)).toEqual(before);
  });
});

it.each([
  ["=_xldudf_CALS_FITS(A1)", "=CALS.FITS(A1)"],
  ["='_xldudf_CALS_'!A1+_XLDUDF_CALS_FITS(A1)", "='_xldudf_CALS_'!A1+CALS.FITS(A1)"],
  ["=MY_xldudf_CALS_FITS(A1)", "=MY_xldudf_CALS_FITS(A1)"],
  ["=_xldudf_OTHER_FITS(A1)", "=_xldudf_OTHER_FITS(A1)"],
])("%s is written %s", (formula, expected) => expect(withoutPrefix(formula)).toBe(expected));
