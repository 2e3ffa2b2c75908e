/**
 * What may stand under what in an add-in manifest, in which order. Excel drops a manifest that breaks
 * this without saying so, and Microsoft's validator only works online. From the published order of
 * elements (learn.microsoft.com, "How to find the proper order of manifest elements"), cut down to
 * the elements a task pane add-in with a shared runtime needs.
 *
 * Each name says how often it may come: ! once, ? at most once, + at least once, * any number.
 */
import type { Element } from "./read-xml";

const children: Record<string, string> = {
  OfficeApp:
    "Id! AlternateId? Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! " +
    "SupportUrl! AppDomains? Hosts! Requirements! DefaultSettings! Permissions! VersionOverrides! ExtendedOverrides?",
  DisplayName: "Override*",
  Description: "Override*",
  IconUrl: "Override*",
  HighResolutionIconUrl: "Override*",
  SourceLocation: "Override*",
  AppDomains: "AppDomain+",
  Requirements: "Sets!",
  Sets: "Set+",
  DefaultSettings: "SourceLocation!",
  VersionOverrides: "Description? Requirements? Hosts! Resources!",
  Hosts: "Host+",
  Host: "Runtimes? AllFormFactors? DesktopFormFactor?",
  Runtimes: "Runtime!",
  AllFormFactors: "ExtensionPoint!",
  DesktopFormFactor: "GetStarted? FunctionFile? ExtensionPoint+",
  GetStarted: "Title! Description! LearnMoreUrl!",
  ExtensionPoint: "Script? Page? Metadata? Namespace? OfficeTab?",
  Script: "SourceLocation!",
  Page: "SourceLocation!",
  Metadata: "SourceLocation!",
  OfficeTab: "Group+",
  Group: "Label! Icon! Control+",
  Icon: "bt:Image+",
  Control: "Label! Supertip! Icon! Action? Items? Enabled?",
  Items: "Item+",
  Item: "Label! Supertip! Icon! Action! Enabled?",
  Supertip: "Title! Description!",
  Action: "TaskpaneId? SourceLocation? Title? FunctionName?",
  Resources: "bt:Images! bt:Urls! bt:ShortStrings! bt:LongStrings!",
  "bt:Images": "bt:Image+",
  "bt:Urls": "bt:Url+",
  "bt:ShortStrings": "bt:String+",
  "bt:LongStrings": "bt:String+",
  "bt:Image": "bt:Override*",
  "bt:Url": "bt:Override*",
  "bt:String": "bt:Override*",
};

export function checkOrder(element: Element): string[] {
  const allowed = (children[element.name] ?? "").split(" ").filter(Boolean);
  const names = allowed.map((entry) => entry.slice(0, -1));
  const found: string[] = [];
  let furthest = 0;
  for (const child of element.children) {
    const place = names.indexOf(child.name);
    if (place < 0) {
      found.push(`line ${child.line}: <${child.name}> may not stand in <${element.name}>.`);
    } else if (place < furthest) {
      found.push(
        `line ${child.line}: <${child.name}> must come before <${names[furthest]}> in <${element.name}>.`,
      );
    }
    furthest = Math.max(furthest, place);
  }
  for (const entry of allowed) {
    const name = entry.slice(0, -1);
    const count = element.children.filter((child) => child.name === name).length;
    const where = `line ${element.line}: <${element.name}>`;
    if (count === 0 && /[!+]$/.test(entry)) found.push(`${where} lacks <${name}>.`);
    if (count > 1 && /[!?]$/.test(entry)) found.push(`${where} has ${count} <${name}>, not one.`);
  }
  return [...found, ...element.children.flatMap(checkOrder)];
}
