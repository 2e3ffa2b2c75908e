import type { Family } from "../scenario";
import { forAll, place } from "../ground";

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
          sheet.getRange("A1:B2").values = forAll(7);
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
  ],
};
