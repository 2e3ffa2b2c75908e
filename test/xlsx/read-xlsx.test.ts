import JSZip from "jszip";
import { writeXlsx } from "../../workbench/xlsx/write-xlsx";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import { aPackage, main, rels } from "./a-package";
import { aQuote, cellsOf, emptySheet, workbookOf } from "./a-workbook";

const read = async (sheet: string, others?: Record<string, string>) =>
  readXlsx(await aPackage(sheet, others));
const cellsIn = async (sheet: string, others?: Record<string, string>) =>
  (await read(sheet, others)).content.sheets[0]!.cells;

test("values of every kind, in cells with and without an address", async () => {
  const strings = `<sst xmlns="${main}"><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si></sst>`;
  const cells = await cellsIn(
    '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>in_x000D_line</t></is></c></row><row r="3"><c r="B3" t="b"><v>1</v></c><c><v>1.5E3</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2012-10-10</v></c><c t="str"><f>A1&amp;"x"</f><v></v></c></row></sheetData>',
    { "xl/sharedStrings.xml": strings },
  );
  expect(cells).toEqual([
    ...cellsOf([["plain", "rich text", "in\rline"]]),
    ...cellsOf([[true, 1500, { error: "#N/A" }, 41192]], { row: 2, column: 1 }),
    { row: 2, column: 5, value: "", formula: '=A1&"x"' },
  ]);
});

test("a formula that was filled down moves its references, not its texts", async () => {
  const cells = await cellsIn(
    '<sheetData><row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">_xldudf_CALS_REQUIRED("2012 R2 Standard",A1)</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row></sheetData>',
  );
  expect(cells.map(({ formula }) => formula)).toEqual([
    '=CALS.REQUIRED("2012 R2 Standard",A1)',
    '=CALS.REQUIRED("2012 R2 Standard",A2)',
  ]);
});

test("rules and lists, also those that newer versions keep in an extension", async () => {
  const { content, notKept } = await read(
    '<sheetData/><dataValidations><dataValidation type="whole" operator="greaterThan" allowBlank="1" sqref="A1:A9 C1"><formula1>3</formula1></dataValidation><dataValidation type="list" sqref="B1"><formula1>"User,Device"</formula1></dataValidation></dataValidations><extLst><ext><x14:dataValidations xmlns:x14="x" xmlns:xm="y"><x14:dataValidation type="list"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
  );
  const rules = content.sheets[0]!.validations.map(({ rect, validation }) => [
    rect.column,
    validation.rule,
  ]);
  const whole = { wholeNumber: { formula1: 3, operator: "GreaterThan" } };
  expect(rules).toEqual([
    [0, whole],
    [2, whole],
    [1, { list: { inCellDropDown: true, source: "User,Device" } }],
    [3, { list: { inCellDropDown: true, source: "=Lists!$A$1:$A$3" } }],
  ]);
  expect(notKept).toEqual([]);
});

test("what cannot be held is told, with the sheet it is on", async () => {
  const { notKept } = await read(
    '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><sheetViews><sheetView><pane ySplit="1"/></sheetView></sheetViews><cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><f t="array" ref="A1">SUM(A2)</f><v>1</v></c></row></sheetData><sheetProtection sheet="1" hashValue="x"/><conditionalFormatting/><hyperlinks/><drawing/><extLst><ext><x14:sparklineGroups xmlns:x14="x"/></ext></extLst>',
    {
      "xl/charts/chart1.xml": "<c/>",
      "xl/pivotTables/pivotTable1.xml": "<p/>",
      "xl/vbaProject.bin": "",
      "customXml/item1.xml": "<i/>",
      "xl/novelty.xml": "<n/>",
    },
  );
  expect(notKept.sort()).toEqual(
    [
      "PivotTables",
      "charts",
      "custom XML parts",
      "macros",
      "the part xl/novelty.xml",
      "a filter on Data".replace(
        "a filter",
        "array formulas entered with Ctrl+Shift+Enter, which spill here",
      ),
      "conditional formats on Data",
      "frozen panes on Data",
      "hidden columns on Data",
      "hidden rows on Data",
      "links on Data",
      "pictures, shapes and charts on Data",
      "sparklines on Data",
      "the color of its tab on Data",
      "the password of its protection on Data",
    ].sort(),
  );
});

test("the parts that say which add-ins open with it are kept to the byte", async () => {
  const panes = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";
  const extension = "http://schemas.microsoft.com/office/2011/relationships/webextension";
  const property =
    '<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{0}"><we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties></we:webextension>';
  const file = await aPackage("<sheetData/>", {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/><Override PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/></Types>',
    "_rels/.rels": rels(
      ["rId1", "officeDocument", "xl/workbook.xml"],
      ["rId2", panes, "/xl/webextensions/taskpanes.xml"],
    ),
    "xl/webextensions/taskpanes.xml":
      "<wetp:taskpanes xmlns:wetp='x'><!-- as it is --></wetp:taskpanes>",
    "xl/webextensions/_rels/taskpanes.xml.rels": rels(["rId1", extension, "webextension1.xml"]),
    "xl/webextensions/webextension1.xml": property,
  });
  const { content, notKept } = await readXlsx(file);
  expect(notKept).toEqual([]);
  expect(content.webExtensions.map(({ path, contentType }) => [path, contentType])).toEqual([
    ["xl/webextensions/taskpanes.xml", "application/vnd.ms-office.webextensiontaskpanes+xml"],
    ["xl/webextensions/_rels/taskpanes.xml.rels", undefined],
    ["xl/webextensions/webextension1.xml", "application/vnd.ms-office.webextension+xml"],
  ]);
  const again = await readXlsx(await writeXlsx(content));
  expect(again.content).toEqual(content);
});

const zipOf = async (parts: Record<string, string | Uint8Array>) => {
  const zip = new JSZip();
  Object.entries(parts).forEach(([path, text]) => zip.file(path, text));
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
};

test.each<[what: string, file: () => Promise<Uint8Array> | Uint8Array, message: RegExp]>([
  ["nothing", () => new Uint8Array(), /^is empty$/],
  ["a text", () => Buffer.from("Edition,Users\n"), /^is not an xlsx workbook$/],
  ["an old workbook", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /Excel 97-2003/],
  [
    "a locked workbook",
    () =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
    /^is encrypted; open it in Excel/,
  ],
  [
    "half a zip",
    async () => (await aPackage("<sheetData/>")).slice(0, 500),
    /^is damaged: the zip/,
  ],
  ["another zip", () => zipOf({ "a.txt": "a" }), /^is a zip file, but no xlsx workbook$/],
  [
    "an OpenDocument file",
    () => zipOf({ mimetype: "application/x", "content.xml": "<a/>" }),
    /^is an OpenDocument file \(ods\)/,
  ],
  ["XML that does not end", () => aPackage("<sheetData>"), /^is damaged: /],
  [
    "a cell beyond the sheet",
    () => aPackage('<sheetData><row r="1"><c r="XFE1"/></row></sheetData>'),
    /named XFE1/,
  ],
  [
    "a row that is none",
    () => aPackage('<sheetData><row r="9999999"/></sheetData>'),
    /a row is numbered 9999999/,
  ],
  [
    "a text that is missing",
    () => aPackage('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'),
    /text 7/,
  ],
  [
    "no number",
    () => aPackage('<sheetData><row><c r="A1"><v>x</v></c></row></sheetData>'),
    /cell A1 holds "x"/,
  ],
  [
    "days from 1904",
    () =>
      aPackage("<sheetData/>", {
        "xl/workbook.xml": `<workbook xmlns="${main}"><workbookPr date1904="1"/></workbook>`,
      }),
    /1904/,
  ],
])("a file that cannot be read says so: %s", async (_, file, message) => {
  await expect(Promise.resolve(file()).then(readXlsx)).rejects.toThrow(message);
});

test("a small file that unpacks to gigabytes is not unpacked", async () => {
  const blank = new Uint8Array(300 * 1024 * 1024).fill(32);
  const zip = await JSZip.loadAsync(await aPackage("<sheetData/>"));
  zip.file("xl/worksheets/sheet1.xml", blank);
  const file = await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
  expect(file.length).toBeLessThan(1_000_000);
  await expect(readXlsx(file)).rejects.toThrow(/^unpacks to more than 256 MB/);
});

test("the quote has nothing that would be lost", async () => {
  const sheet = { ...emptySheet("A"), merges: [{ row: 0, column: 0, rows: 2, columns: 2 }] };
  const content = { ...aQuote(), sheets: [...aQuote().sheets, sheet] };
  expect((await readXlsx(await writeXlsx(content))).notKept).toEqual([]);
  expect((await readXlsx(await writeXlsx(workbookOf(sheet)))).content.sheets[0]!.merges).toEqual(
    sheet.merges,
  );
});
