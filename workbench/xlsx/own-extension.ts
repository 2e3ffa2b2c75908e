import { addInId } from "../host/add-in-id";
import { PackagePart } from "./package-parts";
import { child, children, readTree } from "./xml-tree";

/*
 * The settings of the add-in stand in the part that says that a workbook uses it: its properties, each
 * value as JSON. The parts of other add-ins are never touched.
 */

const ofExtensions = "http://schemas.microsoft.com/office/webextensions";
const ofOffice = "http://schemas.microsoft.com/office/2011/relationships";
const ofRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const extensionContent = "application/vnd.ms-office.webextension+xml";

/** What the add-in keeps in the workbook that these parts come from. */
export function settingsIn(parts: readonly PackagePart[]): Map<string, unknown> {
  const own = parts.find(isOwn);
  const properties = own && child(readTree(textOf(own)), "properties");
  return new Map(
    children(properties, "property").map(({ attributes: { name = "", value = "" } }) => [
      name,
      valueOf(value),
    ]),
  );
}

/** The parts with these settings in the place of those that they held. */
export function withSettings(
  parts: readonly PackagePart[],
  settings: ReadonlyMap<string, unknown>,
): PackagePart[] {
  const before = settingsIn(parts);
  if (JSON.stringify([...before]) === JSON.stringify([...settings])) return [...parts];
  const all = parts.some(isOwn) ? parts : withOwn(parts);
  return all.map((part) =>
    isOwn(part) ? withText(part, changedProperties(textOf(part), settings)) : part,
  );
}

function isOwn(part: PackagePart): boolean {
  if (part.contentType !== extensionContent) return false;
  try {
    const id = child(readTree(textOf(part)), "reference")?.attributes.id ?? "";
    return id.replace(/[{}]/g, "").toLowerCase() === addInId;
  } catch {
    return false; // somebody else's
  }
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** They stand after the references to the add-in, and before all else. */
function changedProperties(xml: string, settings: ReadonlyMap<string, unknown>): string {
  const prefix = /<(\w+:)?webextension[\s>]/.exec(xml)?.[1] ?? "";
  const each = [...settings].map(
    ([name, value]) =>
      `<${prefix}property name="${attributeText(name)}" value="${attributeText(JSON.stringify(value))}"/>`,
  );
  const properties = `<${prefix}properties>${each.join("")}</${prefix}properties>`;
  const old = new RegExp(
    `<${prefix}properties\\s*(?:/>|>.*?</${prefix}properties\\s*>)|(?=<${prefix}(?:bindings|snapshot|extLst)\\b|</${prefix}webextension\\b)`,
    "s",
  );
  return xml.replace(old, () => properties);
}

/** For a workbook that did not know the add-in, or had no add-in at all. */
function withOwn(parts: readonly PackagePart[]): PackagePart[] {
  const [panes, relationships, ...others] = parts.length > 0 ? parts : noPanes;
  const isTaken = (path: string) => parts.some((part) => part.path.toLowerCase() === path);
  let number = 1;
  while (isTaken(`xl/webextensions/webextension${number}.xml`)) number++;
  const id = `rIdAdded${number}`;
  const path = `/xl/webextensions/webextension${number}.xml`;
  const pane = `<pane:taskpane xmlns:pane="${ofExtensions}/taskpanes/2010/11" dockstate="right" visibility="0" width="350" row="0"><pane:webextensionref xmlns:r="${ofRelationships}" r:id="${id}"/></pane:taskpane>`;
  const relationship = `<Relationship Id="${id}" Type="${ofOffice}/webextension" Target="${path}"/>`;
  const own = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<we:webextension xmlns:we="${ofExtensions}/webextension/2010/11" id="{${addInId}}"><we:reference id="${addInId}" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties/><we:bindings/><we:snapshot xmlns:r="${ofRelationships}"/></we:webextension>`;
  return [
    beforeEnd(panes!, "taskpanes", pane),
    beforeEnd(relationships!, "Relationships", relationship),
    ...others,
    { path: path.slice(1), contentType: extensionContent, bytes: bytesOf(own) },
  ];
}

const beforeEnd = (part: PackagePart, name: string, added: string) =>
  withText(
    part,
    textOf(part).replace(new RegExp(`</(?:\\w+:)?${name}\\s*>\\s*$`), (end) => added + end),
  );

const textOf = ({ bytes }: PackagePart) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const withText = (part: PackagePart, text: string) => ({ ...part, bytes: bytesOf(text) });

const attributeText = (text: string) =>
  text.replace(/[&<>"\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);

const noPanes: readonly PackagePart[] = [
  {
    path: "xl/webextensions/taskpanes.xml",
    contentType: "application/vnd.ms-office.webextensiontaskpanes+xml",
    bytes: bytesOf(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<wetp:taskpanes xmlns:wetp="${ofExtensions}/taskpanes/2010/11"></wetp:taskpanes>`,
    ),
  },
  {
    path: "xl/webextensions/_rels/taskpanes.xml.rels",
    contentType: undefined,
    bytes: bytesOf(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    ),
  },
];
