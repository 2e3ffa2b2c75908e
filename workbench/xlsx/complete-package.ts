import type JSZip from "jszip";
import { formatAddress } from "../host/address";
import { customXmlType } from "./custom-xml";
import { metadataPart } from "./dynamic-marks";
import { PackagePart } from "./package-parts";
import { taskPanesType } from "./web-extensions";
import { namesElement } from "./write-names";
import { tablePart } from "./write-tables";
import { validationsElement } from "./write-validations";
import type { XlsxContent, XlsxSheet } from "./xlsx-content";

const ofOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const ofSheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Adds to a file of exceljs what that cannot write. */
export async function completePackage(zip: JSZip, content: XlsxContent): Promise<void> {
  const add = new Additions(zip);
  let tables = 0;
  for (const [index, sheet] of content.sheets.entries()) {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const ids = sheet.tables.map((table) => {
      const part = `xl/tables/table${++tables}.xml`;
      zip.file(part, tablePart(table, tables));
      add.override(part, `${ofSheets}.table+xml`);
      // exceljs, and so whoever reads with it, does not find a table by its path from the root
      return add.relationship(path, `${ofOffice}/table`, `../tables/table${tables}.xml`);
    });
    await add.change(path, (xml) => completeSheet(xml, sheet, ids));
  }
  if (content.sheets.some(({ cells }) => cells.some(({ array }) => array?.isDynamic))) {
    zip.file("xl/metadata.xml", metadataPart);
    add.override("xl/metadata.xml", `${ofSheets}.sheetMetadata+xml`);
    add.relationship("xl/workbook.xml", `${ofOffice}/sheetMetadata`, "metadata.xml");
  }
  await add.change("xl/workbook.xml", (xml) =>
    xml.replace("</sheets>", () => `</sheets>${namesElement(content)}`),
  );
  for (const part of content.webExtensions) add.part(part);
  const [panes] = content.webExtensions;
  if (panes) add.relationship("", taskPanesType, panes.path);
  for (const { parts } of content.customXml) {
    parts.forEach((part) => add.part(part));
    add.relationship("xl/workbook.xml", customXmlType, `../${parts[0]!.path}`);
  }
  await add.finish();
}

/** A sheet's elements have a fixed order: these stand after its rows, before its margins, and last. */
function completeSheet(xml: string, sheet: XlsxSheet, tableIds: readonly string[]): string {
  const protection = sheet.isProtected
    ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>'
    : "";
  const tables = tableIds.map((id) => `<tablePart r:id="${id}"/>`).join("");
  const tableParts = tables && `<tableParts count="${tableIds.length}">${tables}</tableParts>`;
  return withMarks(xml, sheet)
    .replace(/<\/sheetData>|<sheetData\/>/, (rows) => rows + protection)
    .replace("<pageMargins", () => `${validationsElement(sheet)}<pageMargins`)
    .replace("</worksheet>", () => `${tableParts}</worksheet>`);
}

/** `cm` on the cells of dynamic arrays. */
function withMarks(xml: string, { cells }: XlsxSheet): string {
  const marked = new Set(
    cells
      .filter(({ array }) => array?.isDynamic)
      .map(({ row, column }) => formatAddress({ row, column, rows: 1, columns: 1 })),
  );
  if (marked.size === 0) return xml;
  return xml.replace(/<c r="([A-Z]+\d+)"/g, (tag, address: string) =>
    marked.has(address) ? `${tag} cm="1"` : tag,
  );
}

class Additions {
  private readonly types: string[] = [];
  private readonly relationships = new Map<string, string[]>();

  constructor(private readonly zip: JSZip) {}

  override(path: string, type: string): void {
    this.types.push(`<Override PartName="/${path}" ContentType="${type}"/>`);
  }

  /** The id of a new relationship; exceljs counts its own from rId1. */
  relationship(from: string, type: string, target: string): string {
    const added = this.relationships.get(from) ?? [];
    const id = `rIdAdded${added.length + 1}`;
    added.push(`<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
    this.relationships.set(from, added);
    return id;
  }

  part({ path, contentType, bytes }: PackagePart): void {
    this.zip.file(path, bytes);
    if (contentType) this.override(path, contentType);
  }

  async change(path: string, change: (xml: string) => string): Promise<void> {
    this.zip.file(path, change(await this.zip.file(path)!.async("string")));
  }

  async finish(): Promise<void> {
    await this.change("[Content_Types].xml", (xml) =>
      xml.replace("</Types>", () => `${this.types.join("")}</Types>`),
    );
    for (const [from, added] of this.relationships) {
      const [, folder = "", name = from] = /^(.*\/)?([^/]*)$/.exec(from) ?? [];
      const path = `${folder}_rels/${name}.rels`;
      if (!this.zip.file(path)) this.zip.file(path, noRelationships);
      await this.change(path, (xml) =>
        xml.replace("</Relationships>", () => `${added.join("")}</Relationships>`),
      );
    }
  }
}

const noRelationships =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
