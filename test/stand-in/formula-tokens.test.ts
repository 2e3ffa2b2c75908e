import fc from "fast-check";
import { formulaForUniver } from "../../workbench/books/formula-for-univer";
import { reachOf } from "../../workbench/books/formula-reach";
import { withoutFilePrefixes } from "../../workbench/books/formula-text";
import { tokensOf } from "../../workbench/books/formula-tokens";

/** Texts made of what formulas are made of, and so more of them than chance would give. */
const piece = fc.constantFrom(
  ...['"', "'", "{", "}", "[", "]", "(", ")", ",", ";", ":", "#N/A", "1", ".5", "E", "+", "-"],
  ...["@", "A1", "$B$2", "_xlfn.", "TRUE", " ", "\n", "é", "😀", "<>", "%", "!", "x"],
);
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(piece).map((all) => all.join("")),
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test("the tokens of anything, joined, are the thing again", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(
        tokensOf(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test("a quoted text is one token, whatever is in it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tokensOf(`=1&${quoted(text)}&A1`)[3]).toEqual({ kind: "text", text: quoted(text) });
    }),
  );
});

test("an array constant is one token, whatever its texts", () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
      const array = `{${texts.map(quoted).join(";")}}`;
      expect(tokensOf(`=${array}`)[1]).toEqual({ kind: "array", text: array });
    }),
  );
});

test("the prefix of a newer function goes, outside of texts and names of sheets", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const rest = `(${quoted(text)},${quoted(`_xlfn.${text}`)},'_xlfn.a'!A1)`;
      expect(withoutFilePrefixes(`=_xlfn.CONCAT${rest}`)).toBe(`=CONCAT${rest}`);
      expect(withoutFilePrefixes(`=_xlfn._xlws.SORT${rest}`)).toBe(`=SORT${rest}`);
    }),
  );
});

test.each([
  ["=1+1", "=1+1"],
  ["={1,2}", "={1,2}"],
  ["=SUM({1,2},A1)", "=SUM({1,2},A1)"],
  ["=1+{1,2}", "=1+IF(TRUE,{1,2})"],
  ["=- 5", "=-5"],
  ["=1 - 5", "=1 - 5"],
  ["=1 - - 5", "=1 - -5"],
  ["=5% - 1", "=5% - 1"],
  ['=--"40"', '=--IF(TRUE,"40")'],
  ['="a"&"b"', '="a"&"b"'],
  ['="- {1,2}"', '="- {1,2}"'],
])("Univer is given, for %s: %s", (formula, given) => {
  expect(formulaForUniver(formula)).toBe(given);
});

test.each([
  ["=1+1", 0, 0],
  ["=A1001", 1001, 1],
  ["=$B$2:D7+Data!ZZ5", 7, 702],
  ["=SUM(1:2000)", 2000, 0],
  ["=SUM(A:XX)", 0, 648],
  ["=LOG10(5)", 0, 0],
  ['="A1001"', 0, 0],
  ["=A1048577", 0, 0],
])("%s reaches to row %d and column %d", (formula, rows, columns) => {
  expect(reachOf(formula)).toEqual({ rows, columns });
});
