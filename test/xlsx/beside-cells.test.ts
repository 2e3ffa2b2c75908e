// What a file holds beside its cells: XML of add-ins and SharePoint, and the settings of add-ins.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { MemoryBook } from "../../workbench/books/memory-book";
import { addInId } from "../../workbench/host/add-in-id";
import { BookState } from "../../workbench/host/book-state";
import { contentOfBook } from "../../workbench/xlsx/content-of-book";
import { fillBook } from "../../workbench/xlsx/fill-book";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../workbench/xlsx/write-xlsx";
import { aPackage, main, partOf, rels } from "./a-package";

const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const extensions = "http://schemas.microsoft.com/office/webextensions";
const ofExtensions = "http://schemas.microsoft.com/office/2011/relationships";

/** As SharePoint leaves it: UTF-16, with a mark, a declaration and spaces of its own. */
const sharePoint = Buffer.from(
  '\ufeff<?xml version="1.0" encoding="utf-16"?>\r\n<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties" ><a  b = \'1\'/></p:properties>\r\n',
  "utf16le",
);
const properties = (id: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${office}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="x"/></ds:schemaRefs></ds:datastoreItem>`;
const [one, two] = [
  "{5A6B9B2E-0000-4000-8000-000000000001}",
  "{5A6B9B2E-0000-4000-8000-000000000002}",
];
const extension = (id: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<w:webextension xmlns:w="${extensions}/webextension/2010/11" id="{1}"><w:reference id="${id}" version="1.0.0.0" store="en-US" storeType="OMEX"/><w:alternateReferences/>${inside}<w:bindings/></w:webextension>`;

const theirs = extension(
  "WA104380646",
  '<w:properties><w:property name="a" value="1"/></w:properties>',
);
const ours = extension(
  `{${addInId.toUpperCase()}}`,
  '<w:properties>\n<w:property name="CALS.a" value="&quot;&lt;x&gt;\\n&quot;"/></w:properties>',
);

const parts: Readonly<Record<string, string | Uint8Array>> = {
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/><Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/><Override PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/><Override PartName="/xl/webextensions/webextension2.xml" ContentType="application/vnd.ms-office.webextension+xml"/></Types>`,
  "_rels/.rels": rels(
    ["rId1", "officeDocument", "xl/workbook.xml"],
    ["rId2", `${ofExtensions}/webextensiontaskpanes`, "xl/webextensions/taskpanes.xml"],
  ),
  "xl/_rels/workbook.xml.rels": rels(
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "customXml", "../customXml/item1.xml"],
    ["rId3", "customXml", "../customXml/item2.xml"],
    ["rId4", "customXml", "../customXml/item3.xml"],
  ),
  "customXml/item1.xml": sharePoint,
  "customXml/_rels/item1.xml.rels": rels(["rId1", "customXmlProps", "itemProps1.xml"]),
  "customXml/itemProps1.xml": properties(one),
  "customXml/item2.xml": '<mine xmlns="urn:mine">1</mine>',
  "customXml/_rels/item2.xml.rels": rels(["rId1", "customXmlProps", "itemProps2.xml"]),
  "customXml/itemProps2.xml": properties(two),
  "customXml/item3.xml": "no XML at all",
  "xl/webextensions/taskpanes.xml": `<wetp:taskpanes xmlns:wetp="${extensions}/taskpanes/2010/11"><!-- two --></wetp:taskpanes>`,
  "xl/webextensions/_rels/taskpanes.xml.rels": rels(
    ["rId1", `${ofExtensions}/webextension`, "webextension1.xml"],
    ["rId2", `${ofExtensions}/webextension`, "webextension2.xml"],
  ),
  "xl/webextensions/webextension1.xml": theirs,
  "xl/webextensions/webextension2.xml": ours,
};

async function opened(others = parts) {
  const file = await aPackage("<sheetData/>", others);
  const { content, notKept } = await readXlsx(file);
  const state = new BookState(new MemoryBook());
  expect(fillBook(state, content)).toEqual([]);
  const saved = () => writeXlsx(contentOfBook(state, content));
  return { content, notKept, state, saved };
}

const bytesOf = async (file: Uint8Array, path: string) =>
  Buffer.from(await (await JSZip.loadAsync(file)).file(path)!.async("uint8array"));

const carried = Object.keys(parts).filter((path) => /^customXml|webext/.test(path));

test("opened and saved, what nobody changed is there to the byte, and known by its id", async () => {
  const { content, notKept, state, saved } = await opened();
  expect(notKept).toEqual([]);
  expect([...state.customXmlParts.keys()]).toEqual([one, two]);
  expect(state.customXmlParts.get(one)).toContain("metadata/properties");
  expect([...state.settings]).toEqual([["CALS.a", "<x>\n"]]);
  const file = await saved();
  for (const path of carried) {
    expect([path, await bytesOf(file, path)]).toEqual([path, Buffer.from(parts[path]!)]);
  }
  const again = await readXlsx(file);
  const withoutNewIds = (all: typeof content.customXml) => all.filter(({ xml }) => xml);
  expect(withoutNewIds(again.content.customXml)).toEqual(withoutNewIds(content.customXml));
  expect(again.content.webExtensions).toEqual(content.webExtensions);
});

test("a part that was changed is written anew, one that was deleted is gone, a new one is added", async () => {
  const { state, saved } = await opened();
  state.customXmlParts.set(one, '<?xml version="1.0" encoding="utf-16"?><b/>');
  state.customXmlParts.delete(two);
  state.customXmlParts.set("{N}", '<n xmlns="urn:n">ü</n>');
  const file = await saved();
  expect(await partOf(file, "customXml/item1.xml")).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><b/>',
  );
  expect(await partOf(file, "customXml/itemProps1.xml")).toBe(properties(one));
  expect(await partOf(file, "customXml/item2.xml")).toBe('<n xmlns="urn:n">ü</n>');
  expect(await partOf(file, "customXml/itemProps2.xml")).toContain('ds:itemID="{N}"');
  expect(await partOf(file, "[Content_Types].xml")).toContain(
    '<Override PartName="/customXml/itemProps2.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
  );
  const { content } = await readXlsx(file);
  const found = content.customXml.filter(({ xml }) => xml).map(({ id }) => id);
  expect(found).toEqual([one, "{N}"]);
});

test("settings are changed in the add-in's own part, and in no other", async () => {
  const { state, saved } = await opened();
  state.settings.clear();
  state.settings.set("CALS.b", { list: ['"', "é", "\n"] });
  const file = await saved();
  expect(await partOf(file, "xl/webextensions/webextension1.xml")).toBe(theirs);
  expect(await partOf(file, "xl/webextensions/webextension2.xml")).toBe(
    extension(
      `{${addInId.toUpperCase()}}`,
      '<w:properties><w:property name="CALS.b" value="{&#34;list&#34;:[&#34;\\&#34;&#34;,&#34;é&#34;,&#34;\\n&#34;]}"/></w:properties>',
    ),
  );
});

test.each([
  ["that knows no add-in", {}],
  [
    "of another add-in",
    { ...parts, "xl/webextensions/webextension2.xml": extension("WA1", "<w:properties/>") },
  ],
])("in a workbook %s, settings make a part of their own", async (_, others) => {
  const { state, saved } = await opened(others);
  expect(state.settings.size).toBe(0);
  state.settings.set("Office.AutoShowTaskpaneWithDocument", true);
  state.settings.set("CALS.a", "<a & 'b'>\r\n\t");
  const { content, notKept } = await readXlsx(await saved());
  expect(notKept).toEqual([]);
  const again = new BookState(new MemoryBook());
  fillBook(again, content);
  expect([...again.settings]).toEqual([...state.settings]);
  const before = (others as typeof parts)["xl/webextensions/webextension1.xml"];
  const texts = content.webExtensions.map(({ bytes }) => Buffer.from(bytes).toString());
  if (before) expect(texts).toContain(before);
});

test("the add-in is known by the id in its manifest", () => {
  const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");
  expect(manifest).toContain(`<Id>${addInId}</Id>`);
});

test("a damaged id or a part that is missing harms nothing else", async () => {
  const { notKept, state } = await opened({
    ...parts,
    "customXml/itemProps1.xml": "<damaged",
    "xl/_rels/workbook.xml.rels": rels(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "customXml", "../customXml/item1.xml"],
      ["rId3", "customXml", "../customXml/nowhere.xml"],
    ),
    "xl/webextensions/webextension2.xml": `<damaged xmlns="${main}"`,
  });
  expect(state.customXmlParts.size).toBe(1);
  expect(notKept).toEqual(["custom XML parts"]);
});
