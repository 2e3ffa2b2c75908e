import JSZip from "jszip";

const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export const rels = (...each: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="${relationships}">${each
    .map(([id, type, target]) => {
      const whole = type.startsWith("http") ? type : `${office}/${type}`;
      return `<Relationship Id="${id}" Type="${whole}" Target="${target}"/>`;
    })
    .join("")}</Relationships>`;

/** A workbook as other programs write it: one sheet of the given XML, and what else is given. */
export async function aPackage(
  sheet: string,
  others: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array> {
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": rels(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": rels(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
      ["rId3", "styles", "styles.xml"],
      ["rId4", "sheetMetadata", "metadata.xml"],
    ),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}" xmlns:r="${office}">${sheet}</worksheet>`,
    ...others,
  };
  const zip = new JSZip();
  Object.entries(parts).forEach(([path, text]) => zip.file(path, text));
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

export async function partOf(file: Uint8Array, path: string): Promise<string> {
  return (await JSZip.loadAsync(file)).file(path)!.async("string");
}
