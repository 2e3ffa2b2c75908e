import { builtFiles } from "./support/built-files";
import { builtInFunctions, macroFunctions } from "./support/taken-names";

interface Metadata {
  allowCustomDataForDataTypeAny?: boolean;
  allowErrorForDataTypeAny?: boolean;
  functions: {
    id: string;
    name: string;
    description?: string;
    helpUrl?: string;
    parameters: { name: string; description?: string; customEnumId?: string }[];
    options?: Record<string, boolean>;
  }[];
  enums?: { id: string; type: string; values: { name: string }[] }[];
}

const files = builtFiles();
const metadata: Metadata = JSON.parse(files.get("functions.json") ?? "{}");
const names = metadata.functions.flatMap(({ id, name }) => [id, name]);
const problemsWith = (rule: (name: string) => boolean) => names.filter((name) => !rule(name));

describe("Excel's rules for the names of functions", () => {
  test("3 to 128 characters", () =>
    expect(problemsWith(({ length }) => length >= 3 && length <= 128)).toEqual([]));

  test("letters, digits, points and underscores, and a letter first", () =>
    expect(problemsWith((name) => /^[A-Z][A-Z0-9_.]*$/.test(name))).toEqual([]));

  test("not like the address of a cell", () =>
    expect(problemsWith((name) => !isCellAddress(name))).toEqual([]));

  test("not a function of Excel, nor of its old macro sheets", () => {
    const taken = new Set([...builtInFunctions, ...macroFunctions]);
    expect(problemsWith((name) => !taken.has(name))).toEqual([]);
  });

  test("each once", () => {
    const ids = metadata.functions.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each([
    ["A1", true],
    ["XFD1048576", true],
    ["XFE1", false],
    ["A1048577", false],
    ["R1C1", true],
    ["RC", true],
    ["CAL", false],
    ["REQUIRED", false],
  ])("%s is read as a cell: %s", (name, expected) => expect(isCellAddress(name)).toBe(expected));
});

/** A1 to XFD1048576, and R1C1 in all its forms. */
function isCellAddress(name: string): boolean {
  if (/^R\d*C\d*$/.test(name)) return true;
  const [, column, row] = /^([A-Z]{1,3})([0-9]{1,7})$/.exec(name) ?? [];
  if (!column) return false;
  const columnNumber = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return columnNumber <= 16_384 && Number(row) >= 1 && Number(row) <= 1_048_576;
}

describe("the metadata Excel reads", () => {
  test("lets data types and errors in, so that we can answer them", () => {
    expect(metadata.allowCustomDataForDataTypeAny).toBe(true);
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
  });

  test("describes every function and every parameter", () => {
    const bare = metadata.functions.flatMap(({ id, description, parameters }) => [
      ...(description?.trim() ? [] : [id]),
      ...parameters.filter((each) => !each.description?.trim()).map(({ name }) => `${id} ${name}`),
    ]);
    expect(bare).toEqual([]);
  });

  test("keeps functions pure: none is volatile, streams, or asks where it stands", () => {
    const withOptions = metadata.functions.filter(({ options }) =>
      Object.values(options ?? {}).some(Boolean),
    );
    expect(withOptions.map(({ id }) => id)).toEqual([]);
  });

  test("leads from every function to its place on the help page", () => {
    const [, page] = /<SupportUrl DefaultValue="([^"]*)"/.exec(files.get("manifest.xml")!)!;
    const help = files.get(new URL(page).pathname.slice(1)) ?? "";
    for (const { id, helpUrl } of metadata.functions) {
      expect(helpUrl).toBe(`${page}#${id.toLowerCase()}`);
      expect(help).toMatch(new RegExp(`\\bid="?${id.toLowerCase()}["\\s>]`));
    }
  });

  test("defines every list that a parameter names, once, and no other", () => {
    const defined = (metadata.enums ?? []).map(({ id }) => id);
    const used = metadata.functions
      .flatMap(({ parameters }) => parameters.map(({ customEnumId }) => customEnumId))
      .filter((id) => id !== undefined);
    expect(defined).toEqual([...new Set(defined)]);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
  });

  test("has values in every list, each with a name of its own", () => {
    for (const { id, values } of metadata.enums ?? []) {
      const labels = values.map(({ name }) => name);
      expect({ id, labels }).toEqual({ id, labels: [...new Set(labels.filter(Boolean))] });
      expect(labels).not.toEqual([]);
    }
  });
});
