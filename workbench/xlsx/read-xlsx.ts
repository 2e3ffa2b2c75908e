import { parseAddress } from "../host/address";
import { Visibility } from "../host/book";
import { BadFile, damaged } from "./bad-file";
import { readCustomXml } from "./custom-xml";
import { dynamicMarks } from "./dynamic-marks";
import { unescaped } from "./escaped-text";
import { elementsNotKept, partsNotKept } from "./not-kept";
import { PackageParts, Relationship } from "./package-parts";
import { CellSources, readCells } from "./read-cells";
import { readNames } from "./read-names";
import { readStyles } from "./read-styles";
import { readTable } from "./read-tables";
import { readValidations } from "./read-validations";
import { readWebExtensions } from "./web-extensions";
import { ScannedSheet, scanSheet } from "./sheet-scan";
import { child, children, isOn, readTree, XmlElement } from "./xml-tree";
import type { XlsxContent, XlsxSheet } from "./xlsx-content";

/** A workbook as it was read, and the package that it came from. */
export interface OpenedXlsx {
  content: XlsxContent;
  /** What the stand-in cannot hold, and a file that it saves will lack, as "charts on Sheet2". */
  notKept: string[];
  /** Where the cells of each sheet stand, for whoever changes only values. */
  origin: { parts: PackageParts; texts: readonly string[]; sheets: SheetOrigin[] };
}

export interface SheetOrigin {
  name: string;
  path: string;
  xml: string;
  scan: ScannedSheet;
}

const visibilities: Readonly<Record<string, Visibility>> = {
  hidden: "Hidden",
  veryHidden: "VeryHidden",
};

/**
 * Reads an xlsx file. What cannot be read ends in a BadFile that says why. exceljs, which writes our
 * files, does not read them: it rounds days to milliseconds, slides references inside quotes, and
 * loses names that are no ranges, the formulas of table columns and the marks of dynamic arrays.
 */
export async function readXlsx(file: Uint8Array): Promise<OpenedXlsx> {
  const parts = await PackageParts.open(file);
  const path = (await parts.relationships("")).find((each) =>
    isOfType(each, "officeDocument"),
  )?.target;
  if (!path || !parts.has(path)) throw notAWorkbook(parts);
  if (/\.bin$/i.test(path)) throw new BadFile("is a binary workbook (xlsb); save it as xlsx");
  const workbook = readTree(await parts.text(path));
  if (workbook.name !== "workbook") throw new BadFile("is not an xlsx workbook");
  if (isOn(child(workbook, "workbookPr")?.attributes.date1904)) {
    throw new BadFile("counts days from 1904, which nothing here calculates with");
  }
  const relationships = await parts.relationships(path);
  const customXml = await readCustomXml(parts, relationships);
  const notKept = new Set(
    partsNotKept(
      parts,
      customXml.flatMap((one) => one.parts),
    ),
  );
  const sources = await readSources(parts, relationships);
  const sheets: XlsxSheet[] = [];
  const origins: SheetOrigin[] = [];
  for (const { attributes } of children(child(workbook, "sheets"), "sheet")) {
    const part = relationships.find(({ id }) => id === attributes.id);
    if (!part) throw damaged(`the sheet ${attributes.name} is missing`);
    const name = unescaped(attributes.name ?? "");
    if (!isOfType(part, "worksheet")) {
      notKept.add(`the sheet ${name}, which has no cells`);
      continue;
    }
    const xml = await parts.text(part.target);
    const origin = { name, path: part.target, xml, scan: scanSheet(xml) };
    const onNotKept = (what: string) => notKept.add(`${what} on ${name}`);
    origins.push(origin);
    const visibility = visibilities[attributes.state ?? ""] ?? "Visible";
    sheets.push({
      ...(await readSheet(parts, origin, { ...sources, onNotKept })),
      name,
      visibility,
    });
  }
  if (sheets.length === 0) throw damaged("it has no sheets");
  const names = readNames(
    workbook,
    children(child(workbook, "sheets"), "sheet").map(({ attributes }) =>
      unescaped(attributes.name ?? ""),
    ),
    (what) => notKept.add(what),
  );
  return {
    content: { sheets, names, webExtensions: await readWebExtensions(parts), customXml },
    notKept: [...notKept],
    origin: { parts, texts: sources.texts, sheets: origins },
  };
}

/** The last part of a type; the strict form of the format has other addresses before it. */
const isOfType = ({ type }: Relationship, name: string) => type.endsWith(`/${name}`);

async function readSources(parts: PackageParts, relationships: readonly Relationship[]) {
  const tree = async (type: string) => {
    const found = relationships.find((each) => isOfType(each, type))?.target;
    return found && parts.has(found) ? readTree(await parts.text(found)) : undefined;
  };
  return {
    texts: children(await tree("sharedStrings"), "si").map(sharedText),
    styles: readStyles(await tree("styles")),
    dynamic: dynamicMarks(await tree("sheetMetadata")),
  };
}

/** A text, or the runs of one that is formatted in parts; readings of Asian words stand beside. */
const sharedText = (item: XmlElement) =>
  unescaped(
    item.children
      .map((each) =>
        each.name === "r" ? (child(each, "t")?.text ?? "") : each.name === "t" ? each.text : "",
      )
      .join(""),
  );

async function readSheet(
  parts: PackageParts,
  { path, scan }: SheetOrigin,
  sources: CellSources,
): Promise<Omit<XlsxSheet, "name" | "visibility">> {
  elementsNotKept(scan).forEach(sources.onNotKept);
  const element = (name: string) => scan.others.find((each) => each.name === name);
  const tables = (await parts.relationships(path)).filter((each) => isOfType(each, "table"));
  return {
    cells: readCells(scan, sources),
    widths: readWidths(element("cols")),
    merges: children(element("mergeCells"), "mergeCell").flatMap(({ attributes }) => {
      const rect = parseAddress(attributes.ref ?? "");
      return rect
        ? { row: rect.row, column: rect.column, rows: rect.rows, columns: rect.columns }
        : [];
    }),
    validations: readValidations(scan.others),
    tables: await Promise.all(
      tables.map(async ({ target }) => readTable(readTree(await parts.text(target)))),
    ),
    isProtected: isOn(element("sheetProtection")?.attributes.sheet),
  };
}

/** Excel counts widths in digits of its standard font, 7 pixels each, and 96 pixels are 72 points. */
export const pointsPerDigit = 5.25;

/** Whoever sets the width of all columns means those that are used; these are told by their format. */
const mostColumns = 500;

function readWidths(cols: XmlElement | undefined): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { attributes } of children(cols, "col")) {
    const [first, last, width] = [attributes.min, attributes.max, attributes.width].map(Number);
    if (!first || !last || !width || first < 1) continue;
    for (let column = first; column <= Math.min(last, mostColumns); column++) {
      widths.set(column - 1, Math.round(width * pointsPerDigit * 100) / 100);
    }
  }
  return widths;
}

function notAWorkbook({ paths }: PackageParts): BadFile {
  const isOpenDocument = paths.includes("mimetype") && paths.includes("content.xml");
  return new BadFile(
    isOpenDocument
      ? "is an OpenDocument file (ods); save it as xlsx"
      : "is a zip file, but no xlsx workbook",
  );
}
