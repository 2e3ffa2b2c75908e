import { UniverBook } from "../../workbench/books/univer-book";
import { startUniver } from "../../workbench/books/univer-headless";
import { openNodeHost } from "../../workbench/host/node-host";

it("A name can be defined in a calculated workbook with a table", async () => {
  const host = await openNodeHost({ book: new UniverBook(startUniver()) });
  const sum = await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").values = [["Users"], [40], [2]];
    sheet.tables.add("A1:A3", true).name = "Groups";
    context.workbook.names.add("Users", sheet.getRange("A2:A3"));
    const cell = sheet.getRange("C1");
    cell.formulas = [["=SUM(Users)"]];
    cell.load("values");
    await context.sync();
    return cell.values;
  });
  expect(sum).toEqual([[42]]);
  expect(host.unimplemented).toEqual([]);
  host.close();
});
