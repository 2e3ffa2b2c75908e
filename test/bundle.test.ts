import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "yaml";
import { builtFiles } from "./support/built-files";
import { loadAddIn, loadChunk } from "./support/module-graph";

const root = join(__dirname, "..");
const { address } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).config;
const files = builtFiles();
const text = (path: string) => files.get(path) ?? "";
const scripts = [...files.keys()].filter((path) => path.endsWith(".js"));
/** The parts that come when the pane is shown. Workers are apart: they share nothing, on purpose. */
const paneParts = scripts.filter((path) => path !== "addin.js" && !/worker/.test(path));
const gzipped = (paths: string[]) =>
  paths.reduce((sum, path) => sum + gzipSync(text(path)).length, 0);

describe("the built add-in", () => {
  test("has its scripts at the root, where Excel and the lazy parts look", () => {
    expect(scripts).toContain("addin.js");
    expect(scripts.filter((path) => path.includes("/"))).toEqual([]);
  });

  // webpack writes each file of facts as one JSON.parse('…'); what is left is the program.
  const facts = /JSON\.parse\('(?:[^'\\]|\\.)*'\)/g;

  test("has a program of at most 24 kB", () => {
    expect(text("addin.js").match(facts)?.length).toBeGreaterThanOrEqual(5);
    expect(gzipSync(text("addin.js").replace(facts, "0")).length).toBeLessThanOrEqual(24_000);
  });

  test("is small enough with its facts, before the pane loads: 60 kB", () => {
    expect(gzipped(["addin.js"])).toBeLessThanOrEqual(60_000);
  });

  test("is small enough with the pane: 200 kB more", () => {
    expect(gzipped(paneParts)).toBeLessThanOrEqual(200_000);
  });

  test("registers exactly the functions of functions.json", () => {
    const { functions } = JSON.parse(text("functions.json"));
    const { associated } = loadAddIn(text("addin.js"), `${address}/addin.js`);
    expect(associated).toEqual(functions.map(({ id }: { id: string }) => id));
  });
});

describe("the pane and the functions share one module graph", () => {
  const loadedAddIn = () => loadAddIn(text("addin.js"), `${address}/addin.js`);
  const loadedChunks = () => paneParts.map((path) => ({ path, ...loadChunk(text(path)) }));

  test("the page loads office.js, then one script of ours", () => {
    const sources = [...text("taskpane.html").matchAll(/<script\b[^>]*>/g)].map(
      ([tag]) => /src="?([^\s">]+)/.exec(tag)?.[1],
    );
    expect(sources).toEqual([
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      "addin.js",
    ]);
  });

  test("the pane is a part that comes later", () => expect(paneParts).not.toEqual([]));

  test("every later part hangs itself onto that script, and starts nothing by itself", () => {
    const { chunkList } = loadedAddIn();
    for (const { path, globals, startsItself } of loadedChunks()) {
      expect({ path, globals, startsItself }).toEqual({
        path,
        globals: [chunkList],
        startsItself: false,
      });
    }
  });

  test("no later part brings a second copy of a module that the functions use", () => {
    const held = new Set(loadedAddIn().moduleIds);
    const copies = loadedChunks().flatMap(({ moduleIds }) =>
      moduleIds.filter((id) => held.has(id)),
    );
    expect(copies).toEqual([]);
  });

  test("no rule is written in two scripts", () => {
    const rules: Record<string, { says: string }> = parse(
      readFileSync(join(root, "src/data/rules.yaml"), "utf8"),
    );
    // Quotes are left out: a minifier may write them in another way.
    const sentences = Object.values(rules)
      .map(({ says }) => says)
      .filter((says) => !/["'\\]/.test(says));
    expect(sentences.length).toBeGreaterThan(10);
    const places = sentences.map((says) => scripts.filter((path) => text(path).includes(says)));
    expect(places).toEqual(sentences.map(() => ["addin.js"]));
  });
});

describe("nothing leaves", () => {
  test.each(scripts)("%s makes no network call", (path) => {
    const calls = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection/g;
    expect(text(path).match(calls) ?? []).toEqual([]);
  });

  test("no file names an address that is not ours, Office's or a cited source", () => {
    const known = [
      address,
      // The one script that is not ours; Microsoft allows no other place for it.
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      // Names of XML dialects: never asked for.
      "http://www.w3.org/",
      "http://schemas.microsoft.com/office/",
      // Where React and Fluent UI's style engine send the reader of an error message.
      "https://reactjs.org/docs/error-decoder.html",
      "https://aka.ms/griffel-css-shorthands",
      "https://github.com/microsoft/griffel/issues",
    ];
    const cited = new Set([...builtFiles(join(root, "src/data")).values()].flatMap(addressesIn));
    // The policy names who may show the pane in a frame; a browser never asks them for anything.
    const asking = [...files].filter(([path]) => path !== "_headers");
    const foreign = asking.flatMap(([path, content]) =>
      addressesIn(content)
        .filter((each) => !cited.has(each) && !known.some((start) => each.startsWith(start)))
        .map((each) => `${path}: ${each}`),
    );
    expect(foreign).toEqual([]);
  });

  test("no file knows the development server", () => {
    const found = [...files].filter(([, content]) => /localhost/i.test(content));
    expect(found.map(([path]) => path)).toEqual([]);
  });
});

function addressesIn(content: string): string[] {
  const found = content.match(/\bhttps?:\/\/[a-z0-9.-]+(:\d+)?[^\s"'`<>\\)]*/gi) ?? [];
  return found.filter((each) => URL.canParse(each));
}

describe("a build for another address", () => {
  const build = (target: string, folder: string) =>
    spawnSync(
      process.execPath,
      ["node_modules/webpack/bin/webpack.js", "--mode", "production", "--output-path", folder],
      { cwd: root, encoding: "utf8", env: { ...process.env, ADDRESS: target } },
    );
  const folder = mkdtempSync(join(tmpdir(), "built-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    "https://localhost:1",
    "https://127.0.0.1",
    "http://calc.contoso.com",
    "calc.contoso.com",
  ])("is refused for %s", (target) => {
    const { status, stderr } = build(target, folder);
    expect(status).not.toBe(0);
    expect(stderr).toContain("ADDRESS must be a public https address");
  });

  test("writes that address, and no other, into manifest and metadata", () => {
    const { status, stdout } = build("https://calc.contoso.com/", folder);
    expect({ status, stdout }).toMatchObject({ status: 0 });
    const built = builtFiles(folder);
    for (const path of ["manifest.xml", "functions.json"]) {
      const origins = addressesIn(built.get(path)!)
        .map((each) => new URL(each).origin)
        .filter((origin) => !/^http:\/\/(www\.w3\.org|schemas\.microsoft\.com)$/.test(origin));
      expect([...new Set(origins)]).toEqual(["https://calc.contoso.com"]);
    }
    const others = [...built].filter(([, content]) => content.includes(address));
    expect(others.map(([path]) => path)).toEqual([]);
  }, 300_000);
});
