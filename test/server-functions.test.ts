// The functions about server licenses as a cell sees them: the built add-in in the real custom functions runtime.
import { openEvaluator, type Evaluator } from "../workbench/evaluator";

let excel: Evaluator;
beforeAll(async () => {
  const rows = [
    ["VM", "Host", "vCPUs"],
    ["Web", "HV01", 4],
    ["Web", "HV02", ""],
    ["", "", ""],
    ["Mail", "hv01 ", 12],
    ["File", "", "many"],
  ];
  excel = await openEvaluator({ sheets: [{ name: "Sheet", rows }] });
});
afterEach(() => expect(excel.unimplemented).toEqual([]));
afterAll(() => excel.close());

test.each([
  ["counts cores, with arguments left out", '=CALS.LICENSES("2022 Standard",2,12)', 24],
  ["counts two-processor licenses, without cores", '=CALS.LICENSES("2012 R2 Std",2,,4,3)', 6],
  ["counts servers, without processors", '=CALS.LICENSES("2008 R2 Standard",,,3)', 3],
  ["reads a range with blank cells", '=CALS.LICENSESBYVM("2022 Standard",Sheet!C2:C5)', 20],
  ["reads one cell as a range", '=CALS.LICENSESBYVM("2022 Standard",20)', 20],
  ["takes a version that is a number", "=CALS.BREAKEVEN(2022,2,8,1069,6155)", 11],
  ["counts each host of a range once", "=CALS.CONNECTORS(Sheet!B2:B6)", 2],
  ["takes machines and their hosts", "=CALS.CONNECTORS(Sheet!A2:B5)", 2],
  ["takes a number of hosts", '=CALS.CONNECTORS(3,"2022 Standard")', 3],
])("%s", async (_, formula, value) => expect(await excel.evaluate(formula)).toEqual({ value }));

test.each([
  [
    "a machine without its host",
    "=CALS.CONNECTORS(Sheet!A2:B6)",
    "#VALUE!",
    /row 5, has the virtual machine “File”/,
  ],
  [
    "a word among numbers",
    '=CALS.LICENSESBYVM("2022 Standard",Sheet!C2:C6)',
    "#VALUE!",
    /^vCPUs, cell 5, must be a whole number/,
  ],
  [
    "cores without processors",
    '=CALS.LICENSES("2022 Standard",,12)',
    "#VALUE!",
    /without Processors/,
  ],
  [
    "virtual machines no source tells of",
    '=CALS.LICENSES("2022 Essentials",1,8,1)',
    "#N/A",
    /is not confirmed/,
  ],
])("refuses %s", async (_, formula, code, message) =>
  expect(await excel.evaluate(formula)).toEqual({
    error: { code, message: expect.stringMatching(message) },
  }),
);

test("EXPLAIN and WHY take ranges too", async () => {
  const formula = '=INDEX(CALS.EXPLAIN("LICENSESBYVM","2022 Standard",Sheet!C2:C5),3,2)';
  const says =
    "2 virtual machines with 16 virtual cores in all; with at least 8 counted for each, 20.";
  expect(await excel.evaluate(formula)).toEqual({ value: says });
  const why = await excel.evaluate('=CALS.WHY("CONNECTORS",Sheet!A2:B5)');
  expect(why).toEqual({ value: expect.stringContaining("3 rows with 2 names of servers.") });
});
