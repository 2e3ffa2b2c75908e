import { PackagePart, PackageParts } from "./package-parts";

/*
 * The parts that say which add-ins a workbook opens with, and what those keep in it. They refer to
 * nothing else in the file, so they are carried over as they are.
 */

export const taskPanesType =
  "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";

export async function readWebExtensions(parts: PackageParts): Promise<PackagePart[]> {
  const root = (await parts.relationships("")).find(({ type }) => type === taskPanesType);
  if (!root || root.isExternal || !parts.has(root.target)) return [];
  const paths = await reachedFrom(parts, root.target);
  return Promise.all(
    paths.map(async (path) => ({
      path,
      contentType: path.endsWith(".rels") ? undefined : await parts.contentType(path),
      bytes: await parts.bytes(path),
    })),
  );
}

/** A part, its relationships, and all that they lead to; the first is the one that was asked for. */
async function reachedFrom(parts: PackageParts, start: string): Promise<string[]> {
  const found = new Set([start]);
  for (const path of found) {
    const [, folder = "", name = path] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
    const relationships = `${folder}_rels/${name}.rels`;
    if (!parts.has(relationships)) continue;
    found.add(relationships);
    for (const { target, isExternal } of await parts.relationships(path)) {
      if (!isExternal && parts.has(target)) found.add(target);
    }
  }
  return [...found];
}
