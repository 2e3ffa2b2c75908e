// Tables as people write them: columns in any order and by many names, with blank and broken rows.
import { Problem } from "../src/calculator/problem";
import { groupsOfTheirOwn, ownedCals, planGroups } from "../src/functions/read-groups";

const groupsIn = (cells: unknown) => planGroups("Groups").read(cells);
const ownedIn = (cells: unknown) => ownedCals("Owned").read(cells);

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (trouble) {
    if (trouble instanceof Problem) return trouble.message;
    throw trouble;
  }
  return "";
}

const sales = { group: "Sales", edition: "2022 Standard", users: 40 };

test.each([
  ["as the help names them", ["Group", "Edition", "Users"]],
  ["in capitals and with spaces", [" GROUP ", "EDITION", "users"]],
  ["as people write them", ["Team", "Server edition", "Number of people"]],
  ["with punctuation", ["Group:", "Server-edition", "# Users"]],
  ["on cards of data", ["Group", "Edition", { type: "String", basicValue: "Users" }]],
])("finds columns %s", (_, header) =>
  expect(groupsIn([header, ["Sales", "2022 Standard", 40]])).toMatchObject([{ row: 2, ...sales }]),
);

test("finds columns in any order, and leaves others alone", () => {
  const cells = [
    ["Budget", "Users", "", "Edition", null, "Group", 2025],
    [{ type: "Error", basicValue: "#REF!" }, "40", "x", "2022 Standard", "y", "Sales", true],
  ];
  expect(groupsIn(cells)).toMatchObject([{ row: 2, ...sales }]);
});

test("prefers a column's own name to another for it", () => {
  const cells = [
    ["Name", "Group", "Server", "Edition", "Users"],
    ["x", "Sales", "SRV01", "2022 Standard", 40],
  ];
  expect(groupsIn(cells)).toMatchObject([{ row: 2, ...sales }]);
});

test("leaves blank rows out and counts them in the numbers of rows", () => {
  const blanks = [
    ["", "", ""],
    [null, undefined, { type: "Empty" }],
    [0, 0, 0],
    ["  ", null, ""],
  ];
  const cells = [["Group", "Edition", "Users"], ...blanks, ["Sales", "2022 Standard", 40]];
  expect(groupsIn(cells)).toMatchObject([{ row: 6, ...sales }]);
});

test.each([
  ["left out", undefined],
  ["blank", [[""]]],
  ["a header without rows", [["CAL", "CAL type", "Quantity"]]],
])("owned CALs may be %s", (_, cells) => expect(ownedIn(cells)).toEqual([]));

test.each([
  ["yes", true],
  ["Active", true],
  [true, true],
  ["with SA", true],
  ["No", false],
  [false, false],
  ["expired", false],
  ["", undefined],
])("Software Assurance: %s is %s", (cell, softwareAssurance) => {
  const header = ["CAL", "Type", "Qty", "SA"];
  const [row] = ownedIn([header, ["2022 CAL", "User", 5, cell]]);
  expect(row).toEqual({ row: 2, cal: "2022 CAL", calType: "User", quantity: 5, softwareAssurance });
});

test.each([
  [
    "a missing column, with what was found",
    [["Team", "Budget", "Users"], ["Sales", 1, 40]],
    "Groups has no column “Edition”. Its first row has: Team, Budget, Users. Begin the range with the row of headers, such as Table1[#All].",
  ],
  [
    "several, of which one of two is enough",
    [["Group", "Budget"], ["Sales", 1]],
    "Groups has no column “Edition”, and none “Users” or “Devices”. Its first row has: Group, Budget.",
  ],
  [
    "a range without its header",
    [["Sales", "2022 Standard", 40]],
    "Its first row has: Sales, 2022 Standard, 40.",
  ],
  [
    "two columns for one thing",
    [["Group", "Edition", "People", "Staff"], ["Sales", "2022 Standard", 40, 50]],
    "Groups has more than one column for Users: “People” and “Staff”. Keep the name for one of them.",
  ],
])("refuses %s", (_, cells, message) =>
  expect(refusal(() => groupsIn(cells))).toContain(message),
); // prettier-ignore

test("a cell that cannot be read is the trouble of its row, which keeps its name", () => {
  const rows = groupsOfTheirOwn("Groups").read([
    ["Group", "Users", "Devices"],
    ["Sales", "many", 3],
    ["Plant", 4, { type: "Error", basicValue: "#REF!" }],
    [true, 4, 4],
    ["Lab", 5, ""],
  ]);
  expect(rows.map(({ row, group, trouble }) => [row, group, trouble?.message])).toEqual([
    [2, "Sales", "Users must be a whole number, 0 or more. This cell has “many”."],
    [3, "Plant", "Devices has #REF!. Mend that cell first."],
    [4, undefined, "Group must be text. This cell has TRUE."],
    [5, "Lab", undefined],
  ]);
});
