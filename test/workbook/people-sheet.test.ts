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
});

describe("The sheet and the pane", () => {
  beforeEach(async () => {
    book = await openCalculated();
  });

  it.each([
    ["one group", oneGroup, 1],
    ["everything", everything, 3],
  ])("show the same numbers: %s", async (_, questionnaire, settings) => {
    await insertRequirement(questionnaire);
    const { rows } = answerRequirement(questionnaire);
    const first = settings + 3;
    const cells = await book.shown(`A${first}:P${first + rows.length - 1}`);
    const shown = cells.map((row) => row.slice(7, 15));
    const answered = rows.map(({ cells }) =>
      (headers.slice(7, 15) as (keyof typeof cells)[]).map((header) => {
        const cell = cells[header];
        if (!cell) return "";
        return "problem" in cell ? "error" : cell.value;
      }),
    );
    const isError = (cell: unknown) => typeof cell === "string" && cell.startsWith("#");
    expect(shown.map((row) => row.map((cell) => (isError(cell) ? "error" : cell)))).toEqual(
      answered,
    );
  });
});
