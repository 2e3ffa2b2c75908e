import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ribbonFunctions } from "../src/taskpane/asked-room";
import { checkManifest } from "./support/check-manifest";

const root = join(__dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const fileIn = (folder: string) => (path: string) => {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file) : undefined;
};
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
const check = (xml: string, folder = root) =>
  checkManifest(xml, { version, file: fileIn(folder) }).map((line) =>
    line.replace(/^line \d+: /, ""),
  );

describe("the manifest", () => {
  test("is one that Excel takes", () => expect(check(manifest)).toEqual([]));

  test("is so after the build too, with every file it names beside it", () => {
    const built = readFileSync(join(root, "dist/manifest.xml"), "utf8");
    expect(check(built, join(root, "dist"))).toEqual([]);
    const files = [...built.matchAll(/DefaultValue="https:\/\/[^/"]+\/([^"#]+)"/g)].map(
      ([, path]) => path,
    );
    expect(files).toContain("addin.js");
    expect(files.filter((path) => !existsSync(join(root, "dist", path)))).toEqual([]);
  });
});

test("every function that a button runs is one of the add-in's", () => {
  const named = [...manifest.matchAll(/<FunctionName>(.*)<\/FunctionName>/g)].map(
    ([, name]) => name,
  );
  expect(named.sort()).toEqual(Object.keys(ribbonFunctions).sort());
});

/** What a careless edit does to the real manifest, and what the checker then says. */
const broken: [what: string, from: string | RegExp, to: string, says: string | RegExp][] = [
  ["a tag left open", "</Hosts>", "", /^Not well-formed XML: .*unexpected close tag/],
  ["an unknown element", "<Hosts>", "<Host />\n<Hosts>", "<Host> may not stand in <OfficeApp>."],
  [
    "two elements in the wrong order",
    /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/,
    "$2\n$1",
    "<Version> must come before <ProviderName> in <OfficeApp>.",
  ],
  [
    "no permissions",
    "<Permissions>ReadWriteDocument</Permissions>",
    "",
    "<OfficeApp> lacks <Permissions>.",
  ],
  [
    "two runtimes",
    '<Runtime resid="Taskpane.Url" lifetime="long" />',
    "$&$&",
    "<Runtimes> has 2 <Runtime>, not one.",
  ],
  [
    "no requirements",
    /<Requirements>[^]*<\/Requirements>/,
    "",
    "<OfficeApp> lacks <Requirements>.",
  ],
  [
    "a requirement set left out",
    'Name="SharedRuntime"',
    'Name="ExcelApi"',
    "<Requirements> must ask for SharedRuntime 1.1.",
  ],
  [
    "permissions to read only",
    "ReadWriteDocument",
    "ReadDocument",
    "<Permissions> must be ReadWriteDocument, or no table is written.",
  ],
  [
    "another host",
    'Name="Workbook"',
    'Name="Document"',
    "the host must be Workbook, which is Excel, not Document.",
  ],
  [
    "a wrong kind of overrides",
    "VersionOverridesV1_0",
    "VersionOverridesV1_1",
    '<VersionOverrides> must have xsi:type="VersionOverridesV1_0".',
  ],
  ["an id that is no GUID", /<Id>.{8}/, "<Id>", /^<Id> must be a GUID, not "-/],
  [
    "a version of three parts",
    /<Version>.*</,
    "<Version>0.1.0<",
    '<Version> must have four parts, not "0.1.0".',
  ],
  [
    "a version that package.json has not",
    /<Version>.*</,
    "<Version>9.9.9.0<",
    `<Version> is 9.9.9.0, but package.json says ${version}.`,
  ],
  [
    "an id twice",
    ' id="ShowPane.Title"',
    ' id="ShowPane.Label"',
    /^the id "ShowPane.Label" is taken on line \d+\.$/,
  ],
  [
    "a resid that nothing defines",
    '<Label resid="Group.Label"',
    '<Label resid="Group.Lable"',
    'the resid "Group.Lable" of <Label> is not in <bt:ShortStrings>.',
  ],
  [
    "a resid of the wrong list",
    '<Label resid="Group.Label"',
    '<Label resid="ShowPane.Text"',
    'the resid "ShowPane.Text" of <Label> is not in <bt:ShortStrings>.',
  ],
  [
    "a resource that nothing uses",
    '<Label resid="Group.Label"',
    '<Label resid="ShowPane.Label"',
    'nothing uses the resource "Group.Label".',
  ],
  [
    "a long resid",
    /Group\.Label/g,
    "The.Group.Of.Buttons.On.The.Home.Tab",
    'the resid "The.Group.Of.Buttons.On.The.Home.Tab" is over 32 characters.',
  ],
  [
    "commands on a page of their own",
    '<FunctionFile resid="Taskpane.Url"',
    '<FunctionFile resid="Help.Url"',
    '<FunctionFile> must use "Taskpane.Url" as <Runtime> does, to share its runtime.',
  ],
  [
    "functions on a page of their own",
    /(<Page>\s*<SourceLocation resid=)"Taskpane.Url"/,
    '$1"Help.Url"',
    '<Page> must use "Taskpane.Url" as <Runtime> does, to share its runtime.',
  ],
  ["a short life", 'lifetime="long"', 'lifetime="short"', '<Runtime> must have lifetime="long".'],
  [
    "a pane with an id",
    '<Action xsi:type="ShowTaskpane">',
    "$&<TaskpaneId>Pane</TaskpaneId>",
    "<TaskpaneId> has no place in a shared runtime.",
  ],
  [
    "a start page of its own",
    'SourceLocation DefaultValue="https://localhost:3000/taskpane.html"',
    'SourceLocation DefaultValue="https://localhost:3000/help.html"',
    "<DefaultSettings> must open the page of the shared runtime.",
  ],
  [
    "http",
    'SupportUrl DefaultValue="https:',
    'SupportUrl DefaultValue="http:',
    "http://localhost:3000/help.html must begin with https.",
  ],
  [
    "a second origin",
    'SupportUrl DefaultValue="https://localhost:3000',
    'SupportUrl DefaultValue="https://elsewhere.example',
    "all addresses must be at https://localhost:3000, not https://elsewhere.example.",
  ],
  [
    "a relative address",
    'SupportUrl DefaultValue="https://localhost:3000',
    'SupportUrl DefaultValue="',
    '"/help.html" is not an address.',
  ],
  [
    "an icon that is not there",
    "icon-64.png",
    "icon-63.png",
    "the icon assets/icon-63.png does not exist.",
  ],
  [
    "an icon of another size",
    "icon-64.png",
    "icon-80.png",
    "the icon assets/icon-80.png is 80 x 80 pixels, not 64 x 64.",
  ],
  ["a size left out", '<bt:Image size="80" resid="Icon.80" />', "", "<Icon> lacks the sizes 80."],
  [
    "an empty text",
    'DefaultValue="CALS for Excel is ready"',
    'DefaultValue=""',
    "the text of GetStarted.Title is empty.",
  ],
  [
    "a long short text",
    'DefaultValue="CALS for Excel is ready"',
    `DefaultValue="${"a".repeat(126)}"`,
    "the text of GetStarted.Title has 126 characters; 125 are allowed.",
  ],
  [
    "a long description",
    /<Description DefaultValue="[^"]*"/,
    `<Description DefaultValue="${"a".repeat(251)}"`,
    "the text of Description has 251 characters; 250 are allowed.",
  ],
  ["a menu without items", /<Items>[^]*<\/Items>/, "", "<Control> of type Menu lacks <Items>."],
  [
    "a button that runs nothing",
    "<FunctionName>CALS.Thaw</FunctionName>",
    "",
    "<Action> of type ExecuteFunction lacks <FunctionName>.",
  ],
  [
    "another namespace",
    'id="Namespace" DefaultValue="CALS"',
    'id="Namespace" DefaultValue="CAL"',
    "the namespace must be CALS, as in every workbook, not CAL.",
  ],
];

describe("the manifest checker finds", () => {
  test.each(broken)("%s", (_what, from, to, says) => {
    const xml = manifest.replace(from, to);
    expect(xml).not.toBe(manifest);
    const expected = typeof says === "string" ? says : expect.stringMatching(says);
    expect(check(xml)).toContainEqual(expected);
  });
});
