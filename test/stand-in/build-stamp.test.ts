import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BuildStamp } from "../../workbench/build-stamp";

let root: string;
let stamp: BuildStamp;
const write = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-stamp-"));
  ["src", "dist"].forEach((folder) => mkdirSync(join(root, folder)));
  write("src/cals.ts", "1");
  write("package-lock.json", "{}");
  write("dist/functions.json", "https://cals.example");
  stamp = new BuildStamp(root);
  stamp.write(stamp.inputs());
});

afterEach(() => rmSync(root, { recursive: true }));

test("what was just built is current", () => {
  expect(stamp.isCurrent()).toBe(true);
});

test.each([
  ["a source", "src/cals.ts"],
  ["a new source", "src/offers.ts"],
  ["the libraries", "package-lock.json"],
  ["what was built, perhaps for another address", "dist/functions.json"],
])("it is not when somebody writes %s", (_, path) => {
  write(path, "https://cals.contoso.com");
  expect(stamp.isCurrent()).toBe(false);
});

test("it is not when it is gone, or nobody knows what it was built from", () => {
  rmSync(join(root, ".cache"), { recursive: true });
  expect(stamp.isCurrent()).toBe(false);
  stamp.write(stamp.inputs());
  rmSync(join(root, "dist"), { recursive: true });
  expect(stamp.isCurrent()).toBe(false);
});

test("it is not when a source was written during the build", () => {
  const before = stamp.inputs();
  write("src/cals.ts", "written meanwhile");
  stamp.write(before);
  expect(stamp.isCurrent()).toBe(false);
});
