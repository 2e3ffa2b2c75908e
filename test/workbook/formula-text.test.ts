import { callArgument } from "../../src/workbook/call-argument";
import { callsIn } from "../../src/workbook/calls-in-formula";
import { calsFormulas } from "../../src/workbook/cals-formulas";
import { guessFields } from "../../src/workbook/guess-fields";

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
