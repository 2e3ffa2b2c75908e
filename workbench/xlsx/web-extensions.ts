import { PackagePart, PackageParts } from "./package-parts";

/*
 * The parts that say which add-ins a workbook opens with, and what those keep in it. They refer to
 * nothing else in the file, so they are carried over as they are, but for our settings.
 */

export const taskPanesType =
  "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";

export async function readWebExtensions(parts: PackageParts): Promise<PackagePart[]> {
  const root = (await parts.relationships("")).find(({ type }) => type === taskPanesType);
  if (!root || root.isExternal || !parts.has(root.target)) return [];
  return parts.reachedFrom(root.target);
}
