import { join } from "node:path";
import { Evaluator, openEvaluator } from "../../workbench/evaluator";

const sampleAddIn = join(__dirname, "sample-add-in");

describe("the evaluator", () => {
  let evaluator: Evaluator;

  beforeAll(async () => {
    evaluator = await openEvaluator({
      dist: sampleAddIn,
      sheets: [
        {
          name: "Data",
          rows: [
            ["name", "count"],
            ["a", 1],
            ["b", ""],
            ["=1+1", 3],
          ],
        },
        { name: "My data", rows: [[7]] },
      ],
    });
  });

  afterAll(() => {
    expect(evaluator.unimplemented).toEqual([]);
    evaluator.close();
  });

  const value = async (formula: string) => {
    const answer = await evaluator.evaluate(formula);
    return "value" in answer ? answer.value : answer.error;
  };

  test.each([
    ["=CALS.ADD(1,2)", 3],
    ["=cals.add(1)", 1],
    ["CALS.ADD(1,)", 1],
    ["  = CALS.ADD(1,2) ", 3],
    ["=SUM(CALS.ADD(40,25),1)", 66],
    ['=IF(CALS.ADD(1,2)>2,"big","small")', "big"],
    ["=CALS.ADD(CALS.ADD(1,2),CALS.ADD(3,CALS.LATER(4)))", 10],
    ["=CALS.LATER(9)*2", 18],
    ["=LET(x,CALS.ADD(1,1),x*x)", 4],
    ["=MAP({1,2,3},LAMBDA(x,CALS.ADD(x,1)))", [[2, 3, 4]]],
    ['=TEXTJOIN(",",TRUE,CALS.GRID(2,2))', "0,1,10,11"],
    ["=INDEX(CALS.GRID(3,3),2,3)", 12],
    ['=_xlfn.XLOOKUP("a",Data!A2:A4,Data!B2:B4)', 1],
    ["=1=1", true],
    ['=""', ""],
    ["=A1", 0],
    ["=1/3", 1 / 3],
  ])("%s", async (formula, expected) => {
    expect(await value(formula)).toEqual(expected);
  });

  test.each([
    ["={1,2;3,4}", 2, 2],
    ["=1+{1,2}", 1, 2],
    ["=CALS.GRID(2,3)", 2, 3],
    ["=CALS.GRID(2,300)", 2, 300],
    ["=CALS.GRID(3000,2)", 3000, 2],
  ])("%s spills whole", async (formula, rows, columns) => {
    const block = (await value(formula)) as unknown[][];
    expect([block.length, block[0]!.length]).toEqual([rows, columns]);
    expect(block.flat().every((cell) => typeof cell === "number")).toBe(true);
  });

  test("an error inside a spilled block is its text", async () => {
    expect(await value("=CALS.MIXED()")).toEqual([
      ["ok", "#N/A"],
      [true, 1.5],
    ]);
  });

  test("sheets: values are typed, text stays text, names are matched in any case", async () => {
    expect(await value("=Data!A1:B4")).toEqual([
      ["name", "count"],
      ["a", 1],
      ["b", 0],
      ["=1+1", 3],
    ]);
    expect(await value("=SUM(data!B:B)")).toBe(4);
    expect(await value("='My data'!A1")).toBe(7);
  });

  test.each([
    ['=CALS.REFUSE("Not in the catalog.")', "#N/A", "Not in the catalog."],
    ["=CALS.REFUSE()", "#N/A", null],
    ["=CALS.INVALID()", "#VALUE!", "Users must be a whole number."],
    ["=CALS.DIVIDE()", "#DIV/0!", null],
    ["=CALS.CRASH()", "#VALUE!", null],
    ["=CALS.INFINITE()", "#NUM!", null],
    ["=CALS.RAGGED()", "#VALUE!", null],
    ["=CALS.TEXT(1/0)", "#DIV/0!", null],
    ['=CALS.NUMBER("x")', "#VALUE!", null],
    ["=CALS.NOPE()", "#NAME?", null],
    ["=Nowhere!A1", "#REF!", null],
    ["=SUM('No where'!A1:B2)", "#REF!", null],
  ])("%s is %s", async (formula, code, message) => {
    expect(await value(formula)).toEqual({ code, message });
  });

  test.each(["=FOO(", "=1+", '="a', "=CALS.ADD(1,2))"])("Excel refuses %s", async (formula) => {
    expect(await value(formula)).toMatchObject({
      message: expect.stringContaining("does not accept"),
    });
  });

  test.each(["=CALS.ADD()", "=CALS.ADD(1,2,3)"])(
    "the arguments are counted: %s",
    async (formula) => {
      expect(await value(formula)).toMatchObject({
        code: "#VALUE!",
        message: expect.stringContaining("CALS.ADD takes 1 to 2 arguments"),
      });
    },
  );

  test("an error that is caught is no longer told of", async () => {
    expect(await value('=IFERROR(CALS.INVALID(),"caught")')).toBe("caught");
    expect(await value("=CALS.ADD(1,1)")).toBe(2);
  });

  describe("arguments arrive as Excel sends them", () => {
    const error = (text: string, errorType: string) => ({
      type: "Error",
      basicType: "Error",
      basicValue: text,
      errorType,
    });
    const json = async (formula: string) => JSON.parse(String(await value(formula))) as unknown;

    test("what is left out is null, a blank cell 0, empty text is text", async () => {
      expect(await value("=CALS.KIND()")).toBe("null");
      expect(await json("=CALS.JSON(Data!B3)")).toBe(0);
      expect(await json("=CALS.JSON(Data!Z9)")).toBe(0);
      expect(await json('=CALS.JSON("")')).toBe("");
    });

    test("errors arrive where the metadata lets them in", async () => {
      expect(await json("=CALS.JSON(1/0)")).toEqual(error("#DIV/0!", "Div0"));
      expect(await json("=CALS.JSON(Nowhere!A1)")).toEqual(error("#REF!", "Ref"));
      expect(await json("=CALS.JSON(CALS.INVALID())")).toEqual(error("#VALUE!", "Value"));
    });

    test("blocks arrive as rows, a single value as a block of one", async () => {
      expect(await value("=CALS.SHAPE(Data!A1:B4)")).toBe("4x2");
      expect(await value("=CALS.SHAPE(7)")).toBe("1x1");
      expect(await value("=CALS.SHAPE()")).toBe("null");
    });

    test("repeating arguments arrive as one array of blocks", async () => {
      expect(await value("=CALS.REPEAT(1)")).toBe("null");
      expect(await json("=CALS.REPEAT(1,2,Data!A2:B3)")).toEqual([
        [[2]],
        [
          ["a", 1],
          ["b", 0],
        ],
      ]);
      expect(await json('=CALS.REPEAT(1,,"x",NA())')).toEqual([
        null,
        [["x"]],
        [[error("#N/A", "NotAvailable")]],
      ]);
    });

    test("declared types are converted to", async () => {
      expect(await value("=CALS.TEXT(TRUE)")).toBe("string:TRUE");
      expect(await value('=CALS.NUMBER("12")')).toBe(24);
    });

    test("a block for a single value makes one call per cell", async () => {
      expect(await value("=CALS.ADD(Data!B2:B4,1)")).toEqual([[2], [1], [4]]);
      expect(await value("=CALS.ADD({1,2;3,4},{10;20})")).toEqual([
        [11, 12],
        [23, 24],
      ]);
    });
  });

  test("a thousand formulas at once", async () => {
    const formulas = Array.from({ length: 1000 }, (_, i) => `=CALS.ADD(${i},1)+1`);
    const answers = await Promise.all(formulas.map(value));
    expect(answers).toEqual(formulas.map((_, i) => i + 2));
  });
});

test("a blank cell may be null, as in Excel on the web", async () => {
  const sheets = [{ name: "Data", rows: [["", 1]] }];
  const evaluator = await openEvaluator({ dist: sampleAddIn, sheets, blankCell: null });
  expect(await evaluator.evaluate("=CALS.KIND(Data!A1)")).toEqual({ value: "null" });
  evaluator.close();
});
