import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
  const csv = join(folder, "groups.csv");

  const latin1 = join(folder, "latin-1.csv");
  const unclosed = join(folder, "unclosed.csv");

  beforeAll(() => {
    writeFileSync(csv, "group,users\nsales,40\noffice,25\n");
    writeFileSync(latin1, "größe\n", "latin1");
    writeFileSync(unclosed, 'a,b\n"c,d\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function start(args: string[]) {
    const command = ["--import", "tsx", join(__dirname, "../../workbench/evaluate.ts"), ...args];
    return spawn(process.execPath, command, { cwd: join(__dirname, "../..") });
  }

  /** What the command prints, to a reader who begins to read a while after it. */
  async function evaluate(args: string[], input?: string, readsAfter = 0) {
    const child = start(args);
    child.stdin.end(input);
    let out = "";
    let err = "";
    const read = () => child.stdout.on("data", (data) => (out += String(data)));
    // Node throws away what nobody reads when the command ends: only an answer longer than the
    // pipe, which keeps the command from ending, may wait for its reader
    if (readsAfter === 0) read();
    else child.stdout.once("readable", () => setTimeout(read, readsAfter));
    child.stderr.on("data", (data) => (err += String(data)));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, out, err };
  }

  test("prints the answer of the built add-in", async () => {
    const formula = '=CALS.REQUIRED("Windows Server 2012 R2 Standard",40,25)';
    expect(await evaluate([formula])).toEqual({ code: 0, out: "25\n", err: "" });
  });

  test("prints a block, a truth value and an error, and exits with 0", async () => {
    const { code, out } = await evaluate(["={1,2;3,4}", "=1=1", "=CALS.REQUIRED(1,2,3,4,5,6)"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^1\t2\n3\t4\nTRUE\n#VALUE! {2}CALS.REQUIRED takes .*\n$/);
  });

  test("reads lines and sheets, writes JSON", async () => {
    const input = "=SUM(Groups!B2:B3)\n\n=Groups!A1:B2\r\n=1/0\n";
    const { code, out } = await evaluate(["--json", "--sheet", `Groups=${csv}`], input);
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { formula: "=SUM(Groups!B2:B3)", value: 65 },
      {
        formula: "=Groups!A1:B2",
        value: [
          ["group", "users"],
          ["sales", 40],
        ],
      },
      { formula: "=1/0", error: { code: "#DIV/0!", message: null } },
    ]);
  });

  test("all of a long answer reaches a slow reader", async () => {
    const input = Array.from({ length: 3000 }, (_, i) => `="${"x".repeat(60)}${i}"`).join("\n");
    const { code, out } = await evaluate(["--json"], input, 1000);
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(3000);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ value: `${"x".repeat(60)}2999` });
  });

  test("a reader that goes away is no news", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `="${"x".repeat(60)}${i}"`);
    const child = start([]);
    let err = "";
    child.stderr.on("data", (data) => (err += String(data)));
    child.stdout.destroy();
    child.stdin.end(lines.join("\n"));
    await new Promise((resolve) => child.on("close", resolve));
    expect(err).toBe("");
  });

  test("a line that is no formula spoils only itself", async () => {
    const { code, out } = await evaluate([], "=1+1\n=\n=2+2\n");
    expect(code).toBe(0);
    expect(out).toMatch(/^2\n#VALUE! {2}Excel does not accept .*\n4\n$/);
  });

  test.each([
    ["no formula", [], /no formula/],
    ["an empty formula", ["="], /not a formula/],
    ["an unknown option", ["--yaml", "=1"], /unknown option --yaml/],
    ["--sheet without a value", ["=1", "--sheet"], /Name=file.csv/],
    ["--sheet without a file", ["--sheet", "Data", "=1"], /Name=file.csv/],
    ["a file that is not there", ["--sheet", "Data=nowhere.csv", "=1"], /nowhere.csv/],
    ["a name that no sheet can have", ["--sheet", `a/b=${csv}`, "=1"], /cannot be the name/],
    ["a name that Univer cannot keep", ["--sheet", `__proto__=${csv}`, "=1"], /cannot be the name/],
    ["a file in Latin-1", ["--sheet", `A=${latin1}`, "=1"], /not UTF-8/],
    ["a quote that is not closed", ["--sheet", `A=${unclosed}`, "=1"], /row 2: Quoted field/],
    ["two sheets of one name", ["--sheet", `A=${csv}`, "--sheet", `a=${csv}`, "=1"], /two sheets/],
  ])("misuse exits with 2: %s", async (_, args, message) => {
    const { code, out, err } = await evaluate(args, "");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("--help explains", async () => {
    expect((await evaluate(["--help"])).out).toContain("--sheet Name=file.csv");
  });
});
