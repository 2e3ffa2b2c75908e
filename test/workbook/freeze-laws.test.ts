import fc from "fast-check";
import { calculate, everything, withoutFormulas } from "./freezing";
import { openCalculated, openWorkbook } from "./open-workbook";
import type { FreezeRecord } from "../../src/workbook/freeze-record";
import { recordFrom, recordXml } from "../../src/workbook/freeze-record-xml";
import { freeze } from "../../src/workbook/freeze";
import { insertCalWorksheet } from "../../src/workbook/cal-worksheet";
import { thaw } from "../../src/workbook/thaw";

const keep = { changed: "keep" } as const;

const plainFormula = fc.constantFrom(
  "=CALS.REQUIRED(A1,B1,C1)",
  '=IF(A1="","",CALS.REQUIRED(A1,B1)*2)',
  "=CALS.CALTYPE(A1:A3,$B$2)",
  "=CALS.LIMIT(Data!A1)",
  '=CALS.FITS("a ""b"" <c> & \'d\'",A1)',
  "=1+1",
  "=CALS.REQUIRED(\nA1,\n B1)",
);
const spillFormula = fc.constant("=CALS.EDITIONS(A1)");
/** Excel has no negative 0. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
const value = fc.oneof(
  number,
  fc.boolean(),
  fc.string().map((text) => `'${text}`),
  fc.constantFrom("#N/A", "'=1+1", "'#N/A", ""),
);
/** A grid in which a spill, of 3 rows and 2 columns, has room. */
const cell = fc.oneof(
  { weight: 3, arbitrary: plainFormula },
  { weight: 1, arbitrary: spillFormula },
  { weight: 3, arbitrary: value },
);
const sheet = fc.record({
  cells: fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  format: fc.constantFrom("General", "0.00", "@"),
  table: fc.boolean(),
});

describe("For any workbook", () => {
  it("a freeze keeps every value, and a thaw brings everything back", async () => {
    const one = fc.asyncProperty(sheet, async ({ cells, format, table }) => {
      const book = await openWorkbook({ calculate });
      await book.addSheet("Data");
      for (const [i, row] of cells.entries()) {
        for (const [j, input] of row.entries()) {
          await book.put(`Sheet1!${"CFIL"[j]}${5 * i + 2}`, [[input]]);
        }
      }
      await book.setFormat("C2:C12", format);
      if (table) {
        await book.put("O1:P1", [["Users", "CALs"]]);
        await book.addTable("O1:P3", "T");
        await book.put("P2:P3", [["=CALS.FITS(T[[#This Row],[Users]])"], ["=CALS.FITS([@Users])"]]);
      }
      const before = await everything(book);
      const [formulas, values] = [await book.formulas("A1:P20"), await book.values("A1:P20")];
      const ours = formulas
        .flat()
        .filter((text) => /^=.*CALS\./s.test(String(text)) && text !== "=1+1");
      const { sheets } = await freeze("workbook");
      expect(sheets.reduce((sum, { formulas }) => sum + formulas, 0)).toBe(
        ours.filter((text) => !values.flat().includes(text)).length,
      );
      expect(await book.values("A1:P20")).toEqual(values);
      expect(
        (await book.formulas("A1:P20"))
          .flat()
          .filter((text) => /^=.*CALS\.\w+\(/s.test(String(text))),
      ).toEqual([]);
      expect(await thaw(keep)).toMatchObject({ changed: [], moved: [], lost: [] });
      expect(await everything(book)).toEqual(before);
      book.close();
    });
    await fc.assert(one, { numRuns: 15 });
  });

  it("the record says what was put into it, whatever characters it holds", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom("\ud800", "\0", "_x0041_", "\r\n", " ", "<", "&amp;", '"'),
      }),
    );
    const frozenValue = fc.oneof(
      number.map((value) => ({ kind: "number", value })),
      text.map((value) => ({ kind: "text", value })),
      fc.boolean().map((value) => ({ kind: "truth", value })),
      fc.constant({ kind: "error", value: "#N/A" }),
    );
    const record = fc.record({
      freezings: fc.array(
        fc.record({
          ...{ day: text, ruleDay: text, priceList: text },
          marks: fc.array(fc.record({ name: text, formula: text })),
          sheets: fc.array(
            fc.record({
              name: text,
              formulas: fc.array(
                fc.record({
                  at: fc.constant("B2"),
                  formula: text,
                  values: fc.tuple(fc.tuple(frozenValue)),
                  inputs: fc.array(fc.record({ at: text, held: text })),
                }),
              ),
            }),
          ),
        }),
      ),
      settings: fc.dictionary(text, text, { noNullPrototype: true }),
    });
    fc.assert(
      fc.property(record, (one) => {
        const back = recordFrom(recordXml(one as unknown as FreezeRecord)).record;
        expect(back).toEqual(one);
      }),
    );
  });
});

describe("With the built add-in and a calculating workbook", () => {
  it("a frozen worksheet shows every number, and thawed it calculates again", async () => {
    // Univer complains of formulas that are values by now, and calculates right all the same.
    jest.spyOn(console, "error").mockImplementation();
    const book = await openCalculated();
    await insertCalWorksheet();
    await book.put("A2:D2", [["Office", "Windows Server 2012 R2 Standard", 40, 65]]);
    await book.put("N2", [["=SUM(CalsWorksheet[Required])"]]);
    await book.put("A20", [['=CALS.EDITIONS("2012 R2")']]);
    await book.shown("A1:N6");
    const formulas = await book.formulas("A1:N8");
    const values = await book.shown("A1:N30");
    expect(values[1][7]).toBe(40);
    expect((await freeze("workbook")).left).toEqual([]);
    expect(await book.shown("A1:N30")).toEqual(values);
    await withoutFormulas(book, "A2:L6");
    await withoutFormulas(book, "A20:E30");
    await thaw(keep);
    expect(await book.formulas("A1:N8")).toEqual(formulas);
    expect(await book.shown("A1:N30")).toEqual(values);
    await book.put("C2", [[50]]);
    expect((await book.shown("H2"))[0][0]).toBe(50);
    book.close();
  });
});
