// The functions as a cell sees them: the built add-in in the real custom functions runtime. For each kind
// of argument the same order: wrong kind, wrong number, unknown name; then the odd corners; then the meaning.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { openEvaluator, type Answer, type Evaluator } from "../workbench/evaluator";
import { examples } from "./support/examples";

let excel: Evaluator;
beforeAll(async () => {
  excel = await openEvaluator({
    sheets: [
      {
        name: "Sheet",
        rows: [
          [
            "Windows Server 2022 Standard",
            40,
            25,
            "User",
            "text",
            true,
            -3,
            2.5,
            "40",
            45000,
            "1,234",
          ],
          [""],
        ],
      },
    ],
  });
});
afterEach(() => expect(excel.unimplemented).toEqual([]));
afterAll(() => excel.close());

const ask = (formula: string): Promise<Answer> => excel.evaluate(formula);
const value = (found: unknown) => ({ value: found });
const error = (code: string, message: string | RegExp) => ({
  error: { code, message: expect.stringMatching(message) },
});

describe("a count", () => {
  const required = (users: string) => ask(`=CALS.REQUIRED("2022 Standard",${users})`);

  test.each([
    ["text", '"many"', /^Users must be a whole number, 0 or more\. This cell has “many”\.$/],
    ["a truth value", "TRUE", /This cell has TRUE\./],
    ["a negative number", "-3", /This cell has -3\./],
    ["a fraction", "2.5", /This cell has 2\.5\./],
    ["text with a thousands separator, which could mean two numbers", "Sheet!K1", /“1,234”/],
    [
      "one that is German for a thousand",
      '"1.000"',
      /“1\.000”\. Write numbers like 1234 or 12\.50\.$/,
    ],
    ["more than there are people to count", "1E15", /at most 1,000,000,000/],
    ["an error, told by name", "1/0", /^Users has #DIV\/0!\. Mend that cell first\.$/],
  ])("refuses %s", async (_, users, message) => {
    expect(await required(users)).toEqual(error("#VALUE!", message));
  });

  test("passes on what is not available", async () => {
    expect(await required("NA()")).toEqual(error("#N/A", /^Users has #N\/A\./));
  });

  test.each([
    ["a number", "40", 40],
    ["digits kept as text, as imports have them", '"40"', 40],
    ["digits with spaces around them", '" 40 "', 40],
    ["Arabic digits", '"٤٠"', 40],
    ["wide digits, between marks that show nothing", '"\u200e４０\u202c"', 40],
    ["a day, which Excel hands over as its number", "Sheet!J1", 45000],
    ["the largest count", "1000000000", 1_000_000_000],
    ["what a sheet shows as a whole number", "434.99999999999994", 435],
    ["a cell", "Sheet!B1", 40],
  ])("takes %s", async (_, users, count) => {
    expect(await required(users)).toEqual(value(count));
  });

  test.each([
    ["blank", "Sheet!A2"],
    ["left out", ""],
    ["0", "0"],
    ["empty text", '""'],
  ])("is not known where it is %s, and the other one is used", async (_, users) => {
    expect(await ask(`=CALS.REQUIRED("2022 Standard",${users},25)`)).toEqual(value(25));
    const because = await ask(`=CALS.WHY("REQUIRED","2022 Standard",${users},25)`);
    expect(because).toEqual(value(expect.stringContaining("Users are blank or 0")));
  });

  test("cannot be unknown on both sides", async () => {
    expect(await ask('=CALS.REQUIRED("2022 Standard",0,0)')).toEqual(
      error("#VALUE!", /both blank or 0/),
    );
  });
});

describe("an edition", () => {
  const model = (edition: string) => ask(`=CALS.MODEL(${edition})`);

  test.each([
    ["blank", "Sheet!A2", /^Edition is blank\./],
    ["a truth value", "TRUE", /^Edition must be text\./],
    ["an error", "1/0", /^Edition has #DIV\/0!\./],
  ])("refuses one that is %s", async (_, edition, message) => {
    expect(await model(edition)).toEqual(error("#VALUE!", message));
  });

  test.each([
    ["unknown", '"Windows Server 2031 Standard"', /is not in the catalog.*Nearest:.*Standard/],
    [
      "misspelled: the nearest comes first",
      '"Windows Server 2012 R2 Standrad"',
      /Nearest: “Windows Server 2012 R2 Standard”/,
    ],
    ["ambiguous", '"Windows Server 2012 R2"', /Nearest: “Windows Server 2012 R2 /],
    ["a number", "2012", /could mean several/],
  ])("is not available where it is %s, and says what is near", async (_, edition, message) => {
    expect(await model(edition)).toEqual(error("#N/A", message));
  });

  test.each([
    "Windows Server 2012 R2 Standard",
    "Windows Server 2012 Standard R2",
    "2012 R2 Std",
    "WS2012R2 Standard",
    "  windows   server 2012 r2   STANDARD ",
    "Microsoft® Windows Server™ Standard 2012 R2 Edition",
    "Win Svr 2012R2 Std",
  ])("is understood as people write it: %s", async (written) => {
    const cal = await ask(`=CALS.CAL("${written}")`);
    expect(cal).toEqual(value("Windows Server 2012 CAL"));
  });
});

describe("a CAL type", () => {
  test.each(["User", "user", "per user", "User CAL", "USR", "Named user"])(
    "%s is User",
    async (word) => {
      expect(await ask(`=CALS.REQUIRED("2022 Standard",40,25,"${word}")`)).toEqual(value(40));
    },
  );
  test.each(["Device", "DVC", "Device CALs", "per device"])("%s is Device", async (word) => {
    expect(await ask(`=CALS.REQUIRED("2022 Standard",40,55,"${word}")`)).toEqual(value(55));
  });
  test("anything else is refused with the choices", async () => {
    const answer = await ask('=CALS.REQUIRED("2022 Standard",40,25,"Core")');
    expect(answer).toEqual(
      error("#VALUE!", /CAL type must be User, Device or None\. This cell has “Core”/),
    );
  });
  test("None is understood where CALTYPE answered it", async () => {
    const formula = '=CALS.TOBUY("2022 Essentials",5,5,CALS.CALTYPE("2022 Essentials",5,5))';
    expect(await ask(formula)).toEqual(value(0));
  });
  test("named without its count is refused", async () => {
    const answer = await ask('=CALS.REQUIRED("2022 Standard",,25,"User")');
    expect(answer).toEqual(error("#VALUE!", /CAL type is User, but Users is blank or 0/));
  });
});

describe("a channel", () => {
  test.each([
    ["ROK", 5],
    ["FPP", 5],
    ["Open", 0],
    ["ea", 0],
    ["VL", 0],
  ])("%s is understood", async (channel, included) => {
    expect(await ask(`=CALS.INCLUDED("2008 R2 Standard","${channel}")`)).toEqual(value(included));
  });
  test("blank is OEM", async () => {
    expect(await ask('=CALS.INCLUDED("2008 R2 Standard",Sheet!A2,3)')).toEqual(value(15));
  });
});

describe("a price", () => {
  test("of one type only is refused", async () => {
    const answer = await ask('=CALS.CALTYPE("2022 Standard",3,3,72)');
    expect(answer).toEqual(error("#VALUE!", /Device price is blank or 0/));
  });
  test("below 0 is refused", async () => {
    const answer = await ask('=CALS.CALTYPE("2022 Standard",3,3,-72,52)');
    expect(answer).toEqual(
      error("#VALUE!", /User price must be a price above 0\. This cell has -72\./),
    );
  });
  test("blank is a price not given", async () => {
    expect(await ask('=CALS.CALTYPE("2022 Standard",3,3,Sheet!A2,Sheet!B2)')).toEqual(
      value("User"),
    );
  });
});

describe("CALS.NEEDED", () => {
  test("counts 0 as 0, and one where no number is given", async () => {
    expect(await ask('=CALS.NEEDED("employee",0)')).toEqual(value(0));
    expect(await ask('=CALS.NEEDED("employee")')).toEqual(value(1));
  });
});

describe("CALS.EXPLAIN", () => {
  test("has a header and a row for each reason, and names the page", async () => {
    const { value: rows } = (await ask('=CALS.EXPLAIN("REQUIRED","2012 R2 Standard",40,25)')) as {
      value: string[][];
    };
    expect(rows[0]).toEqual(["Rule", "What it says here", "Source", "Where", "Checked"]);
    expect(rows[1][0]).toBe("A server license alone");
    expect(rows[1][2]).toContain("Microsoft server client access license");
    expect(rows.every((row) => row.length === 5)).toBe(true);
  });
  test("explains a refusal", async () => {
    const { value: rows } = (await ask('=CALS.EXPLAIN("cals.required","2022 Essentials",30)')) as {
      value: string[][];
    };
    expect(rows[1].slice(0, 2)).toEqual([
      "No answer",
      expect.stringContaining("limited to 25 user accounts"),
    ]);
    expect(rows[2][0]).toBe("Limit of the edition");
  });
  test("tells a refusal once", async () => {
    const rows = (await ask('=CALS.EXPLAIN("LIMIT","2025 Essentials","cores")')) as {
      value: string[][];
    };
    expect(rows.value.map(([rule]) => rule)).toEqual(["Rule", "No answer"]);
    const text = (await ask('=CALS.WHY("LIMIT","2025 Essentials","cores")')) as { value: string };
    expect(text.value.match(/is not confirmed by any source/g)).toHaveLength(1);
  });
  test("refuses a question it does not know", async () => {
    expect(await ask('=CALS.EXPLAIN("PRICE")')).toEqual(
      error("#VALUE!", /Question must be REQUIRED/),
    );
  });
  test("refuses more arguments than the question has", async () => {
    const { value: rows } = (await ask('=CALS.EXPLAIN("MODEL","2022 Standard",3)')) as {
      value: string[][];
    };
    expect(rows[1][1]).toContain("CALS.MODEL takes 1 argument");
  });
  test("takes a question without arguments", async () => {
    const answer = await ask('=ROWS(CALS.EXPLAIN("EDITIONS"))');
    expect(answer).toEqual(await ask("=ROWS(CALS.EDITIONS())"));
  });
});

describe("CALS.WHY", () => {
  test("tells reasons and refusals in one cell", async () => {
    expect(await ask('=CALS.WHY("REQUIRED","2022 Essentials",30)')).toEqual(
      value(
        expect.stringMatching(
          /^Windows Server 2022 Essentials is limited to 25 user accounts; 30 users were given/,
        ),
      ),
    );
  });
});

const examplesWithAnswers = Object.values(examples).flat();
test.each(examplesWithAnswers)(
  "the example $formula answers as the help says",
  async ({ formula, answer }) => {
    const found = await ask(formula);
    const shown = "error" in found ? found.error.code : found.value;
    expect(shown).toEqual(answer);
  },
);

interface PageRow {
  readonly product: string;
  readonly calsRequired: "Yes" | "No";
  readonly model?: string;
  readonly included: number;
  readonly users?: number;
}
const page: readonly PageRow[] = parse(readFileSync(join(__dirname, "source-page.yaml"), "utf8"));

describe("the page the add-in began with", () => {
  test.each(page)("$product", async ({ product, calsRequired, model, included, users }) => {
    const edition = `"${product}"`;
    const row = await ask(`=INDEX(CALS.EDITIONS(${edition}),2,3)`);
    expect(row).toEqual(value(calsRequired));
    expect(await ask(`=CALS.INCLUDED(${edition})`)).toEqual(value(included));
    if (model) expect(await ask(`=CALS.MODEL(${edition})`)).toEqual(value(model));
    const limit = await ask(`=IFNA(CALS.LIMIT(${edition},"users"),"not confirmed")`);
    expect(limit).toEqual(value(users ?? expect.stringMatching(/^(None|not confirmed)$/)));
    expect(await ask(`=CALS.REQUIRED(${edition},12,8)`)).toEqual(
      value(calsRequired === "Yes" ? 8 : 0),
    );
    const sources = await ask(
      `=TEXTJOIN(" ",TRUE,INDEX(CALS.EXPLAIN("REQUIRED",${edition},12,8),0,3))`,
    );
    expect(sources).toEqual(
      value(expect.stringContaining("Microsoft server client access license")),
    );
  });
});
