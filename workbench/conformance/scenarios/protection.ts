import type { Family } from "../scenario";
import type { Ground } from "../ground";

/** Refuses in the structure of the workbook, which is as it was afterwards. */
async function whileProtected<T>(ground: Ground, look: () => Promise<T>): Promise<T> {
  await ground.run((_sheet, context) => context.workbook.protection.protect());
  try {
    return await look();
  } finally {
    await ground.run((_sheet, context) => context.workbook.protection.unprotect());
  }
}

export const protection: Family = {
  about: "Protection",
  scenarios: [
    {
      name: "protected-sheet",
      asks: "With which codes does Excel refuse to write, format, clear, insert, and make a table on a protected sheet?",
      needs: "1.2",
      emulated: {
        sees: {
          write: "AccessDenied",
          format: "AccessDenied",
          fill: "AccessDenied",
          clear: "AccessDenied",
          insert: "AccessDenied",
          table: "AccessDenied",
          read: [
            ["Name", "Number"],
            ["a", 1],
          ],
        },
      },
      run: async (ground) => {
        await ground.put("A1:B2", [
          ["Name", "Number"],
          ["a", 1],
        ]);
        await ground.run((sheet) => sheet.protection.protect());
        const seen = {
          write: await ground.refusal((sheet) => {
            sheet.getRange("A1").values = [[1]];
          }),
          format: await ground.refusal((sheet) => {
            sheet.getRange("A1").numberFormat = [["0"]];
          }),
          fill: await ground.refusal((sheet) => {
            sheet.getRange("A1").format.fill.color = "#FFFF00";
          }),
          clear: await ground.refusal((sheet) => sheet.getRange("A1").clear()),
          insert: await ground.refusal((sheet) => {
            sheet.getRange("1:1").insert("Down");
          }),
          table: await ground.refusal((sheet) => {
            sheet.tables.add("A1:B2", true);
          }),
          read: await ground.look("A1:B2", "values"),
        };
        await ground.run((sheet) => sheet.protection.unprotect());
        return seen;
      },
    },
    {
      name: "protected-twice",
      asks: "With which code does Excel refuse to protect a sheet again?",
      needs: "1.2",
      emulated: { sees: "InvalidOperation" },
      run: async (ground) => {
        await ground.run((sheet) => sheet.protection.protect());
        const code = await ground.refusal((sheet) => sheet.protection.protect());
        await ground.run((sheet) => sheet.protection.unprotect());
        return code;
      },
    },
    {
      name: "protected-rule",
      asks: "With which code does Excel refuse a rule for entries on a protected sheet?",
      needs: "1.8",
      emulated: { sees: "AccessDenied" },
      run: async (ground) => {
        await ground.run((sheet) => sheet.protection.protect());
        const code = await ground.refusal((sheet) => sheet.getRange("A1").dataValidation.clear());
        await ground.run((sheet) => sheet.protection.unprotect());
        return code;
      },
    },
    {
      name: "protected-table",
      asks: "Can a table on a protected sheet be resized, styled, or given a row?",
      needs: "1.13",
      emulated: {
        sees: { resize: "AccessDenied", style: null, row: "AccessDenied", rename: null },
      },
      run: async (ground) => {
        await ground.put("A1:A2", [["Name"], ["a"]]);
        await ground.table("A1:A2", "ConformanceGuarded");
        await ground.run((sheet) => sheet.protection.protect());
        const guarded = (change: (table: Excel.Table) => void) =>
          ground.refusal((sheet) => change(sheet.tables.getItem("ConformanceGuarded")));
        const seen = {
          resize: await guarded((table) => table.resize("A1:A3")),
          style: await guarded((table) => {
            table.style = "TableStyleLight1";
          }),
          row: await guarded((table) => void table.rows.add(undefined, [["b"]])),
          rename: await guarded((table) => {
            table.name = "ConformanceRenamed";
          }),
        };
        await ground.run((sheet) => sheet.protection.unprotect());
        return seen;
      },
    },
    {
      name: "protected-structure",
      asks: "With which codes does Excel refuse to add, rename and hide sheets of a protected workbook?",
      needs: "1.7",
      emulated: { sees: { add: "AccessDenied", rename: "AccessDenied", hide: "AccessDenied" } },
      run: (ground) =>
        whileProtected(ground, async () => ({
          add: await ground.refusal((_sheet, context) => {
            context.workbook.worksheets.add("CalsConformanceAdded");
          }),
          rename: await ground.refusal((sheet) => {
            sheet.name = "CalsConformanceNewName";
          }),
          hide: await ground.refusal((sheet) => {
            sheet.visibility = "Hidden";
          }),
        })),
    },
  ],
};
