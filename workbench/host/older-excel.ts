import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ApiError, HostEmulationGap } from "./api-error";
import { HostObject } from "./host-object";
import { MemberGate } from "./rich-api";

/** A requirement set and its version, such as ExcelApi 1.12. */
interface Since {
  readonly set: string;
  readonly version: string;
}

/** What Excel calls the host's objects, where the host has a shorter name. */
const excelNames: Readonly<Record<string, string>> = {
  Areas: "RangeCollection",
  ConditionalFormats: "ConditionalFormatCollection",
  CustomXmlParts: "CustomXmlPartCollection",
  MergedAreas: "RangeAreas",
  Names: "NamedItemCollection",
  PartsOfNamespace: "CustomXmlPartScopedCollection",
  PivotTables: "PivotTableCollection",
  RangeTables: "TableScopedCollection",
  Settings: "SettingCollection",
  TableColumns: "TableColumnCollection",
  TableRows: "TableRowCollection",
  Tables: "TableCollection",
  Worksheets: "WorksheetCollection",
};

/** Beside the workbook, and in no version of ExcelApi. */
const services = ["ActionHandlers", "ResultService", "NoWorkbook", "PaneService", "StartupService"];

/** The calls by which office.js asks for events. */
const events: Readonly<Record<string, string>> = {
  DataChanged: "onChanged",
  SelectionChanged: "onSelectionChanged",
  Activated: "onActivated",
};

/**
 * An Excel that lacks what later requirement sets brought, and refuses it in Excel's words: such a
 * call ends its batch with ApiNotFound. Which set a member belongs to, Microsoft's types of
 * office.js say, which are read from node_modules: so only under Node.
 */
export class OlderExcel implements MemberGate {
  constructor(private readonly sets: Readonly<Record<string, string>>) {}

  knows(object: HostObject, member: string): boolean {
    const since = sinceOf(object, member);
    return !since || isAtLeast(this.sets[since.set], since.version);
  }

  refuse(object: HostObject, member: string): void {
    if (this.knows(object, member)) return;
    const { set, version } = sinceOf(object, member)!;
    throw new ApiError(
      "ApiNotFound",
      `The method or property ${memberOf(object, member)} is part of the ${set} ${version} requirement set, which is not available in your version of Excel.`,
      404,
    );
  }
}

function sinceOf(object: HostObject, member: string): Since | undefined {
  if (services.includes(object.constructor.name) || /^_(Keep|Remove|Validate)/.test(member))
    return undefined;
  const name = memberOf(object, member);
  const since = versions().get(name);
  if (!since) throw new HostEmulationGap(`requirement set of ${name}`);
  return since;
}

/** `Range.getCell`, as the types of office.js say it. */
function memberOf(object: HostObject, member: string): string {
  const { name } = object.constructor;
  const event = /^_(?:Un)?[rR]egister(\w+)Event$/.exec(member)?.[1];
  const named =
    event === undefined ? member.charAt(0).toLowerCase() + member.slice(1) : events[event];
  return `${excelNames[name] ?? name}.${named}`;
}

export function isAtLeast(version: string | undefined, wanted: string): boolean {
  if (version === undefined) return false;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

let known: ReadonlyMap<string, Since> | undefined;

/** Members and their sets, by names such as `Range.getCell`. A member without one has its class's. */
function versions(): ReadonlyMap<string, Since> {
  if (known) return known;
  const file = createRequire(import.meta.url).resolve("@types/office-js/index.d.ts");
  const [, rest = ""] = readFileSync(file, "utf8").split("\ndeclare namespace Excel {");
  const found = new Map<string, Since>();
  let inside = { name: "", since: undefined as Since | undefined };
  let said: Since | undefined;
  for (const line of rest.slice(0, rest.indexOf("\n}")).split("\n")) {
    const set = /\[Api set: (\w+) (\d+\.\d+|BETA)/.exec(line);
    if (set) said = { set: set[1]!, version: set[2]!.replace("BETA", "99") };
    const type = /^ {4}(?:class|interface) (\w+)/.exec(line);
    const member = /^ {8}(?:readonly )?(\w+)[?(<:]/.exec(line);
    if (type) inside = { name: type[1]!, since: said };
    if (member) {
      const name = `${inside.name}.${member[1]}`;
      const since = said ?? inside.since;
      const earlier = found.get(name);
      if (since && (!earlier || isAtLeast(earlier.version, since.version))) found.set(name, since);
    }
    if (type || member) said = undefined;
  }
  return (known = found);
}
