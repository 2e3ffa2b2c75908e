import fc from "fast-check";
import { callArgument } from "../../src/workbook/call-argument";
import { callsIn } from "../../src/workbook/calls-in-formula";
import { calsFormulas } from "../../src/workbook/cals-formulas";
import { sheetsNamedIn } from "../../src/workbook/sheets-in-formula";
import { guessFields } from "../../src/workbook/guess-fields";

const lower = (name: string) => name.toLowerCase();

/** Pieces of formulas, whole and broken, in every script. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      "CALS.CAL(",
      "cals.",
      "'",
      '"',
      "[",
      "]",
      "(",
      ")",
      "{",
      "}",
      "!",
      ",",
      "@",
      "#",
    ),
    fc.constantFrom("Übersicht", "ที่", "日本", "😀", "\u0308", "\u200f", "A1", ":", "$", "T", "''"),
    fc.string({ unit: "binary", maxLength: 3 }),
    fc.integer({ min: 0xd800, max: 0xdfff }).map((half) => String.fromCharCode(half)),
  ),
);

it("any text is read, however broken, and what is read is a part of it", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const formula = `=${parts.join("")}`;
      for (const { text, args } of callsIn(formula)) {
        expect(formula).toContain(text);
        for (const arg of args) {
          expect(text).toContain(arg);
          expect(callArgument(arg).kind).toMatch(/^(value|cells|column|name|calculated)$/);
        }
      }
      for (const name of sheetsNamedIn(formula)) expect(name).not.toMatch(/[[\]]/);
    }),
    { numRuns: 2000 },
  );
});

it("every quoted name of a sheet is read back", () => {
  const name = fc
    .string({ unit: "binary", minLength: 1, maxLength: 31 })
    .filter((name) => !/[[\]:\\/?*]/.test(name));
  fc.assert(
    fc.property(name, (name) => {
      const text = `'${name.replace(/'/g, "''")}'!$B$2`;
      expect(callArgument(text)).toEqual({ kind: "cells", sheet: name, address: "$B$2" });
      expect(sheetsNamedIn(`=CALS.CAL(${text})`)).toEqual([lower(name)]);
      expect(callsIn(`=CALS.CAL(${text},1)`)).toMatchObject([{ args: [text, "1"] }]);
    }),
  );
});

test("the sheets of other workbooks, and errors, are no sheets", () => {
  expect(sheetsNamedIn("=[Book2.xlsx]Sheet1!A1+[1]Ü!A1+'[Book2]A B'!A1+#REF!A1")).toEqual([]);
});

describe("CALS calls in a formula", () => {
  const calls = (formula: string) => callsIn(formula).map(({ question, args }) => [question, args]);

  it("are found in any case, with and without Excel's prefix, and inside other functions", () => {
    expect(calls("=CALS.REQUIRED(A1,B1)")).toEqual([["REQUIRED", ["A1", "B1"]]]);
    expect(calls('=if(A1="","",cals.required(A1, 40 ,25))')).toEqual([
      ["REQUIRED", ["A1", "40", "25"]],
    ]);
    expect(calls("=_xldudf_CALS_TOBUY(A1,B1)+1")).toEqual([["TOBUY", ["A1", "B1"]]]);
    expect(calls("=CALS.EDITIONS()")).toEqual([["EDITIONS", []]]);
  });

  it("are found inside each other, the outer one first", () => {
    expect(calls("=CALS.REQUIRED(A1,B1,C1,CALS.CALTYPE(A1,B1,C1))")).toEqual([
      ["REQUIRED", ["A1", "B1", "C1", "CALS.CALTYPE(A1,B1,C1)"]],
      ["CALTYPE", ["A1", "B1", "C1"]],
    ]);
  });

  it("are not found in texts, sheet names, columns or other names", () => {
    expect(calls('="CALS.REQUIRED(A1)"')).toEqual([]);
    expect(calls("='CALS.CAL(x'!A1")).toEqual([]);
    expect(calls("=T[CALS.CAL(x]")).toEqual([]);
    expect(calls("=MYCALS.CAL(A1)")).toEqual([]);
    expect(calls("=CALS.CAL")).toEqual([]);
    expect(calls("=𠮷CALS.CAL(A1)+ที่CALS.CAL(A1)+ÜCALS.CAL(A1)")).toEqual([]);
  });

  it("keep commas that belong to their arguments", () => {
    expect(calls('=CALS.COVERS("a,(b""",\'My, sheet\'!A1)')).toEqual([
      ["COVERS", ['"a,(b"""', "'My, sheet'!A1"]],
    ]);
    expect(calls("=CALS.FITS({1,2;3,4},T[[#This Row],[a,b]],SUM(1,2),,)")).toEqual([
      ["FITS", ["{1,2;3,4}", "T[[#This Row],[a,b]]", "SUM(1,2)", "", ""]],
    ]);
    expect(calls("=CALS.CAL(T[@[it'']s]])")).toEqual([["CAL", ["T[@[it'']s]]"]]]);
  });
});

describe("An argument", () => {
  it("that is a value", () => {
    const values = ["", "40", "-1.5", '"a ""b"""', "TRUE", '{1,"a";2,TRUE}'].map(callArgument);
    expect(values).toEqual([
      { kind: "value", value: null },
      { kind: "value", value: 40 },
      { kind: "value", value: -1.5 },
      { kind: "value", value: 'a "b"' },
      { kind: "value", value: true },
      {
        kind: "value",
        value: [
          [1, "a"],
          [2, true],
        ],
      },
    ]);
    expect(callArgument("#N/A")).toMatchObject({ value: { type: "Error", basicValue: "#N/A" } });
  });

  it("that is cells", () => {
    expect(callArgument("A1")).toEqual({ kind: "cells", sheet: undefined, address: "A1" });
    expect(callArgument("'My ''sheet'!$A$1:B2")).toEqual({
      kind: "cells",
      sheet: "My 'sheet",
      address: "$A$1:B2",
    });
    expect(callArgument("Sheet1!C:C")).toMatchObject({ kind: "cells", address: "C:C" });
    expect(callArgument("ZZZ1").kind).toBe("name");
    expect(callArgument("'[Book2.xlsx]Sheet1'!A1").kind).toBe("calculated");
  });

  it.each([
    ["Übersicht!A1", "Übersicht"],
    ["U\u0308bersicht!A1", "U\u0308bersicht"],
    ["日本語!A1", "日本語"],
    ["'日本 語'!A1", "日本 語"],
    ["ที่นี่!A1", "ที่นี่"],
    ["हिन्दी!A1", "हिन्दी"],
    ["نظرة!A1", "نظرة"],
    ["'L''été 😀'!A1", "L'été 😀"],
    ["'a''''b'!A1", "a''b"],
    ["𠮷野家!A1", "𠮷野家"],
  ])("that is a cell of a sheet in any script: %s", (text, sheet) => {
    expect(callArgument(text)).toEqual({ kind: "cells", sheet, address: "A1" });
    expect(sheetsNamedIn(`=SUM(1,${text})+CALS.CAL(${text})`)).toEqual([sheet, sheet].map(lower));
    expect(callsIn(`=CALS.CAL(${text})`)).toMatchObject([{ args: [text] }]);
  });

  it("that is a table, a column or a name in any script", () => {
    expect(callArgument("ที่[จำนวน]")).toMatchObject({ table: "ที่", column: "จำนวน" });
    expect(callArgument("समूह[@[CAL प्रकार]]")).toMatchObject({ table: "समूह", ownRow: true });
    expect(callArgument("T[@[L''été]]")).toMatchObject({ column: "L'été" });
    expect(callArgument("T[@Größe😀]")).toMatchObject({ column: "Größe😀" });
    expect(callArgument("ผู้ใช้")).toEqual({ kind: "name", name: "ผู้ใช้" });
  });

  it("that is a column of a table", () => {
    const own = { kind: "column", table: undefined, column: "CAL type", ownRow: true };
    expect(callArgument("[@[CAL type]]")).toEqual(own);
    expect(callArgument("T[@[CAL type]]")).toEqual({ ...own, table: "T" });
    expect(callArgument("T[[#This Row],[CAL type]]")).toEqual({ ...own, table: "T" });
    expect(callArgument("[@Users]")).toMatchObject({ column: "Users", ownRow: true });
    expect(callArgument("T[Users]")).toMatchObject({ column: "Users", ownRow: false });
    expect(callArgument("T[@[a'#b]]")).toMatchObject({ column: "a#b" });
    expect(callArgument("T[[#This Row],[A]:[B]]").kind).toBe("calculated");
  });

  it("that must be calculated, or is a name", () => {
    expect(callArgument("A1+1").kind).toBe("calculated");
    expect(callArgument("SUM(A1)").kind).toBe("calculated");
    expect(callArgument("A1#").kind).toBe("calculated");
    expect(callArgument("Staff_Count")).toEqual({ kind: "name", name: "Staff_Count" });
  });
});

describe("A buyer's headers", () => {
  it("are guessed", () => {
    expect(guessFields(["Site", "Operating System", "Headcount", "PCs"])).toEqual({
      edition: "Operating System",
      users: "Headcount",
      devices: "PCs",
    });
    expect(
      guessFields(["Server", "Users", "Devices", "CAL type", "Channel", "Owned CALs"]),
    ).toEqual({
      edition: "Server",
      users: "Users",
      devices: "Devices",
      calType: "CAL type",
      channel: "Channel",
      owned: "Owned CALs",
    });
    expect(guessFields(["ProductName", "No_of_Employees", "No. of workstations"])).toEqual({
      edition: "ProductName",
      users: "No_of_Employees",
      devices: "No. of workstations",
    });
  });

  it("are made of Turkish capitals and wide letters too", () => {
    expect(guessFields(["EDİTİON", "ＵＳＥＲＳ", "DEVİCES"])).toEqual({
      ...{ edition: "EDİTİON", users: "ＵＳＥＲＳ", devices: "DEVİCES" },
    });
  });

  it("are not taken twice, and not where they say nothing", () => {
    expect(guessFields(["Existing user CALs", "Users"])).toEqual({
      owned: "Existing user CALs",
      users: "Users",
    });
    expect(guessFields(["Name", "Price"])).toEqual({});
  });
});

describe("The formulas of a row", () => {
  const cells = { edition: "A2", users: "B2", devices: "", calType: "", channel: "", owned: "" };

  it("leave out what is not there", () => {
    const formulas = calsFormulas(cells);
    expect(formulas.Required).toBe('=IF(A2="","",CALS.REQUIRED(A2,B2))');
    expect(formulas.Included).toBe('=IF(A2="","",CALS.INCLUDED(A2))');
    expect(formulas.Why).toBe('=IF(A2="","",CALS.WHY("TOBUY",A2,B2))');
  });

  it("give owned CALs a type", () => {
    expect(calsFormulas({ ...cells, owned: "F2" })["To buy"]).toBe(
      '=IF(A2="","",CALS.TOBUY(A2,B2,,CALS.CALTYPE(A2,B2,),F2))',
    );
    expect(calsFormulas({ ...cells, calType: "D2", owned: "F2", channel: "E2" })["To buy"]).toBe(
      '=IF(A2="","",CALS.TOBUY(A2,B2,,D2,F2,E2))',
    );
  });
});
