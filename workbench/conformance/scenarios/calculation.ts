import type { Family } from "../scenario";

export const calculation: Family = {
  about: "Formulas and calculation",
  scenarios: [
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
