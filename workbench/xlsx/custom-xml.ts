import { namespaceOf } from "../host/objects/custom-xml-parts";
import { PackagePart, PackageParts, Relationship } from "./package-parts";
import { readTree } from "./xml-tree";

/*
 * XML that add-ins and SharePoint keep in a workbook. What nobody changed is written back to the byte,
 * with its properties; in them stands the id by which it is known.
 */

const ofOffice = "http://schemas.openxmlformats.org/officeDocument/2006";
export const customXmlType = `${ofOffice}/relationships/customXml`;
const propertiesType = `${ofOffice}/relationships/customXmlProps`;
const propertiesContent = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

export interface CustomXml {
  id: string;
  /** Undefined where it is no XML that an add-in could read. */
  xml: string | undefined;
  /** As it stands in the file: itself first, then its relationships and what they lead to. */
  parts: PackagePart[];
}

/** The custom XML that the workbook refers to. */
export async function readCustomXml(
  parts: PackageParts,
  relationships: readonly Relationship[],
): Promise<CustomXml[]> {
  const paths = new Set(
    relationships
      .filter(({ type, isExternal }) => type.endsWith("/customXml") && !isExternal)
      .map(({ target }) => target),
  );
  const found: CustomXml[] = [];
  for (const path of paths) {
    if (!parts.has(path)) continue;
    const id = await idOf(parts, path);
    const isFree = id && !found.some((other) => other.id === id);
    found.push({
      id: isFree ? id : `{${crypto.randomUUID().toUpperCase()}}`,
      xml: await wellFormed(parts, path),
      parts: await parts.reachedFrom(path),
    });
  }
  return found;
}

async function idOf(parts: PackageParts, path: string): Promise<string | undefined> {
  const properties = (await parts.relationships(path)).find(({ type }) =>
    type.endsWith("/customXmlProps"),
  );
  if (!properties || !parts.has(properties.target)) return undefined;
  try {
    return readTree(await parts.text(properties.target)).attributes.itemID;
  } catch {
    return undefined; // what is damaged here is carried over, and harms nothing else
  }
}

async function wellFormed(parts: PackageParts, path: string): Promise<string | undefined> {
  try {
    const xml = await parts.text(path);
    namespaceOf(xml);
    return xml;
  } catch {
    return undefined;
  }
}

/** What a file must hold so that these parts are found in it again; `opened` is what it came from. */
export function customXmlParts(
  now: ReadonlyMap<string, string>,
  opened: readonly CustomXml[],
): CustomXml[] {
  const kept = opened.filter(({ id, xml }) => xml === undefined || now.has(id));
  const taken = new Set(kept.flatMap(({ parts }) => parts.map(({ path }) => path.toLowerCase())));
  const old = kept.map((part) => withXml(part, now.get(part.id)));
  const added = [...now]
    .filter(([id]) => !kept.some((part) => part.id === id))
    .map(([id, xml]) => newPart(id, xml, taken));
  return [...old, ...added];
}

function withXml(part: CustomXml, xml: string | undefined): CustomXml {
  if (xml === undefined || xml === part.xml) return part;
  const [item, ...others] = part.parts;
  return { ...part, xml, parts: [{ ...item!, bytes: utf8(xml) }, ...others] };
}

function newPart(id: string, xml: string, taken: Set<string>): CustomXml {
  let number = 1;
  const paths = () => [
    `customXml/item${number}.xml`,
    `customXml/_rels/item${number}.xml.rels`,
    `customXml/itemProps${number}.xml`,
  ];
  while (paths().some((path) => taken.has(path.toLowerCase()))) number++;
  const [item, relationships, properties] = paths() as [string, string, string];
  paths().forEach((path) => taken.add(path.toLowerCase()));
  return {
    id,
    xml,
    parts: [
      { path: item, contentType: "application/xml", bytes: utf8(xml) },
      {
        path: relationships,
        contentType: undefined,
        bytes: utf8(
          `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${propertiesType}" Target="itemProps${number}.xml"/></Relationships>`,
        ),
      },
      {
        path: properties,
        contentType: propertiesContent,
        bytes: utf8(
          `${declaration}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${ofOffice}/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
        ),
      },
    ],
  };
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';

/** Written as UTF-8, whatever the text says it was. */
const utf8 = (xml: string) =>
  new TextEncoder().encode(xml.replace(/^(\s*<\?xml[^>]*encoding=["'])[^"']*/, "$1UTF-8"));
