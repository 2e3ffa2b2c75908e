import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { onSelectionChanged, selectedFormula } from "../../src/workbook/selected-formula";

let book: OpenWorkbook;
beforeEach(async () => {
  const shown: Readonly<Record<string, string>> = { "=1/0": "#DIV/0!" };
  book = await openWorkbook({ calculate: (formula) => shown[formula] ?? 0 });
  await book.put("A1:C2", [
    ["Product", "Users", "CAL type"],
    ["2012 R2 Standard", 40, ""],
  ]);
});
afterEach(() => book.close());

/** The calls of a formula in E2. */
async function callsOf(formula: string) {
  await book.put("E2", [[formula]]);
  await book.select("E2");
  return (await selectedFormula())!.calls;
}

describe("The selected formula", () => {
  it("is none where there is no CALS call", async () => {
    await book.select("A2");
    expect(await selectedFormula()).toBeUndefined();
    await book.put("A2", [["=SUM(B2)"]]);
    expect(await selectedFormula()).toBeUndefined();
  });

  it("has its address, and its call with the values of its arguments", async () => {
    const calls = await callsOf('=CALS.REQUIRED(A2,$B$2,,"User")');
    expect(calls).toEqual([
      {
        question: "REQUIRED",
        text: 'CALS.REQUIRED(A2,$B$2,,"User")',
        cells: ["2012 R2 Standard", 40, null, "User"],
        explainFormula: '=CALS.EXPLAIN("REQUIRED",A2,$B$2,,"User")',
      },
    ]);
    expect(await selectedFormula()).toMatchObject({ address: "Sheet1!E2" });
  });

  it("reads blank cells, errors, dates, ranges, names and other sheets", async () => {
    await book.addSheet("My sheet");
    await book.put("'My sheet'!A1", [["Essentials"]]);
    await book.put("D1", [["=1/0"]]);
    await book.put("D2", [[45000]]);
    await book.setFormat("D2", "yyyy-mm-dd");
    await book.addName("Staff", "=Sheet1!$B$2");
    const [{ cells }] = await callsOf("=CALS.FITS('My sheet'!A1,Staff,C2,D1,D2,A1:B2)");
    expect(cells).toEqual([
      ...["Essentials", 40, null],
      { type: "Error", basicType: "Error", basicValue: "#DIV/0!" },
      {
        ...{ type: "FormattedNumber", basicType: "Double" },
        ...{ basicValue: 45000, numberFormat: "yyyy-mm-dd" },
      },
      [
        ["Product", "Users"],
        ["2012 R2 Standard", 40],
      ],
    ]);
  });

  it("reads a sheet's own name before the workbook's of the same name", async () => {
    const addOwn = (formula: string) =>
      book.run(async ({ workbook }) => {
        workbook.worksheets.getActiveWorksheet().names.add("Staff", formula);
      });
    await book.addName("Staff", "=Sheet1!$A$2");
    await addOwn("=Sheet1!$B$2");
    expect((await callsOf("=CALS.CAL(Staff)"))[0].cells).toEqual([40]);
    await book.addSheet("Other");
    await book.put("Other!A1", [["=CALS.CAL(Staff)"]]);
    await book.select("Other!A1");
    expect((await selectedFormula())!.calls[0].cells).toEqual(["2012 R2 Standard"]);
  });

  it("does not take the workbook's name where the sheet's own is no cell", async () => {
    await book.addName("Staff", "=Sheet1!$A$2");
    await book.run(async ({ workbook }) => {
      workbook.worksheets.getActiveWorksheet().names.add("Staff", "=7");
    });
    expect((await callsOf("=CALS.CAL(Staff)"))[0].unread).toBe("Staff");
  });

  it("reads its own row of a table, and explains with addresses", async () => {
    await book.addTable("A1:E2", "T");
    const formula = "=IF(TRUE,CALS.REQUIRED([@Product],T[[#This Row],[Users]]))";
    const [call] = await callsOf(formula);
    expect(call.cells).toEqual(["2012 R2 Standard", 40]);
    expect(call.explainFormula).toBe('=CALS.EXPLAIN("REQUIRED",A2,B2)');
  });

  it("tells an argument that Excel works out inside the formula", async () => {
    const calls = await callsOf("=CALS.REQUIRED(A2,B2+1,,CALS.CALTYPE(A2,B2,5))");
    expect(calls.map(({ question, unread }) => [question, unread])).toEqual([
      ["REQUIRED", "B2+1"],
      ["CALTYPE", undefined],
    ]);
    expect(calls[0].explainFormula).toBe(
      '=CALS.EXPLAIN("REQUIRED",A2,B2+1,,CALS.CALTYPE(A2,B2,5))',
    );
    const [missing] = await callsOf("=CALS.CAL(NoSuchName)");
    expect(missing.unread).toBe("NoSuchName");
    const [whole] = await callsOf("=CALS.CAL(A:A)");
    expect(whole.unread).toBe("A:A");
  });

  it("of WHY is explained by EXPLAIN with the same arguments", async () => {
    const [call] = await callsOf('=CALS.WHY("TOBUY",A2,B2)');
    expect(call.cells).toEqual(["TOBUY", "2012 R2 Standard", 40]);
    expect(call.explainFormula).toBe('=CALS.EXPLAIN("TOBUY",A2,B2)');
  });

  it("is followed until it is not", async () => {
    let told = 0;
    const stop = await onSelectionChanged(() => told++);
    await book.select("B2");
    await book.until(() => told > 0);
    await stop();
    const before = told;
    // Another who follows is told of this, so the first one would have been told by now.
    let others = 0;
    const stopOther = await onSelectionChanged(() => others++);
    await book.select("C2");
    await book.until(() => others > 0);
    await stopOther();
    expect(told).toBe(before);
  });
});
