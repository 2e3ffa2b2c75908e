import { PackagePart, PackageParts } from "./package-parts";
import { ScannedSheet } from "./sheet-scan";
import { children, isOn, XmlElement } from "./xml-tree";

/** Parts that are read, and parts that every program writes anew. */
const known = [
  /^\[Content_Types\]\.xml$/i,
  /(^|\/)_rels\/[^/]*\.rels$/i,
  /^xl\/(workbook|sharedStrings|styles|metadata|calcChain)\.xml$/i,
  /^xl\/worksheets\/[^/]*\.xml$/i,
  /^xl\/tables\/[^/]*\.xml$/i,
  /^xl\/theme\/[^/]*\.xml$/i,
  /^xl\/webextensions\//i,
  /^docProps\/(app|core|thumbnail)\.[^/]*$/i,
];

/** What a part means to a person, by its folder. */
const meanings: readonly (readonly [path: RegExp, what: string])[] = [
  [/^xl\/charts?\//i, "charts"],
  [/^xl\/chartsheets\//i, "chart sheets"],
  [/^xl\/(drawings|media|diagrams|ink)\//i, "pictures, shapes and charts"],
  [/^xl\/(pivotTables|pivotCache)\//i, "PivotTables"],
  [/^xl\/(slicers|slicerCaches|timelines|timelineCaches)\//i, "slicers"],
  [/^xl\/(comments|threadedComments|persons)/i, "comments"],
  [/^xl\/externalLinks\//i, "links to other workbooks"],
  [/^xl\/(connections|queryTables|queries)/i, "connections to data"],
  [/^xl\/(vbaProject|vbaData|macrosheets|dialogsheets)/i, "macros"],
  [/^xl\/(activeX|ctrlProps|embeddings)\//i, "form controls and embedded objects"],
  [/^xl\/printerSettings\//i, "printer settings"],
  [/^xl\/(richData|rdrichvalue)/i, "data types and pictures in cells"],
  [/^customXml\//i, "custom XML parts"],
  [/^docProps\/custom\.xml$/i, "custom properties"],
  [/^_xmlsignatures\//i, "digital signatures"],
];

/** What stands in the file beside cells, tables, names and rules. */
export function partsNotKept({ paths }: PackageParts, kept: readonly PackagePart[]): string[] {
  const carried = new Set(kept.map(({ path }) => path.toLowerCase()));
  return paths
    .filter((path) => !known.some((each) => each.test(path)) && !carried.has(path.toLowerCase()))
    .map((path) => meanings.find(([each]) => each.test(path))?.[1] ?? `the part ${path}`);
}

/** Elements of a sheet that are read, or say nothing that could be lost. */
const read = new Set([
  ...["sheetPr", "dimension", "sheetFormatPr", "cols", "sheetProtection", "mergeCells"],
  ...["dataValidations", "pageMargins", "tableParts", "phoneticPr", "ignoredErrors"],
]);

const elements: Readonly<Record<string, string>> = {
  autoFilter: "a filter",
  sortState: "a sort order",
  conditionalFormatting: "conditional formats",
  hyperlinks: "links",
  printOptions: "print options",
  pageSetup: "page setup",
  headerFooter: "header and footer",
  rowBreaks: "page breaks",
  colBreaks: "page breaks",
  drawing: "pictures, shapes and charts",
  legacyDrawing: "comments or form controls",
  legacyDrawingHF: "pictures in header or footer",
  picture: "a background picture",
  oleObjects: "embedded objects",
  controls: "form controls",
  AlternateContent: "form controls or embedded objects",
  protectedRanges: "ranges that may be edited",
  scenarios: "scenarios",
  customSheetViews: "custom views",
  dataConsolidate: "consolidation",
  webPublishItems: "web publishing",
  customProperties: "custom properties",
  smartTags: "smart tags",
  cellWatches: "watches",
};

/** What a sheet has beside what is read. */
export function elementsNotKept({ others, rows }: ScannedSheet): string[] {
  const found = others.flatMap((element) => {
    if (read.has(element.name)) return detailsNotKept(element);
    if (element.name === "extLst") return extensions(element);
    if (element.name === "sheetViews") return panes(element);
    if (element.name === "pageSetup" && isStandardPage(element)) return [];
    return [elements[element.name] ?? `"${element.name}"`];
  });
  const rowAttributes = rows.map(({ attributes }) => attributes);
  if (rowAttributes.some(({ hidden }) => isOn(hidden))) found.push("hidden rows");
  if (rowAttributes.some(({ outlineLevel }) => Number(outlineLevel) > 0)) found.push("an outline");
  if (rowAttributes.some(({ customHeight }) => isOn(customHeight))) found.push("row heights");
  return found;
}

function detailsNotKept(element: XmlElement): string[] {
  const { name, attributes } = element;
  if (name === "sheetPr") {
    return element.children.some((each) => each.name === "tabColor")
      ? ["the color of its tab"]
      : [];
  }
  if (name === "sheetProtection") {
    const hasPassword = attributes.password ?? attributes.hashValue;
    return hasPassword ? ["the password of its protection"] : [];
  }
  if (name !== "cols") return [];
  const columns = children(element, "col").map((each) => each.attributes);
  return [
    ...(columns.some(({ hidden }) => isOn(hidden)) ? ["hidden columns"] : []),
    ...(columns.some(({ outlineLevel }) => Number(outlineLevel) > 0) ? ["an outline"] : []),
  ];
}

function extensions(element: XmlElement): string[] {
  const inside = element.children.flatMap((each) => each.children.map(({ name }) => name));
  return inside.flatMap((name) => {
    if (name === "dataValidations") return [];
    if (name === "conditionalFormattings") return ["conditional formats"];
    if (name === "sparklineGroups") return ["sparklines"];
    return name === "slicerList" ? ["slicers"] : [`the extension "${name}"`];
  });
}

const panes = (element: XmlElement) =>
  element.children.some((view) => view.children.some(({ name }) => name === "pane"))
    ? ["frozen panes"]
    : [];

/** Some programs write the page setup also when nobody has set it up. */
const isStandardPage = ({ attributes }: XmlElement) =>
  attributes.orientation !== "landscape" &&
  (attributes.scale ?? "100") === "100" &&
  !("paperSize" in attributes) &&
  (attributes.fitToHeight ?? "1") === "1";
