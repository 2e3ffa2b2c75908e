import fc from "fast-check";
import { formulaForFile, formulaFromFile } from "../../workbench/xlsx/file-formula";
import { needsMark } from "../../workbench/xlsx/dynamic-marks";
import { slide } from "../../workbench/xlsx/shared-formula";

test.each([
  ["a function of the add-in", "CALS.REQUIRED(A2,B2)", "_xldudf_CALS_REQUIRED(A2,B2)"],
  [
    "inside others",
    'IF(CALS.FITS(A1,1),SUM(CALS.PACKSIZES("2025 CAL")),0)',
    'IF(_xldudf_CALS_FITS(A1,1),SUM(_xldudf_CALS_PACKSIZES("2025 CAL")),0)',
  ],
  ["not in a text", '"CALS.REQUIRED("&CALS.CAL(A1)', '"CALS.REQUIRED("&_xldudf_CALS_CAL(A1)'],
  ["not in the name of a sheet", "'CALS.CAL(x'!A1+1", "'CALS.CAL(x'!A1+1"],
  ["not the name of a table's column", "T[CALS.CAL(]", "T[CALS.CAL(]"],
  ["newer functions of Excel", "XLOOKUP(1,A:A,B:B)", "_xlfn.XLOOKUP(1,A:A,B:B)"],
  [
    "two with two prefixes",
    "SORT(FILTER(A1:A9,B1:B9))",
    "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9))",
  ],
  ["names that LET gives", "LET(x,A1,x*2)", "_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)"],
  [
    "names that LAMBDA gives",
    "MAP(A1:A2,LAMBDA(a,a+1))",
    "_xlfn.MAP(A1:A2,_xlfn.LAMBDA(_xlpm.a,_xlpm.a+1))",
  ],
  ["what a formula spills", "SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
])("in a file: %s", (_, formula, inFile) => {
  expect(formulaForFile(formula)).toBe(inFile);
  expect(formulaFromFile(inFile)).toBe(formula);
});

test("a file's implicit intersection is an @", () => {
  expect(formulaFromFile("_xlfn.SINGLE(A1:A3)+1")).toBe("@A1:A3+1");
});

test("another add-in's functions stay as they are", () => {
  expect(formulaFromFile("_xldudf_OTHER_CALS(1)")).toBe("_xldudf_OTHER_CALS(1)");
});

/** Pieces of formulas, with all that could be taken for something else. */
const text = fc.string({ unit: "grapheme" }).map((inside) => `"${inside.replaceAll('"', '""')}"`);
const sheet = fc
  .string({ unit: "grapheme", minLength: 1 })
  .map((name) => `'${name.replaceAll("'", "''")}'!$B$2`);
const atom = fc.oneof(
  text,
  sheet,
  fc.constantFrom(
    "A1",
    "$B$2:C9",
    "1.5",
    "TRUE",
    "#N/A",
    '{1,"CALS.CAL(";2,3}',
    "T[[#This Row],[CALS.CAL(]]",
    "A3#",
  ),
);
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    atom,
    fc
      .tuple(
        fc.constantFrom("CALS.REQUIRED", "CALS.X1", "SUM", "XLOOKUP", "FILTER", "IF", "TEXTJOIN"),
        fc.array(tie("formula"), { maxLength: 4 }),
      )
      .map(([name, args]) => `${name}(${args.join(",")})`),
    fc
      .tuple(tie("formula"), fc.constantFrom("+", "&", "<>", " * "), tie("formula"))
      .map((all) => all.join("")),
    fc.tuple(tie("formula"), tie("formula")).map(([a, b]) => `LET(_v,${a},_v&${b})`),
  ),
}));

test("any formula comes back from a file as it was", () => {
  fc.assert(
    fc.property(formula, (one) => {
      const inFile = formulaForFile(one);
      expect(formulaFromFile(inFile)).toBe(one);
      const bare = inFile.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:\[[^\]]*\]|[^[\]])*\]/g, "");
      expect(bare).not.toMatch(/CALS\.\w+\(/);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["references", "A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"],
  ["not inside texts", 'CALS.CAL("2012 R2 Standard"&A1)', 'CALS.CAL("2012 R2 Standard"&B3)'],
  ["of other sheets, whose names stay", "Q1!A1+'R2 A1'!A1", "Q1!B3+'R2 A1'!B3"],
  ["whole columns and rows", "SUM(A:$B)+SUM(1:$2)", "SUM(B:$B)+SUM(3:$2)"],
  ["but no functions", "LOG10(A1)", "LOG10(B3)"],
  ["nor columns of a table", "SUM(T[A1])", "SUM(T[A1])"],
  ["off the sheet", "XFD1+A1048576", "#REF!+#REF!"],
])("a formula two rows down and one column to the right: %s", (_, from, to) => {
  expect(slide(from, 2, 1)).toBe(to);
});

test.each([
  ["=CALS.REQUIRED(A1,1)", true],
  ["=UNIQUE(A1:A3)", true],
  ["=A1:A3*2", true],
  ["=LEN(A1:A3)", true],
  ["=SUM(A1:A3*B1:B3)", true],
  ["=AND(A1:A3=B1:B3)", true],
  ["=SUM(Answers[Right]*1)", true],
  ["=SUM(A1:A3)+1", false],
  ["=SUM(Groups[CALs],'My sheet'!A1:A3)", false],
  ["=VLOOKUP(A1,Lists!A:B,2,FALSE)", false],
  ["=Groups[[#This Row],[CALs]]*2", false],
  ["=A1*B1", false],
])("%s is marked as a dynamic array: %s", (one, isMarked) => {
  expect(needsMark(one)).toBe(isMarked);
});
