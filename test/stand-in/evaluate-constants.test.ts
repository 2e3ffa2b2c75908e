import fc from "fast-check";
import { join } from "node:path";
import { Evaluator, openEvaluator } from "../../workbench/evaluator";

/** Constants in formulas are what Excel takes them for, whatever Univer would. */
let evaluator: Evaluator;

beforeAll(async () => {
  const sheets = [{ name: "Data", rows: [["count"], [1], [2]] }];
  evaluator = await openEvaluator({ dist: join(__dirname, "sample-add-in"), sheets });
});

afterAll(() => evaluator.close());

const value = async (formula: string) => {
  const answer = await evaluator.evaluate(formula);
  return "value" in answer ? answer.value : answer.error;
};

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const likeNumbers = ["1,234", "1e3", ".5e1", "$72", "€5", "5000%", "2024-01-01", "1/2/2024"];
const tricky = [...likeNumbers, "12:00", "007", "TRUE", "#N/A", "#BUSY!", "_xlfn.a", "a,b", "a;b"];
const anyText = fc.oneof(
  fc.constantFrom(...tricky, "{1,2}", "[@Users]", 'say "hi"', '""', "two\nlines", "toString", ""),
  fc.string(),
  fc.string({ unit: "grapheme" }),
);
const few = { numRuns: 50 };

test("a text is that text", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const literal = quoted(text);
      const formulas = [`=${literal}`, `=LEN(${literal})`, `=CALS.JSON(${literal})`];
      const expected = [text, text.length, JSON.stringify(text)];
      expect(await Promise.all(formulas.map(value))).toEqual(expected);
    }),
    few,
  );
});

test("an array holds its texts", async () => {
  const block = fc.integer({ min: 1, max: 3 }).chain((columns) => {
    const row = fc.array(anyText, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: 2, maxLength: 3 });
  });
  await fc.assert(
    fc.asyncProperty(block, async (rows) => {
      const array = `{${rows.map((row) => row.map(quoted).join(",")).join(";")}}`;
      expect(await value(`=${array}`)).toEqual(rows);
    }),
    few,
  );
});

test("a number is that number, in any notation", async () => {
  const digits = fc.double({ noNaN: true, min: 0, max: 9e307 });
  const notations = (n: number) => [n.toPrecision(15), n.toExponential(14), `${n}`.toUpperCase()];
  await fc.assert(
    fc.asyncProperty(digits, async (n) => {
      const rounded = Number(n.toPrecision(15));
      const formulas = notations(rounded).flatMap((text) => [
        `=${text}`,
        `=VALUE(CALS.JSON(${text}))`,
      ]);
      const found = await Promise.all(formulas.map(value));
      expect(found).toEqual(formulas.map(() => rounded));
    }),
    few,
  );
});

test.each([
  ["=1E5", 100000],
  ["=1E+20", 1e20],
  ["=0.0000001", 1e-7],
  ["=123456789012345678", 123456789012345000],
  ["=-0", 0],
  ["=007", 7],
  ["=5.", 5],
  ["=1=1.0", true],
  ["=CALS.JSON(-0)", "0"],
])("the number %s", async (formula, expected) => {
  expect(await value(formula)).toBe(expected);
});

test.each([
  ["={-5,+5,.5,1E3}", [[-5, 5, 0.5, 1000]]],
  ["={ 1 , true ; \"x\" , #n/a }", [[1, true], ["x", "#N/A"]]], // prettier-ignore
  ['=COLUMNS({"a,b"})', 1],
  ['=ROWS({"a;b"})', 1],
  ['=MATCH("1,234",{"1234","1,234"},0)', 2],
])("the array in %s", async (formula, expected) => {
  expect(await value(formula)).toEqual(expected);
});

test.each(["={}", "={1,2;3}", "={1,A1}"])("Excel refuses %s", async (formula) => {
  expect(await value(formula)).toMatchObject({
    message: expect.stringContaining("does not accept"),
  });
});

test.each(likeNumbers)("%s comes through functions as a text", async (text) => {
  expect(await value(`=TRIM("${text}")`)).toBe(text);
  expect(await value(`=IF(TRUE,"${text}")`)).toBe(text);
  expect(await value(`=ISTEXT("${text}")`)).toBe(true);
  expect(await value(`=CALS.KIND({"${text}"})`)).toBe("string");
});

test.each([
  ['="1,234"+1', 1235],
  ['=SUM("1e3",1)', 1001],
  ['=EDATE("2024-01-01",1)', 45323],
  ['=YEAR("2024-01-01")', 2024],
  ['=VALUE("$72")', 72],
  ['=NPV("5%",10)', 10 / 1.05],
])("where a number is wanted, a text is read as one: %s", async (formula, expected) => {
  expect(await value(formula)).toBeCloseTo(expected, 9);
});

test.each([
  ["=- 5", -5],
  ["=5 - - 3", 8],
  ["=2^- 1", 0.5],
  ['=--"40"', 40],
  ['=1+-"40"', -39],
  ["=--TRUE", 1],
  ["=- CALS.ADD(1,2)", -3],
  ["=SUM(-1,- 2,+ 3,--\"4\")", 4], // prettier-ignore
  ["=SUM({1,2}*{3,4},-{1,1})", 9],
])("a sign: %s", async (formula, expected) => {
  expect(await value(formula)).toBe(expected);
});

test.each([
  ["=@CALS.ADD(1,2)", 3],
  ["=1+@CALS.ADD(1,2)", 4],
  ["=SUM(@CALS.GRID(2,2),10)", 10],
  ["=@INDEX({7,8},2)", 8],
  ["=@Data!A2", 1],
  ["=@Data!A1:A2", "count"],
  ["=@CALS.INVALID()", { code: "#VALUE!", message: "Users must be a whole number." }],
])("an @ as Excel puts it: %s", async (formula, expected) => {
  expect(await value(formula)).toEqual(expected);
});

test.each([
  ["=UNICHAR(128512)", "😀"],
  ["=UNICHAR(65)", "A"],
  ['=UNICODE("😀")', 128512],
  ["=SUM(SEQUENCE(1001))", 501501],
  ["=SUM(CALS.ADD(SEQUENCE(1500),1))", 1127250],
  ["=IFERROR(ROWS(SEQUENCE(20000)),0)", 20000],
  ["=A1001", 0],
  ["=COUNT(Data!A1:B20000)", 2],
  ["=SUM(Data!A1:ZZ5)", 3],
  ["=A1048577", { code: "#NAME?", message: null }],
])("%s", async (formula, expected) => {
  expect(await value(formula)).toEqual(expected);
});

test("an error and the text that reads like it", async () => {
  expect(await evaluator.evaluate('="#N/A"')).toEqual({ value: "#N/A" });
  expect(await evaluator.evaluate("=#N/A")).toEqual({ error: { code: "#N/A", message: null } });
  expect(await value('=CALS.KIND("#N/A")')).toBe("string");
});

test("what was said of one formula is not said of the next", async () => {
  expect(await value("=CALS.INVALID()")).toMatchObject({ message: expect.any(String) });
  expect(await value('=1+"x"')).toEqual({ code: "#VALUE!", message: null });
});
