// A frozen workbook as a file: what a reader without the add-in finds in it, and the whole way back.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import JSZip from "jszip";
import { contentOfBook } from "../../workbench/xlsx/content-of-book";
import { fillBook } from "../../workbench/xlsx/fill-book";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../workbench/xlsx/write-xlsx";
import { freeze } from "../../src/workbook/freeze";
import { insertCalWorksheet } from "../../src/workbook/cal-worksheet";
import { prepareForSharing } from "../../src/workbook/prepare-for-sharing";
import { thaw } from "../../src/workbook/thaw";
import { openedInLibreOffice, soffice } from "./libre-office";
import { calculate } from "../workbook/freezing";
import { openCalculated, openWorkbook, type OpenWorkbook } from "../workbook/open-workbook";

const keep = { changed: "keep" } as const;

const saved = (book: OpenWorkbook) => writeXlsx(contentOfBook(book.host.host.state!));

/** Every part of a file, as text. */
async function textsOf(file: Uint8Array): Promise<[path: string, text: string][]> {
  const { files } = await JSZip.loadAsync(file);
  const parts = Object.values(files).filter(({ dir }) => !dir);
  return Promise.all(
    parts.map(async (part) => [part.name, await part.async("string")] as const),
  ).then((all) => all.map(([path, text]) => [path, text]));
}

/** No formula of ours in any cell, name, table or rule; the record may say them. */
async function expectNoCals(file: Uint8Array): Promise<void> {
  const speaking = (await textsOf(file)).filter(
    ([path, text]) => !path.startsWith("customXml/") && /_xldudf_|CALS\./.test(text),
  );
  expect(speaking).toEqual([]);
}

/** The cells of a file, with how they look; a formula's spilled values belong to it. */
async function cellsIn(file: Uint8Array) {
  const { content, notKept } = await readXlsx(file);
  expect(notKept).toEqual([]);
  return content.sheets.map(({ name, cells }) => [name, cells]);
}

/** What a reader without the add-in sees. */
async function numbersIn(file: Uint8Array) {
  const { content } = await readXlsx(file);
  return content.sheets
    .flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, value, array }) =>
        (array?.values ?? [[value]]).flatMap((line, r) =>
          line.flatMap((one, c) => (one === "" ? [] : [[name, row + r, column + c, one]])),
        ),
      ),
    )
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

/** LibreOffice knows no CALS function, and shows every number. */
async function expectShownElsewhere(file: Uint8Array, shown: unknown[][]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "frozen-"));
  try {
    writeFileSync(join(folder, "frozen.xlsx"), file);
    const rows = await openedInLibreOffice(join(folder, "frozen.xlsx"), "Sheet1");
    const found = shown.map((row, i) =>
      row.map((value, j) => (typeof value === "number" ? Number(rows[i]?.[j]) : value)),
    );
    expect(found).toEqual(shown);
    expect(rows.flat().filter((text) => /^#NAME|^Err:/.test(text))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Opens a file in a new workbook, where sheets and parts may get other ids. */
async function opened(file: Uint8Array, open: () => Promise<OpenWorkbook>): Promise<OpenWorkbook> {
  const { content } = await readXlsx(file);
  const book = await open();
  expect(fillBook(book.host.host.state!, content)).toEqual([]);
  return book;
}

const formula = fc.constantFrom(
  "=CALS.REQUIRED(A1,B1,C1)",
  '=IF(A1="","",CALS.REQUIRED(A1,B1)*2)',
  "=CALS.CALTYPE(A1:A3,$B$2)",
  "=CALS.LIMIT('Other data'!A1)",
  '=CALS.FITS("a ""b"" <c> & \'d\'",A1)',
  "=CALS.EDITIONS(A1)",
  "=1+1",
);
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  fc.boolean(),
  fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `'${text}`),
  fc.constantFrom("#N/A", "'=1+1", "'#text", ""),
);
const cells = fc.array(fc.array(fc.oneof(formula, value), { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});
const format = fc.constantFrom("General", "0.00", "@", "yyyy-mm-dd");

test("any workbook: frozen and saved every number shows; opened and thawed it is the original", async () => {
  const law = fc.asyncProperty(cells, cells, format, async (quote, other, numberFormat) => {
    const open = () => openWorkbook({ calculate });
    const book = await open();
    await book.addSheet("Other data");
    for (const [sheet, grid] of [
      ["Sheet1", quote],
      ["'Other data'", other],
    ] as const) {
      for (const [i, row] of grid.entries()) {
        for (const [j, input] of row.entries()) {
          await book.put(`${sheet}!${"CFI"[j]}${5 * i + 2}`, [[input]]);
        }
      }
      await book.setFormat(`${sheet}!C2:F9`, numberFormat);
    }
    const original = await saved(book);
    await freeze("workbook");
    const file = await saved(book);
    book.close();
    await expectNoCals(file);
    expect(await numbersIn(file)).toEqual(await numbersIn(original));
    const again = await opened(file, open);
    expect(await thaw(keep)).toMatchObject({ changed: [], moved: [], lost: [] });
    const thawed = await saved(again);
    again.close();
    expect(await cellsIn(thawed)).toEqual(await cellsIn(original));
    expect((await textsOf(thawed)).map(([path]) => path)).toEqual(
      (await textsOf(original)).map(([path]) => path),
    );
  });
  await fc.assert(law, { numRuns: 20 });
});

test("a calculated CAL worksheet, prepared, saved and opened, thaws and calculates again", async () => {
  // Univer complains of formulas that are values by now, and calculates right all the same.
  jest.spyOn(console, "error").mockImplementation();
  const book = await openCalculated();
  await insertCalWorksheet();
  await book.put("A2:D2", [["Office", "Windows Server 2012 R2 Standard", 40, 65]]);
  await book.put("A20", [['=CALS.EDITIONS("2012 R2")']]);
  await book.setSetting("CALS.kept", '{"a":"<1>"}');
  const shown = await book.shown("A1:L30");
  const original = await saved(book);
  await prepareForSharing();
  const file = await saved(book);
  book.close();
  await expectNoCals(file);
  expect(await numbersIn(file)).toEqual(await numbersIn(original));
  if (soffice) await expectShownElsewhere(file, shown);
  const again = await opened(file, openCalculated);
  expect(await again.settings()).toEqual({});
  expect(await thaw(keep)).toMatchObject({ changed: [], moved: [], lost: [], settings: 1 });
  expect(await again.shown("A1:L30")).toEqual(shown);
  expect(await again.settings()).toEqual({ "CALS.kept": '{"a":"<1>"}' });
  expect(await cellsIn(await saved(again))).toEqual(await cellsIn(original));
  await again.put("C2", [[50]]);
  expect((await again.shown("H2"))[0][0]).toBe(50);
  again.close();
});
