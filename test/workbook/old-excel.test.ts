/** Every command in every Excel: it does what it does in the newest one, or says which Excel it needs. */
import { aWorkbookFor, commands, type Command } from "./commands";
import { everything } from "./freezing";
import { openIn, type OpenWorkbook } from "./open-workbook";
import { excelProfiles } from "../../workbench/host/excel-profiles";
import { requirementSets } from "../../workbench/host/host";
import { isAtLeast } from "../../workbench/host/older-excel";

let books: OpenWorkbook[] = [];
afterEach(() => {
  books.forEach((book) => book.close());
  books = [];
});

const named = commands.map((command) => [`${command.to}: ${command.run.name}`, command] as const);
const withExcelApi = (version: string) => ({ ...requirementSets, ExcelApi: version });
const versionBefore = ({ needs }: Command) => `1.${Number(needs.split(".")[1]) - 1}`;

/** What a command answers and leaves behind, in the Excel that has these sets. */
async function inExcelWith(command: Command, sets: Readonly<Record<string, string>>) {
  const book = await aWorkbookFor(command);
  const before = await all(book);
  const older = await openIn(book, sets);
  books.push(book, older);
  const answer = await command.run().then(
    (done) => ({ done }),
    (trouble: Error) => ({ refusal: trouble.message }),
  );
  return { answer, before, after: await all(book) };
}

/** With tables, entry rules and looks, as far as the host keeps them. */
async function all(book: OpenWorkbook) {
  const { tables, validations } = book.host.host.state!;
  return structuredClone({ cells: await everything(book), tables, validations });
}

describe("In an Excel that has exactly what it asks for, and refuses all that came later", () => {
  test.each(named)("%s", async (_name, command) => {
    const newest = await inExcelWith(command, requirementSets);
    const exact = await inExcelWith(command, withExcelApi(command.needs));
    expect(exact.answer).toEqual(newest.answer);
    expect(exact.answer).not.toHaveProperty("refusal");
    expect(exact.after).toEqual(newest.after);
  });
});

describe("None asks for a newer Excel than it needs: the version before does not know all of its calls", () => {
  test.each(named)("%s", async (_name, command) => {
    const book = await aWorkbookFor(command);
    const older = await openIn(book, withExcelApi(versionBefore(command)));
    books.push(book, older);
    jest.spyOn(Office.context.requirements, "isSetSupported").mockReturnValue(true);
    await expect(command.run()).rejects.toThrow(
      /is part of the ExcelApi [\d.]+ requirement set, which is not available/,
    );
  });
});

describe("In the version before, nothing is touched and the pane can say why", () => {
  test.each(named)("%s", async (_name, command) => {
    const sets = withExcelApi(versionBefore(command));
    const { answer, before, after } = await inExcelWith(command, sets);
    expect(answer).toEqual({
      refusal: `This Excel is too old to ${command.to}: it lacks ExcelApi ${command.needs}. Update Office, or open the workbook in Excel on the web. The CALS functions in cells work here all the same.`,
    });
    expect(after).toEqual(before);
  });
});

test("Excels that are sold can do everything, or say what they cannot", () => {
  const cannot = excelProfiles.map(({ name, sets }) => {
    const refused = commands.filter(({ needs }) => !isAtLeast(sets.ExcelApi, needs));
    return [name, new Set(refused.map(({ to }) => to)).size] as const;
  });
  expect(Object.fromEntries(cannot)).toEqual({
    // without a shared runtime, so that they are not offered the add-in at all
    "Excel 2016": 18,
    "Excel 2019": 17,
    "Microsoft 365, version 2002": 15,
    "Microsoft 365, version 2008": 5,
    "Excel 2021": 0,
    "Excel 2024": 0,
    "Microsoft 365, version 2509": 0,
    "Excel on the web": 0,
  });
});

/** All suites run as Excel 2021; these are the oldest that are offered the add-in, and the newest. */
const tried = ["Microsoft 365, version 2002", "Microsoft 365, version 2008", "Excel on the web"];

describe.each(tried)("In %s", (profile) => {
  const { sets } = excelProfiles.find(({ name }) => name === profile)!;

  test.each(named)("%s", async (_name, command) => {
    const { answer, before, after } = await inExcelWith(command, sets);
    if (isAtLeast(sets.ExcelApi, command.needs)) {
      expect(answer).not.toHaveProperty("refusal");
    } else {
      expect(answer).toHaveProperty("refusal", expect.stringContaining("too old to"));
      expect(after).toEqual(before);
    }
  });
});
