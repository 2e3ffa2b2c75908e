import type { Family } from "../scenario";

export const looks: Family = {
  about: "Looks of cells",
  scenarios: [
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
  ],
};
