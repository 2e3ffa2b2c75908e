import type { Family } from "../scenario";
import { place } from "../ground";

export const cells: Family = {
  about: "Cells",
  scenarios: [
    {
      name: "blank-cell",
      asks: "As what does Excel hand over a cell that holds nothing?",
      needs: "1.1",
      emulated: { sees: { values: [[""]], types: [["Empty"]], formulas: [[""]], text: [[""]] } },
      run: async (ground) => ({
        values: await ground.look("A1", "values"),
        types: await ground.look("A1", "valueTypes"),
        formulas: await ground.look("A1", "formulas"),
        text: await ground.look("A1", "text"),
      }),
    },
    {
      name: "empty-text",
      asks: "What is a cell whose formula comes to an empty text?",
      needs: "1.1",
      emulated: { sees: { values: [[""]], types: [["Empty"]] } },
      run: async (ground) => {
        await ground.put("A1", [['=""']]);
        return {
          values: await ground.look("A1", "values"),
          types: await ground.look("A1", "valueTypes"),
        };
      },
    },
    {
      name: "apostrophe-alone",
      asks: "Does an apostrophe alone make an empty text, which is no blank cell?",
      needs: "1.1",
      emulated: { sees: { values: [["", true]], types: [["Empty", "Boolean"]], formulas: [[""]] } },
      run: async (ground) => {
        await ground.put("A1:B1", [["'", "=ISBLANK(A1)"]]);
        return {
          values: await ground.look("A1:B1", "values"),
          types: await ground.look("A1:B1", "valueTypes"),
          formulas: await ground.look("A1", "formulas"),
        };
      },
    },
    {
      name: "apostrophe-before-text",
      asks: "Is an apostrophe taken away that makes a text of what would be a number or a formula?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [["007", "=1+1", "'quoted", "O'Neil"]],
          formulas: [["007", "=1+1", "'quoted", "O'Neil"]],
        },
      },
      run: async (ground) => {
        await ground.put("A1:D1", [["'007", "'=1+1", "''quoted", "O'Neil"]]);
        return {
          values: await ground.look("A1:D1", "values"),
          formulas: await ground.look("A1:D1", "formulas"),
        };
      },
    },
    {
      name: "apostrophe-under-text-format",
      asks: "Does an apostrophe stay as a character in a cell that is formatted as text?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [["'007", "007", "=1+1"]],
          types: [["String", "String", "String"]],
          formulas: [["'007", "007", "=1+1"]],
        },
      },
      run: async (ground) => {
        await ground.format("A1:C1", "@");
        await ground.put("A1:C1", [["'007", "007", "=1+1"]]);
        return {
          values: await ground.look("A1:C1", "values"),
          types: await ground.look("A1:C1", "valueTypes"),
          formulas: await ground.look("A1:C1", "formulas"),
        };
      },
    },
    {
      name: "text-format-after-writing",
      asks: "Does a number, or a text with zeros, change when its cell becomes text afterwards?",
      needs: "1.1",
      emulated: { sees: { values: [["007", "8"]], types: [["String", "String"]] } },
      run: async (ground) => {
        await ground.put("A1:B1", [["'007", 8]]);
        await ground.format("A1:B1", "@");
        return {
          values: await ground.look("A1:B1", "values"),
          types: await ground.look("A1:B1", "valueTypes"),
        };
      },
    },
    {
      name: "text-like-numbers",
      asks: "Which texts become numbers when they are written?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [[7, 1000, 5, 0.25, 3, 1.5]],
          formats: [["General", "General", "General", "0%", "General", "General"]],
        },
      },
      run: async (ground) => {
        await ground.put("A1:F1", [["007", "1e3", " 5 ", "25%", "+3", "1.5"]]);
        return {
          values: await ground.look("A1:F1", "values"),
          formats: await ground.look("A1:F1", "numberFormat"),
        };
      },
    },
    {
      name: "text-like-days",
      asks: "Does a day written as text become a serial number, and under which format?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [[46053, "2026-02-30"]],
          types: [["Double", "String"]],
          formats: [["yyyy-mm-dd", "General"]],
        },
      },
      run: async (ground) => {
        await ground.put("A1:B1", [["2026-01-31", "2026-02-30"]]);
        return {
          values: await ground.look("A1:B1", "values"),
          types: await ground.look("A1:B1", "valueTypes"),
          formats: await ground.look("A1:B1", "numberFormat"),
        };
      },
    },
    {
      name: "words-of-excel",
      asks: "Are TRUE and #N/A, written as text, taken for a truth value and an error?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [[true, false, "#N/A", "#VALUE!", "#NOTHING"]],
          types: [["Boolean", "Boolean", "Error", "Error", "String"]],
        },
      },
      run: async (ground) => {
        await ground.put("A1:E1", [["TRUE", "false", "#N/A", "#VALUE!", "#NOTHING"]]);
        return {
          values: await ground.look("A1:E1", "values"),
          types: await ground.look("A1:E1", "valueTypes"),
        };
      },
    },
    {
      name: "errors-as-values",
      asks: "Can each error be written as a value, and is it an error to other cells then?",
      needs: "1.1",
      emulated: {
        sees: {
          types: [["Error", "Error", "Error", "Error", "Error", "Error", "Error"]],
          errors: [[true, true, true, true, true, true, true]],
        },
      },
      run: async (ground) => {
        const errors = ["#N/A", "#VALUE!", "#DIV/0!", "#REF!", "#NUM!", "#NULL!", "#NAME?"];
        await ground.run((sheet) => {
          sheet.getRange("A1:G1").values = [errors];
        });
        await ground.put("A2:G2", [[..."ABCDEFG"].map((column) => `=ISERROR(${column}1)`)]);
        return {
          types: await ground.look("A1:G1", "valueTypes"),
          errors: await ground.look("A2:G2", "values"),
        };
      },
    },
    {
      name: "newer-errors-as-values",
      asks: "Can #SPILL!, #CALC! and #BUSY! be written as values?",
      needs: "1.1",
      emulated: {
        sees: { values: [["#SPILL!", "#CALC!", "#BUSY!"]], types: [["Error", "Error", "Error"]] },
      },
      run: async (ground) => {
        await ground.run((sheet) => {
          sheet.getRange("A1:C1").values = [["#SPILL!", "#CALC!", "#BUSY!"]];
        });
        return {
          values: await ground.look("A1:C1", "values"),
          types: await ground.look("A1:C1", "valueTypes"),
        };
      },
    },
    {
      name: "signs-before-text",
      asks: "What becomes of a text that begins with a sign of a formula: =, +, -, @?",
      needs: "1.1",
      emulated: {
        sees: {
          "=": 'kept as "="',
          "+": 'kept as "+"',
          "-": 'kept as "-"',
          "@sum": 'kept as "@sum"',
          "- item": 'kept as "=- item"',
          "+1-555-0100": 'kept as "=+1-555-0100"',
        },
      },
      run: async (ground) => {
        const texts = ["=", "+", "-", "@sum", "- item", "+1-555-0100"];
        const seen: Record<string, string | null> = {};
        for (const text of texts) {
          seen[text] = await ground.refusal((sheet) => {
            sheet.getRange("A1").values = [[text]];
          });
          if (seen[text]) continue;
          const formulas = (await ground.look("A1", "formulas")) as unknown[][];
          seen[text] = `kept as ${JSON.stringify(formulas[0]![0])}`;
        }
        return seen;
      },
    },
    {
      name: "null-leaves-a-cell",
      asks: "Does null among values leave its cell as it is?",
      needs: "1.1",
      emulated: { sees: [[9, "=1+1", ""]] },
      run: async (ground) => {
        await ground.put("A1:C1", [[1, "=1+1", 3]]);
        await ground.run((sheet) => {
          sheet.getRange("A1:C1").values = [[9, null, ""]];
        });
        return ground.look("A1:C1", "formulas");
      },
    },
    {
      name: "one-value-for-many-cells",
      asks: "Does one value that is no array fill a whole range?",
      needs: "1.1",
      emulated: {
        sees: [
          [7, 7],
          [7, 7],
        ],
      },
      run: async (ground) => {
        await ground.run((sheet) => {
          sheet.getRange("A1:B2").values = 7 as unknown as number[][];
        });
        return ground.look("A1:B2", "values");
      },
    },
    {
      name: "wrong-size",
      asks: "With which code does Excel refuse values of another size than the range?",
      needs: "1.1",
      emulated: { sees: "InvalidArgument" },
      run: (ground) =>
        ground.refusal((sheet) => {
          sheet.getRange("A1:B1").values = [[1], [2]];
        }),
    },
    {
      name: "half-done-batch",
      asks: "Does what stood before a refused call in one batch stay done?",
      needs: "1.1",
      emulated: { sees: { code: "InvalidArgument", values: [[1], [""], [""]] } },
      run: async (ground) => {
        const code = await ground.refusal((sheet) => {
          sheet.getRange("A1").values = [[1]];
          sheet.getRange("A2:B2").values = [[1]];
          sheet.getRange("A3").values = [[1]];
        });
        return { code, values: await ground.look("A1:A3", "values") };
      },
    },
    {
      name: "refused-formulas",
      asks: "Which formulas does Excel refuse, and with which code?",
      needs: "1.1",
      emulated: {
        sees: {
          "=1+": "InvalidArgument",
          "=SUM(": "InvalidArgument",
          "=NOSUCH.THING(1)": null,
          "=Missing!A1": null,
          "=NoTable[X]": null,
        },
      },
      run: async (ground) => {
        const seen: Record<string, string | null> = {};
        for (const formula of ["=1+", "=SUM(", "=NOSUCH.THING(1)", "=Missing!A1", "=NoTable[X]"]) {
          seen[formula] = await ground.refusal((sheet) => {
            sheet.getRange("A1").formulas = [[formula]];
          });
        }
        return seen;
      },
    },
    {
      name: "unknown-function",
      asks: "What does a formula show whose function does not exist, and how is it kept?",
      needs: "1.1",
      emulated: { sees: { values: [["#NAME?"]], formulas: [["=NOSUCH.thing(1)"]] } },
      run: async (ground) => {
        await ground.put("A1", [["=NOSUCH.thing(1)"]]);
        return {
          values: await ground.look("A1", "values"),
          formulas: await ground.look("A1", "formulas"),
        };
      },
    },
    {
      name: "formula-as-kept",
      asks: "How are case, spaces and separators of a formula kept?",
      needs: "1.1",
      emulated: { sees: [["=sum( b2 , 3 )", '=if(true,"a","b")']] },
      run: async (ground) => {
        await ground.put("A1:C1", [["=sum( b2 , 3 )", '=if(true,"a","b")', "=$b$2+B:B"]]);
        return ground.look("A1:B1", "formulas");
      },
    },
    {
      name: "used-range",
      asks: "What is the used range of an empty sheet, and of one where only a look was changed?",
      needs: "1.4",
      emulated: { sees: { empty: true, asked: "A1", values: true, looks: "C3" } },
      run: (ground) =>
        ground.run(async (sheet, context) => {
          const [empty, asked] = [sheet.getUsedRangeOrNullObject(true), sheet.getUsedRange()];
          asked.load("address");
          await context.sync();
          sheet.getRange("C3").format.fill.color = "#FFFF00";
          const [values, looks] = [true, false].map((only) => sheet.getUsedRangeOrNullObject(only));
          looks!.load("address");
          await context.sync();
          return {
            empty: empty.isNullObject,
            asked: place(asked.address),
            values: values!.isNullObject,
            looks: looks!.isNullObject ? null : place(looks!.address),
          };
        }),
    },
    {
      name: "shown-text",
      asks: "What do cells show under the formats that the add-in writes?",
      needs: "1.1",
      emulated: { sees: [["1,234.50 USD", "13%", "2023-03-15", "-3"]] },
      run: async (ground) => {
        await ground.put("A1:D1", [[1234.5, 0.125, 45000, -3]]);
        await ground.run((sheet) => {
          const formats = ['#,##0.00 "USD"', "0%", "yyyy-mm-dd", "0"];
          sheet.getRange("A1:D1").numberFormat = [formats];
          sheet.getRange("A:D").format.columnWidth = 120;
        });
        return ground.look("A1:D1", "text");
      },
    },
    {
      name: "narrow-column",
      asks: "Is the text of a number that does not fit its column a row of number signs?",
      needs: "1.2",
      emulated: { sees: [["1,234,567.25"]] },
      run: async (ground) => {
        await ground.put("A1", [[1234567.25]]);
        await ground.run((sheet) => {
          sheet.getRange("A1").numberFormat = [["#,##0.00"]];
          sheet.getRange("A:A").format.columnWidth = 15;
        });
        return ground.look("A1", "text");
      },
    },
    {
      name: "column-width",
      asks: "Does a width in points come back as it was given, and is it null for mixed columns?",
      needs: "1.2",
      emulated: { sees: [120, null] },
      run: (ground) =>
        ground.run(async (sheet, context) => {
          sheet.getRange("A:A").format.columnWidth = 120;
          const [one, two] = ["A1", "A1:B1"].map((at) => sheet.getRange(at).format);
          one!.load("columnWidth");
          two!.load("columnWidth");
          await context.sync();
          return [Math.round(one!.columnWidth), two!.columnWidth as number | null];
        }),
    },
    {
      name: "mixed-looks",
      asks: "Is a look that differs within a range null?",
      needs: "1.1",
      emulated: { sees: { bold: null, color: null } },
      run: (ground) =>
        ground.run(async (sheet, context) => {
          sheet.getRange("A1").format.font.bold = true;
          sheet.getRange("A1").format.fill.color = "#FFFF00";
          const { font, fill } = sheet.getRange("A1:B1").format;
          font.load("bold");
          fill.load("color");
          await context.sync();
          return { bold: font.bold, color: fill.color };
        }),
    },
    {
      name: "unfilled-color",
      asks: "Which color does a cell without a fill have?",
      needs: "1.1",
      emulated: { sees: { fill: "#FFFFFF", font: "#000000" } },
      run: (ground) =>
        ground.run(async (sheet, context) => {
          const { fill, font } = sheet.getRange("A1").format;
          fill.load("color");
          font.load("color");
          await context.sync();
          return { fill: fill.color, font: font.color };
        }),
    },
    {
      name: "calculated-at-once",
      asks: "Is a formula's value right that is loaded in the batch that wrote its input?",
      needs: "1.1",
      emulated: { sees: [[20]] },
      run: async (ground) => {
        await ground.put("A1:B1", [[1, "=A1*10"]]);
        return ground.run(async (sheet, context) => {
          sheet.getRange("A1").values = [[2]];
          const result = sheet.getRange("B1").load("values");
          await context.sync();
          return result.values;
        });
      },
    },
    {
      name: "suspended-calculation",
      asks: "Where calculation is suspended until the next sync, when are results right that depend on what was written?",
      needs: "1.6",
      emulated: { sees: { within: [[20]], after: [[20, 2]] } },
      run: async (ground) => {
        const users = "2022 Standard";
        await ground.put("A1:C1", [[1, "=A1*10", `=CALS.REQUIRED("${users}",A1)`]]);
        await ground.answers("A1:C1");
        const within = await ground.run(async (sheet, context) => {
          context.application.suspendApiCalculationUntilNextSync();
          sheet.getRange("A1").values = [[2]];
          const result = sheet.getRange("B1").load("values");
          await context.sync();
          return result.values;
        });
        return { within, after: await ground.answers("B1:C1") };
      },
    },
    {
      name: "calculation-mode",
      asks: "How is the calculation mode told?",
      needs: "1.1",
      emulated: { sees: "Automatic" },
      run: (ground) =>
        ground.run(async (_sheet, context) => {
          const { application } = context.workbook;
          application.load("calculationMode");
          await context.sync();
          return application.calculationMode;
        }),
    },
  ],
};
