// Whatever the bytes, the answer is a workbook or one clear sentence.
import fc from "fast-check";
import JSZip from "jszip";
import { recalculate } from "../../workbench/recalculate-workbook";
import { BadFile } from "../../workbench/xlsx/bad-file";
import { liveFormulas } from "../../workbench/xlsx/live-formulas";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../workbench/xlsx/write-xlsx";
import type { XlsxContent } from "../../workbench/xlsx/xlsx-content";
import { aQuote } from "./a-workbook";

let quote: Uint8Array;
let parts: Map<string, string>;

beforeAll(async () => {
  quote = await writeXlsx(aQuote());
  const zip = await JSZip.loadAsync(quote);
  parts = new Map();
  for (const { dir, name } of Object.values(zip.files)) {
    if (!dir) parts.set(name, await zip.file(name)!.async("string"));
  }
});

/** What could be read, if it could. */
async function answersClearly(file: Uint8Array): Promise<XlsxContent | undefined> {
  try {
    const { content } = await readXlsx(file);
    expect(content.sheets.length).toBeGreaterThan(0);
    liveFormulas(content);
    return content;
  } catch (problem) {
    if (!(problem instanceof BadFile)) throw problem;
    expect(problem.message).toMatch(/^(is|holds|unpacks|counts) \S.*$/);
    return undefined;
  }
}

test("random bytes, with and without the first ones of a zip", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isZip) => {
      await answersClearly(isZip ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes);
    }),
    { numRuns: 200 },
  );
});

test("a workbook that was cut off, or in which bytes were changed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(quote.length),
      fc.array(fc.tuple(fc.nat(quote.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.boolean(),
      async (length, changes, isCut) => {
        const file = quote.slice(0, isCut ? length : undefined);
        changes.forEach(([at, byte]) => at < file.length && (file[at] = byte));
        await answersClearly(file);
      },
    ),
    { numRuns: 200 },
  );
});

/** What somebody may have put in the place of something in one of the parts. */
const pieces = [
  "",
  "<",
  ">",
  '"',
  "&",
  "-1",
  "1e99",
  "A1:XFD1048576",
  "#REF!",
  "\u0000",
  "<f/>",
  "<v/>",
];

function withChange(path: string, where: number, piece: string, length: number) {
  const text = parts.get(path)!;
  const at = Math.floor(where * text.length);
  const zip = new JSZip();
  parts.forEach((other, name) => zip.file(name, other));
  zip.file(path, text.slice(0, at) + piece + text.slice(at + length));
  return zip.generateAsync({ type: "uint8array" });
}

test("a workbook in which something was changed inside a part", async () => {
  const paths = [...parts.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })),
      fc.nat(12),
      async (path, where, piece, length) => {
        await answersClearly(await withChange(path, where, piece, length));
      },
    ),
    { numRuns: 300 },
  );
});

test("what is still a workbook is calculated", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        ...[...parts.keys()].filter((path) => /sheet\d|table|workbook\.xml$/.test(path)),
      ),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom("1", "A", "", "9", " "),
      async (path, where, piece) => {
        const content = await answersClearly(await withChange(path, where, piece, 1));
        if (!content) return;
        const { formulas, unimplemented } = await recalculate(content);
        expect(unimplemented).toEqual([]);
        expect(formulas.every(({ values }) => values.length > 0)).toBe(true);
      },
    ),
    { numRuns: 15 },
  );
});
