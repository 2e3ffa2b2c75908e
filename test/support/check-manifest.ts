/**
 * Checks an add-in manifest without the internet, and says in English what is wrong: the mistakes
 * that make Excel drop an add-in, or start a second runtime, without a word. What Microsoft's own
 * service finds beyond this, `npm run validate` asks it.
 */
import { checkOrder } from "./manifest-order";
import { everyElement, readXml, type Element } from "./read-xml";

export interface Surroundings {
  /** The version in package.json, which the manifest's must follow. */
  readonly version: string;
  /** The file that an address of the add-in's own origin is served from. */
  readonly file: (path: string) => Buffer | undefined;
}

export function checkManifest(xml: string, { version, file }: Surroundings): string[] {
  let root: Element;
  try {
    root = readXml(xml);
  } catch (error) {
    return [`Not well-formed XML: ${(error as Error).message}`];
  }
  const all = everyElement(root);
  return [
    ...checkOrder(root),
    ...checkKinds(root, all),
    ...checkIdentity(root, version),
    ...checkResources(all),
    ...checkSharedRuntime(all),
    ...checkAddresses(all),
    ...checkIcons(all, file),
    ...checkControls(all),
    ...checkLengths(root, all),
    ...checkNamespace(all),
  ];
}

const say = (element: Element, message: string) => `line ${element.line}: ${message}`;
const child = (element: Element | undefined, name: string) =>
  element?.children.find((each) => each.name === name);

function checkKinds(root: Element, all: Element[]): string[] {
  const expected = {
    OfficeApp: {
      xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
      "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
      "xsi:type": "TaskPaneApp",
    },
    VersionOverrides: {
      xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
      "xsi:type": "VersionOverridesV1_0",
    },
  };
  const found = Object.entries(expected).flatMap(([name, attributes]) =>
    all
      .filter((element) => element.name === name)
      .flatMap((element) =>
        Object.entries(attributes)
          .filter(([key, value]) => element.attributes[key] !== value)
          .map(([key, value]) => say(element, `<${name}> must have ${key}="${value}".`)),
      ),
  );
  for (const host of all.filter(({ name }) => name === "Host")) {
    const named = host.attributes.Name ?? host.attributes["xsi:type"];
    if (named !== "Workbook") {
      found.push(say(host, `the host must be Workbook, which is Excel, not ${named}.`));
    }
  }
  const sets = child(child(root, "Requirements"), "Sets");
  const shared = sets?.children.find(({ attributes }) => attributes.Name === "SharedRuntime");
  const asked = shared?.attributes.MinVersion ?? sets?.attributes.DefaultMinVersion;
  if (sets && (!shared || asked !== "1.1")) {
    found.push(say(sets, "<Requirements> must ask for SharedRuntime 1.1."));
  }
  const permissions = child(root, "Permissions");
  if (permissions && permissions.text.trim() !== "ReadWriteDocument") {
    found.push(
      say(permissions, "<Permissions> must be ReadWriteDocument, or no table is written."),
    );
  }
  return found;
}

function checkIdentity(root: Element, version: string): string[] {
  const found: string[] = [];
  const id = child(root, "Id");
  if (id && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id.text)) {
    found.push(say(id, `<Id> must be a GUID, not "${id.text}".`));
  }
  const own = child(root, "Version");
  if (own && !/^\d+(\.\d+){3}$/.test(own.text)) {
    found.push(say(own, `<Version> must have four parts, not "${own.text}".`));
  } else if (own && own.text !== `${version}.0`) {
    found.push(say(own, `<Version> is ${own.text}, but package.json says ${version}.`));
  }
  return found;
}

/** Which list of <Resources> an element's resid must be found in. */
const listOf: Record<string, string> = {
  Runtime: "bt:Urls",
  SourceLocation: "bt:Urls",
  FunctionFile: "bt:Urls",
  LearnMoreUrl: "bt:Urls",
  "bt:Image": "bt:Images",
  Namespace: "bt:ShortStrings",
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Description: "bt:LongStrings",
};

function checkResources(all: Element[]): string[] {
  const found: string[] = [];
  const byId = new Map<string, Element>();
  for (const element of all.filter(({ attributes }) => attributes.id !== undefined)) {
    const { id } = element.attributes;
    if (byId.has(id)) {
      found.push(say(element, `the id "${id}" is taken on line ${byId.get(id)!.line}.`));
    } else byId.set(id, element);
  }
  const used = new Set<string>();
  for (const element of all.filter(({ attributes }) => attributes.resid !== undefined)) {
    const { resid } = element.attributes;
    const list = listOf[element.name];
    used.add(resid);
    if (resid.length > 32) found.push(say(element, `the resid "${resid}" is over 32 characters.`));
    if (byId.get(resid)?.parent?.name !== list) {
      found.push(say(element, `the resid "${resid}" of <${element.name}> is not in <${list}>.`));
    }
  }
  for (const [id, element] of byId) {
    const isResource = element.parent?.parent?.name === "Resources";
    if (isResource && !used.has(id)) found.push(say(element, `nothing uses the resource "${id}".`));
  }
  return found;
}

function checkSharedRuntime(all: Element[]): string[] {
  const runtime = all.find(({ name }) => name === "Runtime");
  if (!runtime) return ["<Host> of <VersionOverrides> must have <Runtimes> with one <Runtime>."];
  const found: string[] = [];
  if (runtime.attributes.lifetime !== "long") {
    found.push(say(runtime, `<Runtime> must have lifetime="long".`));
  }
  const shared = runtime.attributes.resid;
  for (const element of all) {
    const { name, parent } = element;
    const isPage =
      name === "SourceLocation" && (parent?.name === "Page" || parent?.name === "Action");
    if ((isPage || name === "FunctionFile") && element.attributes.resid !== shared) {
      const where = isPage ? `<${parent!.name}>` : "<FunctionFile>";
      found.push(
        say(element, `${where} must use "${shared}" as <Runtime> does, to share its runtime.`),
      );
    }
    if (name === "TaskpaneId") {
      found.push(say(element, "<TaskpaneId> has no place in a shared runtime."));
    }
  }
  const start = all.find(
    ({ name, parent }) => name === "SourceLocation" && parent?.name === "DefaultSettings",
  );
  const page = all.find(({ name, attributes }) => name === "bt:Url" && attributes.id === shared);
  if (start && page && start.attributes.DefaultValue !== page.attributes.DefaultValue) {
    found.push(say(start, "<DefaultSettings> must open the page of the shared runtime."));
  }
  return found;
}

/** A button does something, a menu has items that do; only functions have names. */
function checkControls(all: Element[]): string[] {
  const needed: Record<string, string> = { Button: "Action", Menu: "Items" };
  const controls = all.filter(({ name }) => name === "Control");
  const actions = all.filter(({ name }) => name === "Action");
  return [
    ...controls.flatMap((control) => {
      const kind = control.attributes["xsi:type"];
      const missing = needed[kind];
      if (missing && child(control, missing)) return [];
      return [say(control, `<Control> of type ${kind} lacks <${missing ?? "a known type"}>.`)];
    }),
    ...actions
      .filter((action) => action.attributes["xsi:type"] === "ExecuteFunction")
      .filter((action) => !child(action, "FunctionName")?.text.trim())
      .map((action) => say(action, "<Action> of type ExecuteFunction lacks <FunctionName>.")),
  ];
}

/** The elements whose DefaultValue, or text, is an address. */
const addressElements = [
  "IconUrl",
  "HighResolutionIconUrl",
  "SupportUrl",
  "SourceLocation",
  "AppDomain",
  "bt:Url",
  "bt:Image",
];

function addressesOf(all: Element[]): { element: Element; address: string }[] {
  return all
    .filter(({ name }) => addressElements.includes(name))
    .map((element) => ({
      element,
      address: element.attributes.DefaultValue ?? element.text.trim(),
    }))
    .filter(({ address }) => address !== "");
}

function checkAddresses(all: Element[]): string[] {
  const found: string[] = [];
  const origins = new Map<string, Element>();
  for (const { element, address } of addressesOf(all)) {
    if (!URL.canParse(address)) {
      found.push(say(element, `"${address}" is not an address.`));
      continue;
    }
    const { protocol, origin } = new URL(address);
    if (protocol !== "https:") found.push(say(element, `${address} must begin with https.`));
    if (address.length > 2048) found.push(say(element, "an address may have 2048 characters."));
    if (!origins.has(origin)) origins.set(origin, element);
  }
  const [home, ...others] = origins;
  for (const [origin, element] of others) {
    found.push(say(element, `all addresses must be at ${home[0]}, not ${origin}.`));
  }
  return found;
}

function checkIcons(all: Element[], file: Surroundings["file"]): string[] {
  const found: string[] = [];
  const wanted = [
    ...all.filter(({ name }) => name === "IconUrl").map((at) => ({ at, source: at, size: 32 })),
    ...all
      .filter(({ name }) => name === "HighResolutionIconUrl")
      .map((at) => ({ at, source: at, size: 64 })),
    ...all
      .filter(({ name, attributes }) => name === "bt:Image" && attributes.resid !== undefined)
      .map((at) => ({
        at,
        source: all.find(
          ({ name, attributes }) => name === "bt:Image" && attributes.id === at.attributes.resid,
        ),
        size: Number(at.attributes.size),
      })),
  ];
  for (const { at, source, size } of wanted) {
    const address = source?.attributes.DefaultValue ?? "";
    if (!URL.canParse(address)) continue;
    const path = new URL(address).pathname.slice(1);
    const png = file(path);
    if (!png) {
      found.push(say(at, `the icon ${path} does not exist.`));
      continue;
    }
    const [width, height] = pngSize(png);
    if (width !== size || height !== size) {
      found.push(
        say(at, `the icon ${path} is ${width} x ${height} pixels, not ${size} x ${size}.`),
      );
    }
  }
  for (const icon of all.filter(({ name }) => name === "Icon")) {
    const sizes = icon.children.map(({ attributes }) => attributes.size);
    const missing = ["16", "32", "80"].filter((size) => !sizes.includes(size));
    if (missing.length) found.push(say(icon, `<Icon> lacks the sizes ${missing.join(", ")}.`));
  }
  return found;
}

/** Width and height stand at a fixed place in every PNG file; anything else measures 0. */
function pngSize(png: Buffer): [width: number, height: number] {
  const isPng = png.length > 24 && png.subarray(1, 4).toString("latin1") === "PNG";
  return isPng ? [png.readUInt32BE(16), png.readUInt32BE(20)] : [0, 0];
}

function checkLengths(root: Element, all: Element[]): string[] {
  const texts = [
    { of: child(root, "ProviderName"), limit: 125 },
    { of: child(root, "DisplayName"), limit: 125 },
    { of: child(root, "Description"), limit: 250 },
    ...all
      .filter(({ name }) => name === "bt:String")
      .map((of) => ({ of, limit: of.parent?.name === "bt:LongStrings" ? 250 : 125 })),
  ];
  return texts.flatMap(({ of, limit }) => {
    if (!of) return [];
    const text = of.attributes.DefaultValue ?? of.text;
    const name = of.attributes.id ?? of.name;
    if (text.trim() === "") return [say(of, `the text of ${name} is empty.`)];
    if (text.length <= limit) return [];
    return [say(of, `the text of ${name} has ${text.length} characters; ${limit} are allowed.`)];
  });
}

/** The namespace is stored in every workbook as the first part of each function's name. */
function checkNamespace(all: Element[]): string[] {
  const resid = all.find(({ name }) => name === "Namespace")?.attributes.resid;
  const string = all.find(
    ({ name, attributes }) => name === "bt:String" && attributes.id === resid,
  );
  const namespace = string?.attributes.DefaultValue;
  if (!string || namespace === "CALS") return [];
  return [say(string, `the namespace must be CALS, as in every workbook, not ${namespace}.`)];
}
