import type { Family } from "../scenario";

const server = '"Windows Server 2022 Standard"';

export const functions: Family = {
  about: "Our functions",
  scenarios: [
    {
      name: "function-answers",
      asks: "Do our functions calculate at all, as a number, a text, a truth value and a refusal?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [[25, "Device", true, "#N/A", "#VALUE!"]],
          types: [["Double", "String", "Boolean", "Error", "Error"]],
        },
      },
      run: async (ground) => {
        await ground.put("A1:E1", [
          [
            `=CALS.REQUIRED(${server},40,25)`,
            `=CALS.CALTYPE(${server},40,25)`,
            `=CALS.FITS("Windows Server 2022 Essentials",10)`,
            '=CALS.REQUIRED("no such server",1)',
            `=CALS.REQUIRED(${server},-3)`,
          ],
        ]);
        return {
          values: await ground.answers("A1:E1"),
          types: await ground.look("A1:E1", "valueTypes"),
        };
      },
    },
    {
      name: "function-kept",
      asks: "How is a formula with our function kept that was typed in lower case?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [[25]],
          formulas: [['=cals.required("Windows Server 2022 Standard",40,25)']],
        },
      },
      run: async (ground) => {
        await ground.put("A1", [[`=cals.required(${server},40,25)`]]);
        return {
          values: await ground.answers("A1"),
          formulas: await ground.look("A1", "formulas"),
        };
      },
    },
    {
      name: "function-of-a-blank-cell",
      asks: "Is a blank cell, as users, read as not given?",
      needs: "1.1",
      emulated: { sees: [[25, 25]] },
      run: async (ground) => {
        await ground.put("B1:C1", [
          [`=CALS.REQUIRED(${server},A1,25)`, `=CALS.REQUIRED(${server},,25)`],
        ]);
        return ground.answers("B1:C1");
      },
    },
    {
      name: "needed-of-a-blank-count",
      asks: "What does CALS.NEEDED answer where the cell with its count is blank, 0, or left out?",
      needs: "1.1",
      emulated: { sees: [[0, 0, 1]] },
      run: async (ground) => {
        await ground.put("A1:B1", [["", 0]]);
        await ground.put("A2:C2", [
          [
            '=CALS.NEEDED("employee",A1)',
            '=CALS.NEEDED("employee",B1)',
            '=CALS.NEEDED("employee")',
          ],
        ]);
        return ground.answers("A2:C2");
      },
    },
    {
      name: "function-of-an-empty-text",
      asks: "Is an empty text as users read as a blank cell is?",
      needs: "1.1",
      emulated: { sees: [[25]] },
      run: async (ground) => {
        await ground.put("A1:B1", [['=""', `=CALS.REQUIRED(${server},A1,25)`]]);
        return ground.answers("B1");
      },
    },
    {
      name: "function-of-a-range",
      asks: "What answers a function that is given a range where it takes one cell?",
      needs: "1.1",
      emulated: { sees: [[10], [15], [15]] },
      run: async (ground) => {
        await ground.put("A1:A3", [[10], [20], [30]]);
        await ground.put("C1", [[`=CALS.REQUIRED(${server},A1:A3,15)`]]);
        return ground.answers("C1:C3");
      },
    },
    {
      name: "function-beside-a-range",
      asks: "And with @ before the range, next to its rows?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [[""], [20], [""]],
          formulas: [['=CALS.REQUIRED("Windows Server 2022 Standard",@A1:A3,25)']],
        },
      },
      run: async (ground) => {
        await ground.put("A1:A3", [[10], [20], [30]]);
        await ground.put("C2", [[`=CALS.REQUIRED(${server},@A1:A3,25)`]]);
        return {
          values: await ground.answers("C1:C3"),
          formulas: await ground.look("C2", "formulas"),
        };
      },
    },
    {
      name: "function-of-an-error",
      asks: "Does an error in an argument reach the function, or is it the answer?",
      needs: "1.1",
      emulated: { sees: [["#VALUE!", "Rule"]] },
      run: async (ground) => {
        await ground.put("A1:C1", [
          ["#DIV/0!", `=CALS.REQUIRED(${server},A1,25)`, `=CALS.EXPLAIN("REQUIRED",${server},A1)`],
        ]);
        return ground.answers("B1:C1");
      },
    },
    {
      name: "function-of-text-and-truth",
      asks: "Are the text 40 and TRUE handed over as they are?",
      needs: "1.1",
      emulated: { sees: [[40, "#VALUE!"]] },
      run: async (ground) => {
        await ground.put("A1:D1", [
          ["'40", true, `=CALS.REQUIRED(${server},A1)`, `=CALS.REQUIRED(${server},B1)`],
        ]);
        return ground.answers("C1:D1");
      },
    },
    {
      name: "function-of-a-linked-type",
      asks: "What answers a function that is given a cell with a data type (an entity)?",
      needs: "1.16",
      emulated: { lacks: "values with data types" },
      run: async (ground) => {
        await ground.run((sheet) => {
          const text = { type: Excel.CellValueType.string, basicValue: "2022 Standard" } as const;
          const entity: Excel.EntityCellValue = {
            type: Excel.CellValueType.entity,
            text: "2022 Standard",
            properties: { Name: text },
          };
          sheet.getRange("A1").valuesAsJson = [[entity]];
        });
        await ground.put("B1", [["=CALS.REQUIRED(A1,40,25)"]]);
        return ground.answers("B1");
      },
    },
    {
      name: "function-in-a-function",
      asks: "Do our functions work inside built-in ones and in each other?",
      needs: "1.1",
      emulated: { sees: [["caught", 26, 20]] },
      run: async (ground) => {
        await ground.put("A1:C1", [
          [
            `=IFERROR(CALS.REQUIRED("nothing",1),"caught")`,
            `=SUM(CALS.REQUIRED(${server},40,25),1)`,
            `=CALS.TOBUY(${server},40,25,CALS.CALTYPE(${server},40,25),5)`,
          ],
        ]);
        return ground.answers("A1:C1");
      },
    },
    {
      name: "function-follows-its-input",
      asks: "Does a formula calculate again when its input changes, and only then?",
      needs: "1.1",
      emulated: { sees: { first: [[40]], then: [[41]] } },
      run: async (ground) => {
        await ground.put("A1:B1", [[40, `=CALS.REQUIRED(${server},A1)`]]);
        const first = await ground.answers("B1");
        await ground.put("A1", [[41]]);
        return { first, then: await ground.answers("B1") };
      },
    },
    {
      name: "function-after-inserted-rows",
      asks: "Is a formula right after a row was inserted above it and within what it reads?",
      needs: "1.1",
      emulated: {
        sees: { values: [[41]], formulas: [['=CALS.REQUIRED("Windows Server 2022 Standard",A3)']] },
      },
      run: async (ground) => {
        await ground.put("A2:B2", [[40, `=CALS.REQUIRED(${server},A2)`]]);
        await ground.answers("B2");
        await ground.run((sheet) => {
          sheet.getRange("1:1").insert("Down");
        });
        await ground.put("A3", [[41]]);
        return {
          values: await ground.answers("B3"),
          formulas: await ground.look("B3", "formulas"),
        };
      },
    },
    {
      name: "function-spills",
      asks: "Does a function that answers a block spill, with what where, and errors within?",
      needs: "1.12",
      emulated: {
        sees: {
          shown: [
            ["Edition", "License model"],
            ["Windows Server 2012 R2 Standard", "Processor + CAL"],
          ],
          formulas: [
            ['=CALS.EDITIONS("2012 R2")', "License model"],
            ["Windows Server 2012 R2 Standard", "Processor + CAL"],
          ],
          hasSpill: true,
          size: [9, 5],
        },
      },
      run: async (ground) => {
        await ground.put("A1", [['=CALS.EDITIONS("2012 R2")']]);
        await ground.answers("A1:B5");
        return {
          shown: await ground.look("A1:B2", "values"),
          formulas: await ground.look("A1:B2", "formulas"),
          hasSpill: await ground.look("A1:B2", "hasSpill"),
          size: await ground.run(async (sheet, context) => {
            const spill = sheet.getRange("A1").getSpillingToRange();
            spill.load("rowCount,columnCount");
            await context.sync();
            return [spill.rowCount, spill.columnCount];
          }),
        };
      },
    },
    {
      name: "prefix-of-a-file",
      asks: "What becomes of the name that a function has in a file, entered as a formula?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [["#NAME?"]],
          formulas: [['=_xldudf_CALS_REQUIRED("Windows Server 2022 Standard",40,25)']],
        },
      },
      run: async (ground) => {
        await ground.put("A1", [[`=_xldudf_CALS_REQUIRED(${server},40,25)`]]);
        return {
          values: await ground.answers("A1"),
          formulas: await ground.look("A1", "formulas"),
        };
      },
    },
    {
      name: "formula-entered-again",
      asks: "Does a formula calculate that is entered again as it was read?",
      needs: "1.1",
      emulated: { sees: [[25]] },
      run: async (ground) => {
        await ground.put("A1", [[`=CALS.REQUIRED(${server},40,25)`]]);
        await ground.answers("A1");
        const read = (await ground.look("A1", "formulas")) as string[][];
        await ground.put("A1", [[""]]);
        await ground.put("A1", read);
        return ground.answers("A1");
      },
    },
  ],
};
