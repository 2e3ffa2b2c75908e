// The functions that read whole tables as a cell sees them: the built add-in in the real custom functions runtime.
import { openEvaluator, type Evaluator } from "../workbench/evaluator";

let excel: Evaluator;
beforeAll(async () => {
  const rows = [
    ["Team", "Server edition", "People", "PCs", "Servers", "Comment"],
    ["Sales", "2022 Standard", 40, "", "", "moved in May"],
    ["Plant", "2008 R2 Standard", 30, 12, 1, ""],
    ["sales", "2016 Standard", "", "", "", ""],
    ["", "", "", "", "", ""],
    ["Lab", "2022 Standard", "many", "", "", ""],
    ["CAL", "Type", "Qty", "SA", "", ""],
    ["2022 CAL", "User", 15, "no", "", ""],
    ["2012 CAL", "Device", 5, "yes", "", ""],
  ];
  excel = await openEvaluator({ sheets: [{ name: "Sheet", rows }] });
});
afterEach(() => expect(excel.unimplemented).toEqual([]));
afterAll(() => excel.close());

test("PLAN spills a row for each group, and a bad row is one of them", async () => {
  expect(await excel.evaluate("=CALS.PLAN(Sheet!A1:F6,Sheet!A7:D9)")).toEqual({
    value: [
      ["Group", "CAL", "CAL type", "Required", "Included", "Covered", "To buy", "Note"],
      ["Sales", "Windows Server 2022 CAL", "User", 40, 0, 15, 25, "Windows Server 2022 Standard decides: Windows Server 2022 CAL."], // prettier-ignore
      ["Plant", "Windows Server 2008 CAL", "Device", 12, 5, 5, 2, ""],
      ["Lab", "", "", "", "", "", "", "Row 6: Users must be a whole number, 0 or more. This cell has “many”."], // prettier-ignore
    ],
  });
});

test.each([
  ["the sum of what is to buy", "=SUM(INDEX(CALS.PLAN(Sheet!A1:F6),0,7))", 47],
  ["a mix of groups", "=INDEX(CALS.MIXGROUPS(Sheet!A1:D3,72,52),4,2)", "40 User, 12 Device"],
  ["what a new server strands", '=INDEX(CALS.STRANDED(Sheet!A7:D9,"2025 Standard"),4,4)', 15],
])("%s", async (_, formula, value) => expect(await excel.evaluate(formula)).toEqual({ value }));

test.each([
  [
    "a range without headers",
    "=CALS.PLAN(Sheet!A2:F4)",
    "#VALUE!",
    /^Groups has no column “Group”.*first row has: Sales, 2022 Standard, 40/,
  ],
  [
    "owned CALs without a column",
    '=CALS.STRANDED(Sheet!A7:B9,"2025 Standard")',
    "#VALUE!",
    /^Owned has no column “Quantity”\./,
  ],
  [
    "an unknown new server",
    '=CALS.STRANDED(Sheet!A7:D9,"2031 Standard")',
    "#N/A",
    /^Edition “2031 Standard” is not in the catalog/,
  ],
  ["a missing price", "=CALS.MIXGROUPS(Sheet!A1:D3,72,)", "#VALUE!", /^Device price is blank/],
])("refuses %s", async (_, formula, code, message) =>
  expect(await excel.evaluate(formula)).toEqual({
    error: { code, message: expect.stringMatching(message) },
  }),
);

test("EXPLAIN and WHY tell the reasons of the whole plan", async () => {
  const why = await excel.evaluate('=CALS.WHY("PLAN",Sheet!A1:F6,Sheet!A7:D9)');
  const total = "2 groups: 52 required, 5 included, 20 covered by owned CALs, 27 to buy.";
  expect(why).toEqual({ value: expect.stringContaining(total) });
  const first = await excel.evaluate('=INDEX(CALS.EXPLAIN("PLAN",Sheet!A1:F6),2,1)');
  expect(first).toEqual({ value: "A server license alone" });
});
