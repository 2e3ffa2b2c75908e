/**
 * All or nothing: what comes between a command and Excel leaves the workbook as it was. `npm run faults`
 * tries every fault at every call; these are some of them, the same each time.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { aLivedInWorkbook, writingCommands } from "../faults/commands";
import { hurry } from "../faults/hurry";
import { differences, momentOf, pictureOf } from "../faults/picture";
import { CommandOnTrial } from "../faults/trial";
import { requirementSets } from "../../workbench/host/host";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { calculate } from "./freezing";
import { buyerTable } from "../../src/workbook/cal-columns";
import { lookAtFreeze } from "../../src/workbook/freeze";
import { lookAtPreparation } from "../../src/workbook/prepare-for-sharing";
import { pricingTables } from "../../src/workbook/pricing-table";
import { lookAtRepair } from "../../src/workbook/repair";
import { onSelectionChanged, selectedFormula } from "../../src/workbook/selected-formula";
import { lookAtThaw } from "../../src/workbook/thaw";

let giveBack: () => void;
beforeAll(() => (giveBack = hurry()));
afterAll(() => giveBack());

const pictureNow = (book: OpenWorkbook) => pictureOf(momentOf(book.host));

/** So many of the calls of each kind are tried here: a batch has many actions. */
const oneOf = { request: 2, answer: 2, action: 23 };

describe("Whatever comes between", () => {
  it.each(writingCommands.map((command) => [command.name, command] as const))(
    "%s leaves the workbook unharmed, or tells what is left",
    async (_, command) => {
      const onTrial = await CommandOnTrial.open(command);
      const harmed: string[] = [];
      for (const trial of onTrial.trials) {
        const { fault, at, meddling } = trial;
        if (at % oneOf[fault.moment] !== command.name.length % oneOf[fault.moment]) continue;
        const outcome = await onTrial.run(trial);
        if (typeof outcome === "string") continue;
        harmed.push(`${fault.name} at ${at}, ${meddling?.what}: ${outcome.harmed}`);
      }
      expect(onTrial.close()).toEqual([]);
      expect(harmed).toEqual([]);
    },
  );
});

/** The exported functions of src/workbook that give Excel a command, by whether it writes. */
function exportedCommands(): { writing: string[]; reading: string[] } {
  const folder = join(__dirname, "../../src/workbook");
  const found = readdirSync(folder).flatMap((file) => {
    const source = readFileSync(join(folder, file), "utf8");
    const commands = [...source.matchAll(/^const (\w+) = \{ to: "[^;]*/gm)];
    const exported = source.split(/^(?=export |function |async function |const )/m);
    return exported.flatMap((text) => {
      const name = /^export (?:async )?(?:function|const) (\w+)/.exec(text)?.[1];
      const given = /(?:inExcel|insertAtSelection)\(\s*(\w+),/.exec(text)?.[1];
      const command = commands.find(([, called]) => called === given);
      return name && command ? [{ name, writes: command[0].includes("writes: true") }] : [];
    });
  });
  const names = (writes: boolean) =>
    found.filter((one) => one.writes === writes).map(({ name }) => name);
  return { writing: names(true).sort(), reading: names(false).sort() };
}

it("No command that writes is left out", () => {
  const { writing } = exportedCommands();
  expect(writing).toHaveLength(10);
  expect(writing).toEqual([...new Set(writingCommands.map(({ writes }) => writes.name))].sort());
});

it("The others write nothing", async () => {
  const others: Record<string, () => Promise<unknown>> = {
    ...{ buyerTable, lookAtPreparation, lookAtRepair, lookAtThaw, pricingTables, selectedFormula },
    lookAtFreeze: () => lookAtFreeze("workbook"),
    onSelectionChanged: async () => (await onSelectionChanged(() => undefined))(),
  };
  expect(Object.keys(others).sort()).toEqual(exportedCommands().reading);
  const book = await openWorkbook({ calculate });
  await aLivedInWorkbook(book);
  await book.put("A30", [["=CALS.REQUIRED(1,2,3)"]]);
  const before = pictureNow(book);
  for (const read of Object.values(others)) await read();
  expect(differences(pictureNow(book), before)).toEqual([]);
  book.close();
});

describe("What a command writes is one step to undo", () => {
  it.each(writingCommands.map((command) => [command.name, command] as const))(
    "%s, where Excel can do that",
    async (_, command) => {
      const book = await openWorkbook({ calculate }, { ...requirementSets, ExcelApi: "1.20" });
      await aLivedInWorkbook(book);
      const give = await command.open(book);
      const { Excel } = globalThis as unknown as { Excel: { run: any } };
      const run = Excel.run.bind(Excel);
      const written: object[] = [];
      jest.spyOn(Excel, "run").mockImplementation(async (...args: unknown[]) => {
        const before = pictureNow(book);
        const result = await run(...args);
        if (differences(pictureNow(book), before).length > 0) written.push(args[0] as object);
        return result;
      });
      await give();
      expect(written).toEqual([{ mergeUndoGroup: true, delayForCellEdit: true }]);
      book.close();
    },
  );
});

describe("While a cell is being edited", () => {
  it("a command begins nothing, and waits where the person begins later", async () => {
    const [{ open }] = writingCommands;
    const book = await openWorkbook({ calculate });
    await aLivedInWorkbook(book);
    const give = await open(book);
    const { interruptions } = book.host.host;
    const before = pictureNow(book);
    interruptions.isEditing = true;
    await expect(give()).rejects.toThrow("A cell is being edited. Press Enter or Esc");
    expect(differences(pictureNow(book), before)).toEqual([]);
    const happens = () => void (interruptions.isEditing = true);
    interruptions.plan({ moment: "request", from: 1, times: 1, happens });
    await expect(give()).resolves.toMatchObject({ done: true });
    book.close();
  });
});
