import { refuse } from "./disturb";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { addCalColumns, buyerTable } from "../../src/workbook/cal-columns";
import type { CalColumn } from "../../src/workbook/cals-formulas";
import { RangeFormat } from "../../workbench/host/objects/range-format";
import { WorkbookTrouble } from "../../src/workbook/written";

const mapping = { edition: "Server OS", users: "Staff", devices: "PCs" };

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
  await book.put("B2:E4", [
    ["Site", "Server OS", "Staff", "PCs"],
    ["Oslo", "2012 R2 Standard", 40, 25],
    ["Rome", "", "", ""],
  ]);
  await book.addTable("B2:E4", "Sites");
});
afterEach(() => book.close());

describe("The buyer's table", () => {
  it("is the one that holds the selection, with a guess at its columns", async () => {
    await book.select("C3");
    expect(await buyerTable()).toEqual({
      table: "Sites",
      headers: ["Site", "Server OS", "Staff", "PCs"],
      guess: mapping,
    });
    await book.select("H9");
    expect(await buyerTable()).toBeUndefined();
  });
});

describe("Adding CAL columns", () => {
  it("adds the chosen ones at the right, with live formulas", async () => {
    const address = await addCalColumns("Sites", mapping, ["CAL type", "Required", "To buy"]);
    expect(address).toBe("Sheet1!F2:H4");
    const [head, first, second] = await book.formulas("B2:H4");
    expect(head).toEqual(["Site", "Server OS", "Staff", "PCs", "CAL type", "Required", "To buy"]);
    expect(first[5]).toBe(
      '=IF(Sites[[#This Row],[Server OS]]="","",CALS.REQUIRED(Sites[[#This Row],[Server OS]],Sites[[#This Row],[Staff]],Sites[[#This Row],[PCs]],Sites[[#This Row],[CAL type]]))',
    );
    expect(second.slice(4)).toEqual(first.slice(4));
    expect(first.slice(0, 4)).toEqual(["Oslo", "2012 R2 Standard", 40, 25]);
    expect(await book.tables()).toMatchObject([{ name: "Sites", address: "Sheet1!B2:H4" }]);
  });

  it("never takes a header that is there: Required 2", async () => {
    await addCalColumns("Sites", mapping, ["Required"]);
    await book.put("F3", [["my own"]]);
    await addCalColumns("Sites", mapping, ["Required"]);
    expect((await book.values("F2:G2"))[0]).toEqual(["Required", "Required 2"]);
    expect(await book.values("F3")).toEqual([["my own"]]);
  });

  it("keeps away from cells that are not empty, and does not push them aside", async () => {
    await book.put("G3", [["mine"]]);
    await book.put("H2", [["further"]]);
    const both: CalColumn[] = ["CAL", "Required"];
    await expect(addCalColumns("Sites", mapping, both)).rejects.toThrow(
      "Sheet1!G3 is not empty. Make room at the right of the table first.",
    );
    expect(await addCalColumns("Sites", mapping, ["CAL"])).toBe("Sheet1!F2:F4");
    expect((await book.values("G3:H3"))[0]).toEqual(["mine", ""]);
    expect(await book.values("H2")).toEqual([["further"]]);
  });

  it("keeps away from another table", async () => {
    await book.put("F3:F4", [["a"], [1]]);
    await book.addTable("F3:F4", "Next");
    await expect(addCalColumns("Sites", mapping, ["CAL"])).rejects.toThrow("Next");
  });

  it("asks for what it needs", async () => {
    const only = (map: object, columns: CalColumn[]) => addCalColumns("Sites", map, columns);
    await expect(only({}, ["CAL"])).rejects.toThrow("names the server product");
    await expect(only({ edition: "Server OS" }, ["To buy"])).rejects.toThrow("To buy");
    await expect(only({ edition: "Gone" }, ["CAL"])).rejects.toThrow("Gone");
    await expect(only(mapping, [])).rejects.toThrow("at least one");
    await expect(addCalColumns("None", mapping, ["CAL"])).rejects.toThrow(WorkbookTrouble);
    expect(await book.tables()).toMatchObject([{ address: "Sheet1!B2:E4" }]);
  });

  it("leaves the table as it was when Excel stops half-way", async () => {
    const before = await book.formulas("A1:I6");
    refuse(RangeFormat, "ColumnWidth", "set");
    await expect(addCalColumns("Sites", mapping, ["CAL", "Why"])).rejects.toThrow(WorkbookTrouble);
    expect(await book.formulas("A1:I6")).toEqual(before);
    expect(await book.tables()).toMatchObject([{ address: "Sheet1!B2:E4" }]);
  });
});
