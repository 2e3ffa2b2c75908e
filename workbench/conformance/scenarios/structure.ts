import type { Family } from "../scenario";
import { place, type Ground } from "../ground";

/** Makes a name of the workbook for as long as a scenario needs it. */
async function withName<T>(ground: Ground, formula: string, look: (name: string) => Promise<T>) {
  const name = "CalsConformanceName";
  await ground.run((sheet, context) => {
    const reference = formula.startsWith("=") ? formula : sheet.getRange(formula);
    context.workbook.names.add(name, reference);
  });
  try {
    return await look(name);
  } finally {
    await ground.run((_sheet, context) => {
      context.workbook.names.getItemOrNullObject(name).delete();
    });
  }
}

const nameFormula = (ground: Ground, name: string) =>
  ground.run(async (_sheet, context) => {
    const item = context.workbook.names.getItem(name);
    item.load("formula");
    await context.sync();
    const formula = String(item.formula);
    return formula.includes("#REF!") ? "#REF!" : place(formula);
  });

/** A name that joins cells by `&`. */
const joined = (ground: Ground, name: string) =>
  ground.run(async (_sheet, context) => {
    const item = context.workbook.names.getItem(name);
    item.load("formula,visible");
    await context.sync();
    const parts = String(item.formula).split("&");
    const said = parts.map((part) => (part.includes("#") ? "an error" : place(part)));
    return { said, visible: item.visible };
  });

export const structure: Family = {
  about: "Rows, names and sheets",
  scenarios: [
    {
      name: "rows-inserted",
      asks: "What becomes of formulas and values when a row is inserted within what they read?",
      needs: "1.1",
      emulated: { sees: { values: [[1], [""], [2], [3]], formulas: [["=SUM(A1:A4)"]] } },
      run: async (ground) => {
        await ground.put("A1:A3", [[1], [2], [3]]);
        await ground.put("B1", [["=SUM(A1:A3)"]]);
        await ground.run((sheet) => {
          sheet.getRange("2:2").insert("Down");
        });
        return {
          values: await ground.look("A1:A4", "values"),
          formulas: await ground.look("B1", "formulas"),
        };
      },
    },
    {
      name: "rows-deleted",
      asks: "And what of a formula whose cell is deleted?",
      needs: "1.1",
      emulated: { sees: { formulas: [["=#REF!"], ["=SUM(A1:A2)"]], values: [["#REF!"], [4]] } },
      run: async (ground) => {
        await ground.put("A1:B3", [
          [1, "=A2"],
          [2, ""],
          [3, "=SUM(A1:A3)"],
        ]);
        await ground.run((sheet) => {
          sheet.getRange("2:2").delete("Up");
        });
        return {
          formulas: await ground.look("B1:B2", "formulas"),
          values: await ground.look("B1:B2", "values"),
        };
      },
    },
    {
      name: "names-follow",
      asks: "Does a name follow its cell when rows are inserted above it, and what is it after the cell was deleted?",
      needs: "1.4",
      emulated: { sees: { moved: "$B$3", gone: "#REF!" } },
      run: (ground) =>
        withName(ground, "B2", async (name) => {
          await ground.run((sheet) => {
            sheet.getRange("1:1").insert("Down");
          });
          const moved = await nameFormula(ground, name);
          await ground.run((sheet) => {
            sheet.getRange("3:3").delete("Up");
          });
          return { moved, gone: await nameFormula(ground, name) };
        }),
    },
    {
      name: "name-of-a-constant",
      asks: "How does a name that holds a text come back, and can it be hidden?",
      needs: "1.4",
      emulated: {
        sees: {
          formula: '="a ""b"""',
          value: '"a ""b"""',
          type: "String",
          visible: false,
          scope: "Workbook",
        },
      },
      run: (ground) =>
        withName(ground, '="a ""b"""', (name) =>
          ground.run(async (_sheet, context) => {
            const item = context.workbook.names.getItem(name);
            item.visible = false;
            item.load("formula,value,type,visible,scope");
            await context.sync();
            const { formula, value, type, visible, scope } = item;
            return { formula: String(formula), value: String(value), type, visible, scope };
          }),
        ),
    },
    {
      name: "hidden-name-of-cells",
      asks: "Does a hidden name that joins cells, one of them with an error, stay hidden, what does it say when one is deleted, and can it be hidden then?",
      needs: "1.7",
      emulated: {
        sees: {
          ...{ before: ["$A$1", "$B$2"], visible: false },
          ...{ after: ["$A$1", "an error"], hidden: "InvalidArgument" },
        },
      },
      run: (ground) =>
        withName(ground, "=0", async (name) => {
          await ground.put("A1", [["=NA()"]]);
          await ground.run(async (sheet, context) => {
            const item = context.workbook.names.getItem(name);
            item.visible = false;
            sheet.load("name");
            await context.sync();
            item.formula = `='${sheet.name}'!$A$1&'${sheet.name}'!$B$2`;
          });
          const before = await joined(ground, name);
          await ground.run((sheet) => {
            sheet.getRange("2:2").delete("Up");
          });
          const { said: after } = await joined(ground, name);
          const hidden = await ground.refusal((_sheet, context) => {
            context.workbook.names.getItem(name).visible = false;
          });
          return { before: before.said, visible: before.visible, after, hidden };
        }),
    },
    {
      name: "names-refused",
      asks: "With which codes does Excel refuse names: taken, an address, with a space?",
      needs: "1.4",
      emulated: {
        sees: { taken: "ItemAlreadyExists", address: "InvalidArgument", space: "InvalidArgument" },
      },
      run: (ground) =>
        withName(ground, "B2", async (name) => {
          const add = (text: string) =>
            ground.refusal((_sheet, context) => {
              context.workbook.names.add(text, "=1");
            });
          return {
            taken: await add(name.toUpperCase()),
            address: await add("A1"),
            space: await add("With space"),
          };
        }),
    },
    {
      name: "insert-beside-a-table",
      asks: "With which code does Excel refuse to push down a part of a table?",
      needs: "1.1",
      emulated: { sees: { part: "InvalidOperation", whole: null } },
      run: async (ground) => {
        await ground.put("A2:C4", [
          ["Name", "Number", "Double"],
          ["a", 1, 2],
          ["b", 2, 4],
        ]);
        await ground.table("A2:C4", "ConformancePushed");
        return {
          part: await ground.refusal((sheet) => {
            sheet.getRange("A1:B1").insert("Down");
          }),
          whole: await ground.refusal((sheet) => {
            sheet.getRange("A1:C1").insert("Down");
          }),
        };
      },
    },
    {
      name: "merged-cells",
      asks: "What do merged cells hold, and what is told of a cell inside them?",
      needs: "1.13",
      emulated: {
        sees: {
          values: [
            [1, ""],
            ["", ""],
          ],
          inside: "A1:B2",
          outside: true,
        },
      },
      run: async (ground) => {
        await ground.put("A1:B2", [
          [1, 2],
          [3, 4],
        ]);
        await ground.run((sheet) => sheet.getRange("A1:B2").merge());
        return ground.run(async (sheet, context) => {
          const cells = sheet.getRange("A1:B2").load("values");
          const inside = sheet.getRange("B2:C3").getMergedAreasOrNullObject();
          const outside = sheet.getRange("D1").getMergedAreasOrNullObject();
          inside.load("address");
          await context.sync();
          return {
            values: cells.values,
            inside: place(inside.address),
            outside: outside.isNullObject,
          };
        });
      },
    },
    {
      name: "pushed-off-the-sheet",
      asks: "With which code does Excel refuse to push something off the end of the sheet?",
      needs: "1.1",
      emulated: { lacks: "the end of a sheet that is full" },
      run: async (ground) => {
        await ground.put("A1048576", [["last"]]);
        return ground.refusal((sheet) => {
          sheet.getRange("1:1").insert("Down");
        });
      },
    },
    {
      name: "address-of-a-name",
      asks: "What answers getRange for an address that cannot be, and for one of another sheet?",
      needs: "1.1",
      emulated: {
        sees: { nonsense: "InvalidArgument", outside: "InvalidArgument", name: "InvalidArgument" },
      },
      run: async (ground) => {
        const at = (address: string) =>
          ground.refusal((sheet) => sheet.getRange(address).load("values"));
        return {
          nonsense: await at("A1:"),
          outside: await at("XFE1"),
          name: await at("NoSuchName"),
        };
      },
    },
    {
      name: "sheets-refused",
      asks: "With which codes does Excel refuse names of sheets, and answer for one that is missing?",
      needs: "1.4",
      emulated: {
        sees: {
          taken: "ItemAlreadyExists",
          sign: "InvalidArgument",
          long: "InvalidArgument",
          missing: "ItemNotFound",
          isNull: true,
        },
      },
      run: (ground) =>
        ground.run(async (sheet, context) => {
          sheet.load("name");
          const none = context.workbook.worksheets.getItemOrNullObject("CALS none");
          await context.sync();
          const add = (name: string) =>
            ground.refusal((_sheet, again) => {
              again.workbook.worksheets.add(name);
            });
          return {
            taken: await add(sheet.name.toUpperCase()),
            sign: await add("a/b"),
            long: await add("x".repeat(32)),
            missing: await ground.refusal((_sheet, again) =>
              again.workbook.worksheets.getItem("CALS none").load("name"),
            ),
            isNull: none.isNullObject,
          };
        }),
    },
    {
      name: "very-hidden-sheet",
      asks: "Can an add-in hide a sheet so that nobody is offered to show it, and read it then?",
      needs: "1.1",
      emulated: { sees: { visibility: "VeryHidden", values: [[1]] } },
      run: async (ground) => {
        await ground.put("A1", [[1]]);
        await ground.run((sheet) => {
          sheet.visibility = "VeryHidden";
        });
        return ground.run(async (sheet, context) => {
          const cell = sheet.getRange("A1").load("values");
          sheet.load("visibility");
          await context.sync();
          return { visibility: sheet.visibility, values: cell.values };
        });
      },
    },
    {
      name: "sheet-renamed",
      asks: "Do formulas follow a sheet that is renamed, with the quotes that it needs?",
      needs: "1.1",
      emulated: {
        sees: { renamed: ["='CALS conf''s other'!A1", 5], deleted: ["=#REF!", "#REF!"] },
      },
      run: (ground) =>
        ground.run(async (sheet, context) => {
          sheet.load("name");
          const other = context.workbook.worksheets.add("CalsConformanceOther");
          other.getRange("A1").values = [[5]];
          sheet.getRange("A1").formulas = [["=CalsConformanceOther!A1"]];
          await context.sync();
          other.name = "CALS conf's other";
          const cell = sheet.getRange("A1").load("formulas,values");
          await context.sync();
          other.delete();
          const after = sheet.getRange("A1").load("formulas,values");
          await context.sync();
          return {
            renamed: [cell.formulas[0]![0], cell.values[0]![0]],
            deleted: [after.formulas[0]![0], after.values[0]![0]],
          };
        }),
    },
  ],
};
