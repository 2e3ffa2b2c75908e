import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../workbench/xlsx/write-xlsx";
import { aPackage, partOf } from "./a-package";
import { aQuote } from "./a-workbook";

const folder = mkdtempSync(join(tmpdir(), "workbook-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

async function evaluate(...args: string[]) {
  const command = ["--import", "tsx", join(__dirname, "../../workbench/evaluate.ts"), ...args];
  const child = spawn(process.execPath, command, { cwd: join(__dirname, "../..") });
  child.stdin.end();
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => (out += String(data)));
  child.stderr.on("data", (data) => (err += String(data)));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, err };
}

/** As Excel has it: what nobody here knows must come through as it is. */
const sheet = [
  '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><sheetData>',
  '<row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" s="3"><v>40</v></c><c r="B1" s="2"><f>_xldudf_CALS_REQUIRED("2012 R2 Standard",A1,25)</f><v>7</v></c><c r="C1"><f>B1*2</f><v>14</v></c><c r="D1" t="str"><f>UNKNOWNFUNCTION(A1)</f><v>from Excel</v></c></row>',
  '<row r="2"><c r="A2" t="e"><f>_xldudf_CALS_CAL("Windows 95")</f><v>#NAME?</v></c></row>',
  '<row r="3"><c r="B3" cm="1"><f t="array" ref="B3:B4">_xldudf_CALS_PACKSIZES("2025 CAL","OEM")</f><v>1</v></c></row><row r="4"><c r="A4"><v>9</v></c><c r="B4"><v>2</v></c></row>',
  '</sheetData><conditionalFormatting sqref="A1"><cfRule type="iconSet" priority="1"/></conditionalFormatting>',
].join("");

const metadata =
  '<metadata xmlns="m"><metadataTypes><metadataType name="XLDAPR"/></metadataTypes><futureMetadata name="XLDAPR"><bk><extLst><ext><x:dynamicArrayProperties xmlns:x="x" fDynamic="1"/></ext></extLst></bk></futureMetadata><cellMetadata><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

beforeAll(async () => {
  const others = {
    "xl/metadata.xml": metadata,
    "xl/charts/chart1.xml": "<chart/>",
    "customXml/item1.xml": Buffer.from('\ufeff<?xml version="1.0"?>\r\n<a  b = "1"/>', "utf16le"),
    "customXml/itemProps1.xml": "<ds:datastoreItem xmlns:ds='x' ds:itemID='{1}'/>\r\n",
  };
  writeFileSync(at("in.xlsx"), await aPackage(sheet.replace(/ x14ac:\w+="[^"]*"/, ""), others));
});

test("prints each CALS formula and how many changed; an error is an answer", async () => {
  const { code, out, err } = await evaluate("--workbook", at("in.xlsx"));
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const lines = out.split("\n").map((line) => line.split(/ {2,}/));
  expect(lines.map(([cell]) => cell)).toEqual([
    "Cell",
    "Data!B1",
    "Data!A2",
    "Data!B3",
    "3 CALS formulas, 3 changed against the value in the file; of the others, 1 changed with them",
    "",
  ]);
  expect(lines[1]).toEqual(["Data!B1", '=CALS.REQUIRED("2012 R2 Standard",A1,25)', "25", "7"]);
  expect(lines[2]!.slice(2)).toEqual(["#N/A", expect.stringMatching(/Windows 95/), "#NAME?"]);
  expect(lines[3]!.slice(2)).toEqual(["1; 5; 10; 50", "1"]);
});

test("writes the new values and leaves all else as it was", async () => {
  const { code, err } = await evaluate("--workbook", at("in.xlsx"), "--out", at("out.xlsx"));
  expect({ code, err }).toEqual({ code: 0, err: `evaluate: wrote ${at("out.xlsx")}\n` });
  const [before, after] = [readFileSync(at("in.xlsx")), readFileSync(at("out.xlsx"))];
  const path = "xl/worksheets/sheet1.xml";
  const expected = (await partOf(before, path))
    .replace("<v>7</v>", "<v>25</v>")
    .replace(' spans="1:3"', "")
    .replace("<v>14</v>", "<v>50</v>")
    .replace("#NAME?", "#N/A")
    .replace("B3:B4", "B3:B6")
    .replace('<c r="B4"><v>2</v>', '<c r="B4"><v>5</v>')
    .replace(
      "</sheetData>",
      '<row r="5"><c r="B5"><v>10</v></c></row><row r="6"><c r="B6"><v>50</v></c></row></sheetData>',
    );
  expect(await partOf(after, path)).toBe(expected);
  const others = async (file: Buffer) => {
    const { files } = await JSZip.loadAsync(file);
    const texts = Object.values(files).filter(({ dir, name }) => !dir && name !== path);
    return Promise.all(texts.map(async (one) => [one.name, await one.async("base64")]));
  };
  expect(await others(after)).toEqual(await others(before));
  const again = await evaluate("--workbook", at("out.xlsx"), "--json");
  expect(again.err).toBe("evaluate: 3 CALS formulas, 0 changed against the value in the file\n");
  expect(
    again.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object),
  ).toEqual([
    expect.objectContaining({ cell: "Data!B1", value: 25, before: 25, changed: false }),
    expect.objectContaining({
      cell: "Data!A2",
      error: { code: "#N/A", message: expect.stringContaining("Windows 95") },
    }),
    expect.objectContaining({ cell: "Data!B3", value: [[1], [5], [10], [50]] }),
  ]);
});

test("a whole quote, as CSV: its formulas stay texts", async () => {
  writeFileSync(at("quote.xlsx"), await writeXlsx(aQuote()));
  const { code, out } = await evaluate("--workbook", at("quote.xlsx"), "--csv");
  expect(code).toBe(0);
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe("Cell,Formula,Value,Message,Value in the file");
  expect(lines[2]).toMatch(/^'Groups of people'!D3,"'=CALS.REQUIRED\(.*",10,,7$/);
});

test("the input is overwritten only where --out names it, and that is said", async () => {
  writeFileSync(at("same.xlsx"), await writeXlsx(aQuote()));
  const { code, err } = await evaluate("--workbook", at("same.xlsx"), "--out", at("./same.xlsx"));
  expect(code).toBe(0);
  expect(err).toBe(`evaluate: ${at("same.xlsx")} was the input, and is overwritten\n`);
  const { content } = await readXlsx(readFileSync(at("same.xlsx")));
  const values = content.sheets.flatMap(({ cells }) => cells.map(({ value }) => value));
  expect(values).toContain(36); // the sum that depends on them
  expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
});

test.each<[what: string, args: () => string[], message: RegExp]>([
  [
    "no such file",
    () => ["--workbook", at("nowhere.xlsx")],
    /cannot read .*nowhere.xlsx \(ENOENT\)/,
  ],
  ["no workbook", () => ["--workbook", __filename], /is not an xlsx workbook/],
  [
    "no place to write",
    () => ["--workbook", at("in.xlsx"), "--out", at("no/out.xlsx")],
    /cannot write/,
  ],
  ["no name", () => ["--workbook"], /--workbook wants the name/],
  ["--out alone", () => ["--out", at("x.xlsx"), "=1"], /--out goes with --workbook/],
  ["a formula beside", () => ["--workbook", at("in.xlsx"), "=1"], /own formulas only/],
])("exits with 2 and a sentence: %s", async (_, args, message) => {
  const { code, err } = await evaluate(...args());
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err.trim().split("\n").at(-1)).toMatch(/^evaluate: /);
});
