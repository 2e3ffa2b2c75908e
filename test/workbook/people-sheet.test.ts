/** The questionnaire in the sheet: what is written, and that its numbers are those that the pane shows. */
import { refuse } from "./disturb";
import { openCalculated, openWorkbook, type OpenWorkbook } from "./open-workbook";
import { answerRequirement } from "../../src/taskpane/requirement-answers";
import { insertRequirement } from "../../src/workbook/people-sheet";
import {
  emptyGroup,
  emptyQuestionnaire,
  type Questionnaire,
} from "../../src/workbook/questionnaire";
import { WorkbookTrouble, type Occupied } from "../../src/workbook/written";
import { DataValidation } from "../../workbench/host/objects/data-validation";

const newest = "Windows Server 2025 Standard";
const empty = emptyQuestionnaire(newest);
const office = { ...emptyGroup(newest), name: "Office", users: "40", devices: "25" };
const oneGroup: Questionnaire = { ...empty, groups: [office] };
const everything: Questionnaire = {
  groups: [
    office,
    {
      ...emptyGroup("Windows Server 2008 R2 Standard"),
      ...{ users: "30", devices: "50", servers: "2", channel: "OEM", calType: "User" },
    },
    { ...emptyGroup("Windows Server 2022 Essentials"), name: "Branch", users: "40" },
  ],
  remote: { sessionHost: newest, users: "12", devices: "", calType: "" },
  external: { edition: "", users: "80", servers: "3", connectorPrice: "2700", calPrice: "55" },
  devices: { edition: "", devices: "6" },
  microsoft365: { plan: "Microsoft 365 E3", users: "4" },
  owned: [
    {
      cal: "Windows Server 2022 RDS CAL",
      calType: "User",
      quantity: "3",
      softwareAssurance: false,
    },
    { cal: "Windows Server 2019 RDS CAL", calType: "User", quantity: "5", softwareAssurance: true },
    { cal: "Windows Server 2025 CAL", calType: "User", quantity: "7", softwareAssurance: false },
    { cal: "Windows Server 2012 CAL", calType: "User", quantity: "9", softwareAssurance: false },
    { cal: "Windows Server 2025 CAL", calType: "Device", quantity: "10", softwareAssurance: false },
  ],
  reserve: "10",
};

const headers = [
  ...["What", "Server", "Users", "Devices", "Servers", "Channel", "Wanted type"],
  ...["Planned users", "Planned devices", "CAL", "Type"],
  ...["Required", "Included", "Owned", "To buy", "Why"],
];

let book: OpenWorkbook;
afterEach(() => book.close());

describe("Inserting the requirement", () => {
  beforeEach(async () => {
    book = await openWorkbook();
  });

  it("writes one group as a table of live formulas under the reserve", async () => {
    expect(await insertRequirement(oneGroup)).toEqual({
      ...{ done: true, table: "CalsPeople", address: "Sheet1!A3:P4" },
    });
    expect(await book.values("A1:B1")).toEqual([["Reserve in percent", 0]]);
    expect(await book.values("A3:P3")).toEqual([headers]);
    const [row] = await book.formulas("A4:P4");
    expect(row.slice(0, 7)).toEqual(["Office", newest, 40, 25, "", "", ""]);
    expect(row[7]).toBe("=ROUNDUP(CalsPeople[[#This Row],[Users]]*(100+$B$1)/100,0)");
    expect(row[11]).toMatch(/^=CALS\.REQUIRED\(CalsPeople\[\[#This Row\],\[Server\]\],/);
    expect(row[14]).toMatch(/^=CALS\.TOBUY\(/);
    expect(row[15]).toMatch(/CALS\.WHY\("TOBUY",/);
  });

  it("writes what was typed as inputs, each with its entry rule", async () => {
    await insertRequirement(everything);
    expect(await book.values("A1:B3")).toEqual([
      ["Reserve in percent", 10],
      ["Price of one External Connector", 2700],
      ["Price of one CAL", 55],
    ]);
    const inputs = await book.values("A6:G12");
    expect(inputs).toEqual([
      ["Office", newest, 40, 25, "", "", ""],
      ["Group 2", "Windows Server 2008 R2 Standard", 30, 50, 2, "OEM", "User"],
      ["Branch", "Windows Server 2022 Essentials", 40, "", "", "", ""],
      ["Remote desktop", newest, 12, "", "", "", ""],
      ["External users", newest, 80, "", 3, "", ""],
      ["External users, by CAL instead", newest, 80, "", 3, "", ""],
      ["Connectors are cheaper from, external users", newest, 80, "", 3, "", ""],
    ]);
    expect((await book.values("A13:D13"))[0]).toEqual([
      ...["Printers and other devices", newest, "", 6],
    ]);
    const rules = await book.rules("A6:G6");
    expect(rules[1]).toMatchObject({ list: { source: expect.stringContaining("CALS lists") } });
    expect([rules[2], rules[3], rules[4]]).toEqual(
      [2, 3, 4].map(() => expect.objectContaining({ wholeNumber: expect.anything() })),
    );
    expect(rules[6]).toMatchObject({ list: { source: "User,Device,None" } });
  });

  it("writes owned CALs as a second table, the oldest first, Microsoft 365 among them", async () => {
    await insertRequirement(everything);
    const [required, owned] = await book.tables();
    expect([required.name, owned.name]).toEqual(["CalsPeople", "CalsOwned"]);
    expect((await book.values("A15:K15"))[0]).toEqual([
      ...["CAL", "CAL type", "Quantity", "Software Assurance", "Kind", "Counts as"],
      ...["For Office", "For Group 2", "For Branch", "For Remote desktop"],
      "For Printers and other devices",
    ]);
    expect(await book.values("A16:E21")).toEqual([
      ["Windows Server 2012 CAL", "User", 9, "No", "Base"],
      ["Windows Server 2022 RDS CAL", "User", 3, "No", "RDS"],
      ["Windows Server 2025 CAL", "User", 7, "No", "Base"],
      ["Windows Server 2025 CAL", "Device", 10, "No", "Base"],
      ["Windows Server 2019 RDS CAL", "User", 5, "Yes", "RDS"],
      ["Microsoft 365 E3", "User", 4, "No", "Base"],
    ]);
  });

  it("asks before it writes over cells, and keeps them without a yes", async () => {
    await book.put("C3", [["mine"]]);
    const occupied = await insertRequirement(oneGroup);
    expect(occupied).toMatchObject({ done: false, occupied: "Sheet1!C3", cells: 1 });
    expect(await book.tables()).toEqual([]);
    expect(await insertRequirement(oneGroup, occupied as Occupied)).toMatchObject({ done: true });
  });

  it("leaves nothing behind when Excel stops half-way", async () => {
    await book.put("B2", [["mine"]]);
    const occupied = (await insertRequirement(everything)) as Occupied;
    refuse(DataValidation, "ErrorAlert", "set");
    await expect(insertRequirement(everything, occupied)).rejects.toThrow(WorkbookTrouble);
    expect(await book.tables()).toEqual([]);
    expect(await book.sheets()).toHaveLength(1);
    const cells = await book.values("A1:P22");
    expect(cells.flat().filter((cell) => cell !== "")).toEqual(["mine"]);
  });

  it("has nothing to write where nobody was counted", async () => {
    await expect(insertRequirement(empty)).rejects.toThrow("Type the users or the devices");
    expect(await book.tables()).toEqual([]);
  });

  it("takes free names, and keeps a name that looks like a formula a text", async () => {
    await insertRequirement(oneGroup);
    await book.select("A20");
    const group = { ...office, name: "=1+1" };
    expect(await insertRequirement({ ...empty, groups: [group] })).toMatchObject({
      table: "CalsPeople2",
    });
    expect(await book.values("A23")).toEqual([["=1+1"]]);
  });
});

describe("The sheet and the pane", () => {
  beforeEach(async () => {
    book = await openCalculated();
  });

  /** What each row of the sheet shows from Planned users to To buy; every error is an error. */
  const inSheet = async (first: number, rows: number) => {
    const cells = await book.shown(`H${first}:O${first + rows - 1}`);
    const isError = (cell: unknown) => typeof cell === "string" && cell.startsWith("#");
    return cells.map((row) => row.map((cell) => (isError(cell) ? "error" : cell)));
  };
  const inPane = (questionnaire: Questionnaire) =>
    answerRequirement(questionnaire).rows.map(({ cells }) =>
      (headers.slice(7, 15) as (keyof typeof cells)[]).map((header) => {
        const cell = cells[header];
        if (!cell) return "";
        return "problem" in cell ? "error" : cell.value;
      }),
    );

  it("show the same numbers for one group, and after its cells are changed", async () => {
    await insertRequirement(oneGroup);
    expect(await inSheet(4, 1)).toEqual(inPane(oneGroup));
    await book.put("B1", [[20]]);
    await book.put("C4", [[30]]);
    const changed = { ...oneGroup, reserve: "20", groups: [{ ...office, users: "30" }] };
    expect(await inSheet(4, 1)).toEqual(inPane(changed));
    expect((await inSheet(4, 1))[0].slice(0, 2)).toEqual([36, 30]);
  });

  it("show the same numbers for everything that can be asked", async () => {
    await insertRequirement(everything);
    const shown = inPane(everything);
    expect(await inSheet(6, shown.length)).toEqual(shown);
    const by = (what: number, column: string) => shown[what][headers.slice(7, 15).indexOf(column)];
    // 44 people in the office, 28 devices; 10 Device CALs are owned.
    expect([by(0, "Type"), by(0, "Required"), by(0, "Owned"), by(0, "To buy")]).toEqual([
      ...["Device", 28, 10, 18],
    ]);
    // 33 users of 2008 R2, 2 boxes of 5; the 9 old CALs go first, then 7 of 2025 and 4 of Microsoft 365.
    expect([by(1, "Required"), by(1, "Included"), by(1, "Owned"), by(1, "To buy")]).toEqual([
      ...[33, 10, 20, 3],
    ]);
    // Essentials allows 25 users.
    expect(by(2, "To buy")).toBe("error");
    // The RDS CALs of 2022 do not reach 2025; those of 2019 do, by Software Assurance.
    expect([by(3, "Required"), by(3, "Owned"), by(3, "To buy")]).toEqual([14, 5, 9]);
    // 88 external users are fewer than the 148 from which connectors are cheaper.
    expect([by(4, "To buy"), by(5, "To buy"), by(6, "Required")]).toEqual([0, 88, 148]);
    const why = (await book.shown("P6:P13")).flat();
    expect(why[2]).toContain("limited to 25 user accounts; 44 users were given");
    why.forEach((text) => expect(text).toContain("Sources: "));
  });

  it("leave out a suite of which nobody knows whether it reaches, and say so", async () => {
    const suite = { cal: "Core CAL Suite", calType: "User", quantity: "9" };
    const unclear = {
      ...oneGroup,
      groups: [{ ...office, calType: "User" }],
      owned: [{ ...suite, softwareAssurance: false }],
    };
    await insertRequirement(unclear);
    expect(await inSheet(4, 1)).toEqual(inPane(unclear));
    expect(await book.shown("G7")).toEqual([["#N/A"]]);
    const [note] = answerRequirement(unclear).notes;
    expect(note.problem.message).toContain("needs active Software Assurance");
    // Told in the sheet that it has it, it counts.
    await book.put("D7", [["Yes"]]);
    expect(await book.shown("N4:O4")).toEqual([[9, 31]]);
  });
});
