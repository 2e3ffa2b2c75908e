import { addressOf, columnLetters, columnOf } from "../../src/workbook/cell-address";
import { asItWas, asText } from "../../src/workbook/cell-text";
import { freeDefinedName, freeHeader } from "../../src/workbook/free-name";
import { thisRow } from "../../src/workbook/table-formula";

describe("Text in a cell", () => {
  it("never becomes a formula, a number, a date or a truth value", () => {
    const dangerous = ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "00123", "1E5", "'a", "Sep 2025"];
    // What Excel would read as a date or a truth value depends on its language too: nothing is guessed.
    const plain = ["Windows Server 2025 CAL", "OEM", "WAHR", "1. Mai"];
    for (const text of [...dangerous, ...plain]) expect(asText(text)).toBe(`'${text}`);
    expect(asText("")).toBe("");
  });

  it("is put back as what it was", () => {
    expect(asItWas("=A1", 5, "Double")).toBe("=A1");
    expect(asItWas('="a"', "a", "String")).toBe('="a"');
    expect(asItWas("=not a formula", "=not a formula", "String")).toBe("'=not a formula");
    expect(asItWas(5, 5, "Double")).toBe(5);
    expect(asItWas("", "", "Empty")).toBe("");
  });

  it("is told from an error, which is put back as one", () => {
    expect(asItWas("#N/A", "#N/A", "Error")).toBe("#N/A");
    expect(asItWas("#N/A", "#N/A", "String")).toBe("'#N/A");
  });
});

describe("Names and addresses", () => {
  it("columns count as Excel does", () => {
    for (const [column, letters] of [
      [0, "A"],
      [25, "Z"],
      [26, "AA"],
      [701, "ZZ"],
      [702, "AAA"],
      [16383, "XFD"],
    ] as const) {
      expect(columnLetters(column)).toBe(letters);
      expect(columnOf(letters)).toBe(column);
    }
    expect(addressOf({ row: 1, column: 1, rows: 1, columns: 1 })).toBe("B2");
    expect(addressOf({ row: 1, column: 1, rows: 8, columns: 3 })).toBe("B2:D9");
  });

  it("a taken name gets a number", () => {
    expect(freeDefinedName("CalsPrices", [])).toBe("CalsPrices");
    expect(freeDefinedName("CalsPrices", ["calsprices", "CalsPrices2"])).toBe("CalsPrices3");
    expect(freeHeader("Required", ["Required"])).toBe("Required 2");
  });

  it("a column's own signs are escaped in a reference", () => {
    expect(thisRow("T", "CAL type")).toBe("T[[#This Row],[CAL type]]");
    expect(thisRow("T", "a]b#'@")).toBe("T[[#This Row],[a']b'#'''@]]");
  });
});
