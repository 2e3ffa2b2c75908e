import type { Family } from "../scenario";
import { place } from "../ground";

/** Five names and numbers from A1, and a column of one formula, as a table. */
const rows = [
  ["Name", "Number", "Double"],
  ["a", 1, ""],
  ["b", 2, ""],
];

export const tables: Family = {
  about: "Tables",
  scenarios: [
    {
      name: "table-made",
      asks: "What name and style has a new table, and of which kind is its id?",
      needs: "1.1",
      emulated: {
        sees: {
          name: "Table and a number",
          id: "string",
          style: "TableStyleMedium2",
          totals: false,
          banded: true,
          filter: true,
        },
      },
      run: (ground) =>
        ground.run(async (sheet, context) => {
          sheet.getRange("A1:C3").values = rows;
          const table = sheet.tables.add("A1:C3", true);
          table.load("id,name,style,showTotals,showBandedRows,showFilterButton");
          await context.sync();
          return {
            name: /^Table\d+$/.test(table.name) ? "Table and a number" : table.name,
            id: /^\{[0-9A-F-]{36}\}$/i.test(table.id) ? "a GUID in braces" : typeof table.id,
            style: table.style,
            totals: table.showTotals,
            banded: table.showBandedRows,
            filter: table.showFilterButton,
          };
        }),
    },
    {
      name: "table-headers",
      asks: "What becomes of headers that are numbers, blank, or there twice?",
      needs: "1.1",
      emulated: {
        sees: {
          values: [["2025", "Column2", "Same", "Same2"]],
          types: [["String", "String", "String", "String"]],
        },
      },
      run: async (ground) => {
        await ground.put("A1:D2", [
          [2025, "", "Same", "Same"],
          [1, 2, 3, 4],
        ]);
        await ground.table("A1:D2", "ConformanceHeaders");
        return {
          values: await ground.look("A1:D1", "values"),
          types: await ground.look("A1:D1", "valueTypes"),
        };
      },
    },
    {
      name: "table-names",
      asks: "With which codes does Excel refuse names of tables: taken, an address, with a space?",
      needs: "1.1",
      emulated: {
        sees: { taken: "ItemAlreadyExists", address: "InvalidArgument", space: "InvalidArgument" },
      },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceFirst");
        await ground.put("A6:C8", rows);
        await ground.table("A6:C8", "ConformanceSecond");
        const rename = (name: string) =>
          ground.refusal((sheet) => {
            sheet.tables.getItem("ConformanceSecond").name = name;
          });
        return {
          taken: await rename("CONFORMANCEFIRST"),
          address: await rename("A1"),
          space: await rename("With space"),
        };
      },
    },
    {
      name: "table-over-a-table",
      asks: "With which code does Excel refuse a table over another one?",
      needs: "1.1",
      emulated: { sees: "InvalidArgument" },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceUnder");
        return ground.refusal((sheet) => {
          sheet.tables.add("C2:D4", true);
        });
      },
    },
    {
      name: "table-column-fills",
      asks: "Does one formula written into a blank column of a table fill the column?",
      needs: "1.1",
      emulated: { sees: [["=ConformanceFill[[#This Row],[Number]]*2"], [""]] },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceFill");
        await ground.put("C2", [["=[@Number]*2"]]);
        return ground.look("C2:C3", "formulas");
      },
    },
    {
      name: "table-reference-kept",
      asks: "How is a reference to the same row of a table kept, within it and beside it?",
      needs: "1.1",
      emulated: {
        sees: {
          within: [
            ["=ConformanceSame[[#This Row],[Number]]*2"],
            ["=ConformanceSame[[#This Row],[Number]]*2"],
          ],
          beside: [["=ConformanceSame[[#This Row],[Number]]"]],
        },
      },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceSame");
        await ground.put("C2:C3", [["=[@Number]*2"], ["=ConformanceSame[[#This Row],[Number]]*2"]]);
        await ground.put("E2", [["=ConformanceSame[@Number]"]]);
        return {
          within: await ground.look("C2:C3", "formulas"),
          beside: await ground.look("E2", "formulas"),
        };
      },
    },
    {
      name: "resize-continues-formulas",
      asks: "Does a column of one formula go on in the rows that a table gains by resizing?",
      needs: "1.13",
      emulated: {
        sees: [
          ["=ConformanceGrow[[#This Row],[Number]]*2"],
          ["=ConformanceGrow[[#This Row],[Number]]*2"],
        ],
      },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceGrow");
        await ground.put("C2:C3", [["=[@Number]*2"], ["=[@Number]*2"]]);
        await ground.run((sheet) => sheet.tables.getItem("ConformanceGrow").resize("A1:C5"));
        return ground.look("C4:C5", "formulas");
      },
    },
    {
      name: "resize-continues-formats",
      asks: "And its number format, its fill and its rule for entries?",
      needs: "1.13",
      emulated: { sees: { format: "General", fill: "#FFFFFF", rule: "None" } },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceLooks");
        await ground.run((sheet) => {
          const column = sheet.getRange("B2:B3");
          column.numberFormat = [["0.00"], ["0.00"]];
          column.format.fill.color = "#FFFF00";
          column.dataValidation.rule = {
            wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" },
          };
        });
        await ground.run((sheet) => sheet.tables.getItem("ConformanceLooks").resize("A1:C4"));
        return ground.run(async (sheet, context) => {
          const cell = sheet.getRange("B4");
          cell.load("numberFormat,format/fill/color,dataValidation/type");
          await context.sync();
          return {
            format: cell.numberFormat[0]![0],
            fill: cell.format.fill.color,
            rule: cell.dataValidation.type,
          };
        });
      },
    },
    {
      name: "resize-while-filtered",
      asks: "Can a table be resized while a filter hides some of its rows?",
      needs: "1.13",
      emulated: { lacks: "filters" },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceFilter");
        await ground.run((sheet) => {
          const { columns } = sheet.tables.getItem("ConformanceFilter");
          columns.getItem("Name").filter.applyValuesFilter(["b"]);
        });
        const code = await ground.refusal((sheet) =>
          sheet.tables.getItem("ConformanceFilter").resize("A1:C5"),
        );
        return { code, values: await ground.look("A1:A3", "values") };
      },
    },
    {
      name: "resize-refused",
      asks: "With which code does Excel refuse to move a table's header row by resizing?",
      needs: "1.13",
      emulated: { sees: "InvalidArgument" },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceMove");
        return ground.refusal((sheet) => sheet.tables.getItem("ConformanceMove").resize("A2:C5"));
      },
    },
    {
      name: "table-row-added",
      asks: "Does a row that is added to a table push down what stands below, and take its formula?",
      needs: "1.1",
      emulated: {
        sees: [
          ["c", 3, "=ConformanceRows[[#This Row],[Number]]*2", ""],
          ["", "", "", "beside"],
          ["below", "", "", ""],
        ],
      },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceRows");
        await ground.put("C2:C3", [["=[@Number]*2"], ["=[@Number]*2"]]);
        await ground.put("A5:D5", [["below", "", "", "beside"]]);
        await ground.addRow("ConformanceRows", ["c", 3, null]);
        return ground.look("A4:D6", "formulas");
      },
    },
    {
      name: "table-column-thawed",
      asks: "Is a column one formula again after values were written over it and the formulas back?",
      needs: "1.13",
      emulated: {
        sees: [
          ["=ConformanceThaw[[#This Row],[Number]]*2"],
          ["=ConformanceThaw[[#This Row],[Number]]*2"],
          ["=ConformanceThaw[[#This Row],[Number]]*2"],
        ],
      },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceThaw");
        const formulas = [["=[@Number]*2"], ["=[@Number]*2"]];
        await ground.put("C2:C3", formulas);
        await ground.put("C2:C3", [[2], [4]]);
        await ground.put("C2:C3", formulas);
        await ground.addRow("ConformanceThaw", ["c", 3, null]);
        return ground.look("C2:C4", "formulas");
      },
    },
    {
      name: "table-deleted",
      asks: "Do the cells of a table keep their contents when the table is deleted, or converted?",
      needs: "1.2",
      emulated: { sees: { deleted: [[""], [""]], converted: [["Name"], ["a"]] } },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceGone");
        await ground.run((sheet) => sheet.tables.getItem("ConformanceGone").delete());
        const deleted = await ground.look("A1:A2", "values");
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceGone");
        await ground.run((sheet) => void sheet.tables.getItem("ConformanceGone").convertToRange());
        return { deleted, converted: await ground.look("A1:A2", "values") };
      },
    },
    {
      name: "table-last-row",
      asks: "What remains of a table whose only row is deleted?",
      needs: "1.1",
      emulated: { sees: { code: null, address: "A1:C2", rows: 1, body: ["", "", ""] } },
      run: async (ground) => {
        await ground.put("A1:C2", rows.slice(0, 2));
        await ground.table("A1:C2", "ConformanceLast");
        const code = await ground.refusal((sheet) =>
          sheet.tables.getItem("ConformanceLast").rows.getItemAt(0).delete(),
        );
        return ground.run(async (sheet, context) => {
          const table = sheet.tables.getItem("ConformanceLast");
          const range = table.getRange();
          range.load("address,values");
          table.rows.load("count");
          await context.sync();
          return {
            code,
            address: place(range.address),
            rows: table.rows.count,
            body: range.values[1] ?? null,
          };
        });
      },
    },
    {
      name: "table-of-a-cell",
      asks: "Which tables touch a cell in a table, one below it, and the whole sheet?",
      needs: "1.9",
      emulated: { sees: [["ConformanceFound"], [], ["ConformanceFound"]] },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceFound");
        return ground.run(async (sheet, context) => {
          const found = ["B2", "B4", "A1:Z99"].map((at) => sheet.getRange(at).getTables(false));
          found.forEach((list) => list.load("items/name"));
          await context.sync();
          return found.map(({ items }) => items.map(({ name }) => name));
        });
      },
    },
    {
      name: "table-missing",
      asks: "With which code does Excel answer for a table that is not there?",
      needs: "1.4",
      emulated: { sees: { code: "ItemNotFound", isNull: true } },
      run: (ground) =>
        ground.run(async (sheet, context) => {
          const none = sheet.tables.getItemOrNullObject("ConformanceNone");
          await context.sync();
          const code = await ground.refusal((again) =>
            again.tables.getItem("ConformanceNone").load("name"),
          );
          return { code, isNull: none.isNullObject };
        }),
    },
    {
      name: "table-totals",
      asks: "Does a total row push down what stands below, and what does it hold?",
      needs: "1.1",
      emulated: {
        sees: [
          ["Total", "", ""],
          ["below", "", ""],
        ],
      },
      run: async (ground) => {
        await ground.put("A1:C3", rows);
        await ground.table("A1:C3", "ConformanceTotals");
        await ground.put("A4", [["below"]]);
        await ground.run((sheet) => {
          sheet.tables.getItem("ConformanceTotals").showTotals = true;
        });
        return ground.look("A4:C5", "values");
      },
    },
  ],
};
