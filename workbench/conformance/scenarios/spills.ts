import type { Family } from "../scenario";
import { place } from "../ground";

export const spills: Family = {
  about: "Spilled results",
  scenarios: [
    {
      name: "spilled-cells",
      asks: "What are the formulas of the cells that a formula spills into?",
      needs: "1.12",
      emulated: {
        sees: {
          values: [[1], [2], [3]],
          formulas: [["=SEQUENCE(3)"], [2], [3]],
          hasSpill: [true, null],
        },
      },
      run: async (ground) => {
        await ground.put("A1", [["=SEQUENCE(3)"]]);
        return {
          values: await ground.look("A1:A3", "values"),
          formulas: await ground.look("A1:A3", "formulas"),
          hasSpill: [await ground.look("A2", "hasSpill"), await ground.look("A1:A4", "hasSpill")],
        };
      },
    },
    {
      name: "spill-places",
      asks: "Which ranges are the parent of a spilled cell, and the block of a formula?",
      needs: "1.12",
      emulated: { sees: ["B2", "B2", "B2:C3", null, null] },
      run: async (ground) => {
        await ground.put("B2", [["=SEQUENCE(2,2)"]]);
        return ground.run(async (sheet, context) => {
          const at = (address: string) => sheet.getRange(address);
          const ranges = [
            at("C3").getSpillParentOrNullObject(),
            at("B2").getSpillParentOrNullObject(),
            at("B2").getSpillingToRangeOrNullObject(),
            at("C3").getSpillingToRangeOrNullObject(),
            at("E9").getSpillParentOrNullObject(),
          ];
          ranges.forEach((range) => range.load("address"));
          await context.sync();
          return ranges.map((range) => (range.isNullObject ? null : place(range.address)));
        });
      },
    },
    {
      name: "spill-in-the-way",
      asks: "What does a formula show whose cells are not free, and is it told as spilling?",
      needs: "1.12",
      emulated: {
        sees: { values: [["#SPILL!"], ["here"], [""]], types: [["Error"]], hasSpill: false },
      },
      run: async (ground) => {
        await ground.put("A2", [["here"]]);
        await ground.put("A1", [["=SEQUENCE(3)"]]);
        return {
          values: await ground.look("A1:A3", "values"),
          types: await ground.look("A1", "valueTypes"),
          hasSpill: await ground.look("A1", "hasSpill"),
        };
      },
    },
    {
      name: "writing-over-a-spill",
      asks: "Does Excel let an add-in write into a spilled cell, and what becomes of the formula?",
      needs: "1.12",
      emulated: { sees: { code: null, values: [["#SPILL!"], ["here"], [""]] } },
      run: async (ground) => {
        await ground.put("A1", [["=SEQUENCE(3)"]]);
        const code = await ground.refusal((sheet) => {
          sheet.getRange("A2").values = [["here"]];
        });
        return { code, values: await ground.look("A1:A3", "values") };
      },
    },
    {
      name: "writing-a-spill-back",
      asks: "What becomes of a spill when its cells are written as they were read?",
      needs: "1.12",
      emulated: { sees: { code: null, values: [["#SPILL!"], [2], [3]] } },
      run: async (ground) => {
        await ground.put("A1", [["=SEQUENCE(3)"]]);
        const read = (await ground.look("A1:A3", "formulas")) as unknown[][];
        const code = await ground.refusal((sheet) => {
          sheet.getRange("A1:A3").formulas = read as string[][];
        });
        return { code, values: await ground.look("A1:A3", "values") };
      },
    },
    {
      name: "spill-in-a-table",
      asks: "What does a formula that spills show inside a table?",
      needs: "1.12",
      emulated: { sees: [["#SPILL!"], [2]] },
      run: async (ground) => {
        await ground.put("A1:A3", [["Numbers"], [1], [2]]);
        await ground.table("A1:A3", "ConformanceSpill");
        await ground.put("A2", [["=SEQUENCE(2)"]]);
        return ground.look("A2:A3", "values");
      },
    },
    {
      name: "spill-beside-a-table",
      asks: "Does a formula spill in the column next to a table, or does the table take it in?",
      needs: "1.12",
      emulated: { sees: { table: "A1:A3", values: [[""], [1], [2]] } },
      run: async (ground) => {
        await ground.put("A1:A3", [["Numbers"], [1], [2]]);
        await ground.table("A1:A3", "ConformanceBeside");
        await ground.put("B2", [["=SEQUENCE(2)"]]);
        return ground.run(async (sheet, context) => {
          const table = sheet.tables.getItem("ConformanceBeside").getRange();
          const cells = sheet.getRange("B1:B3");
          table.load("address");
          cells.load("values");
          await context.sync();
          return { table: place(table.address), values: cells.values };
        });
      },
    },
    {
      name: "spill-below-a-table",
      asks: "Does a table take in what is written in the row below it?",
      needs: "1.12",
      emulated: { sees: "A1:A3" },
      run: async (ground) => {
        await ground.put("A1:A3", [["Numbers"], [1], [2]]);
        await ground.table("A1:A3", "ConformanceBelow");
        await ground.put("A4", [[3]]);
        return ground.run(async (sheet, context) => {
          const table = sheet.tables.getItem("ConformanceBelow").getRange();
          table.load("address");
          await context.sync();
          return place(table.address);
        });
      },
    },
    {
      name: "at-before-a-spill",
      asks: "How is a formula read that was entered with @ and would spill without?",
      needs: "1.12",
      emulated: {
        sees: { formulas: [["=@SEQUENCE(3)"], ["=SUM(SEQUENCE(3))"]], values: [[1], [6]] },
      },
      run: async (ground) => {
        await ground.put("A1:A2", [["=@SEQUENCE(3)"], ["=SUM(SEQUENCE(3))"]]);
        return {
          formulas: await ground.look("A1:A2", "formulas"),
          values: await ground.look("A1:A2", "values"),
        };
      },
    },
    {
      name: "part-of-an-old-array",
      asks: "With which code does Excel refuse to change a part of an array formula of before spilling?",
      needs: "ExcelApiDesktop 1.1",
      emulated: { lacks: "array formulas of before spilling" },
      run: async (ground) => {
        await ground.run((sheet) => {
          sheet.getRange("A1:A3").formulaArray = "=ROW(1:3)*2";
        });
        const code = await ground.refusal((sheet) => {
          sheet.getRange("A2").values = [[1]];
        });
        return {
          code,
          formulas: await ground.look("A1:A3", "formulas"),
          hasSpill: await ground.look("A1:A3", "hasSpill"),
        };
      },
    },
  ],
};
