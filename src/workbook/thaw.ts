import { allOrNothing } from "./all-or-nothing";
import { addressOf } from "./cell-address";
import { ownSettings, settingsBack, settingsTakenBack } from "./add-in-settings";
import { tallied, type SheetTally } from "./freeze-plan";
import { keepFormulas, type FrozenInput, type FrozenValue } from "./freeze-record";
import { valuesIn } from "./frozen-values";
import { inExcel } from "./in-excel";
import { recordTakenBack, storeRecord } from "./stored-record";
import { planThaw, type FoundFormula, type ThawPlan } from "./thaw-plan";
import { cellAt } from "./workbook-cells";
import { blocksTakenBack, gridOf, writeBlocks, type Block } from "./write-blocks";
import { WorkbookTrouble } from "./written";

/** A frozen formula that does not simply come back. */
export interface StuckFormula {
  /** With its sheet, such as "Quote!D2". */
  readonly cell: string;
  readonly formula: string;
  /** What it was frozen as, and what its cells hold now. */
  readonly was: string;
  readonly is: string;
}

export interface Thaw {
  /** Those that come back, sheet by sheet. */
  readonly sheets: readonly SheetTally[];
  /** Somebody has written into these cells since. */
  readonly changed: readonly StuckFormula[];
  /** What has become of their cells cannot be told. */
  readonly moved: readonly StuckFormula[];
  /** Their cells are gone. */
  readonly lost: readonly StuckFormula[];
  readonly protected: readonly SheetTally[];
  /** Cells that a formula reads and that hold something else by now. */
  readonly inputs: readonly (FrozenInput & { readonly cell: string; readonly holds: string })[];
  /** How many settings of the add-in come back. */
  readonly settings: number;
}

/** What a thaw is to do with cells that were changed since. */
export interface ThawChoice {
  readonly changed: "keep" | "thaw";
  /** The changed cells that somebody agreed to lose: a yes is for these contents and no others. */
  readonly agreed?: readonly StuckFormula[];
}

const command = { to: "thaw formulas", needs: "1.12", writes: true };
const looking = { to: "find frozen formulas", needs: "1.12" };

/** What a thaw would do now. */
export const lookAtThaw = (): Promise<Thaw> =>
  inExcel(looking, async (context) => toldOf(await planThaw(context)));

export const thaw = (choice: ThawChoice): Promise<Thaw> =>
  inExcel(command, (context) => thawFormulas(context, choice));

/**
 * Puts the frozen formulas back, each as it was, and forgets them. What was changed since is kept,
 * unless somebody has agreed to lose it; what cannot be put back stays in the record.
 */
async function thawFormulas(
  context: Excel.RequestContext,
  { changed, agreed = [] }: ThawChoice,
): Promise<Thaw> {
  const plan = await planThaw(context);
  const told = toldOf(plan);
  if (changed === "thaw" && JSON.stringify(told.changed) !== JSON.stringify(agreed)) {
    throw new WorkbookTrouble("Cells have changed meanwhile. Look again. Nothing was thawed.");
  }
  const back = plan.found.filter(
    ({ state }) => state === "as frozen" || (state === "changed" && changed === "thaw"),
  );
  const thawed = new Set(back.map(({ frozen }) => frozen));
  const { record: from, book } = plan;
  const { settings } = from;
  const to = { ...keepFormulas(from, (frozen) => !thawed.has(frozen)), settings: {} };
  const report = {
    ...told,
    sheets: tallied(back),
    changed: changed === "thaw" ? [] : told.changed,
  };
  if (back.length === 0 && told.settings === 0) return report;
  const kept = await ownSettings(context);
  await allOrNothing(async () => {
    await writeBlocks(context, back.map(asFormula));
    await settingsBack(context, settings);
    await storeRecord(context, { from, to }, book.names);
  }, [
    recordTakenBack(context, { from, to }, book.names),
    settingsTakenBack(context, kept, (key) => key in settings),
    blocksTakenBack(
      context,
      back.map(({ sheet, place }) => ({ ...place, sheet })),
    ),
  ]);
  return report;
}

function asFormula({ sheet, place, formula }: FoundFormula): Block {
  const cells = gridOf(place, (row, column) =>
    row === place.row && column === place.column ? formula : null,
  );
  const formats = gridOf(place, (row, column) => cellAt(sheet, row, column).format);
  const spills = place.rows * place.columns > 1;
  return { ...place, sheetId: sheet.id, cells, formats, spills };
}

export function toldOf({ found, lost, record }: ThawPlan): Thaw {
  const inState = (state: FoundFormula["state"]) => found.filter((one) => one.state === state);
  return {
    sheets: tallied(inState("as frozen")),
    changed: inState("changed").map(stuck),
    moved: inState("moved").map(stuck),
    protected: tallied(inState("protected")),
    lost: lost.map(({ from, frozen: { at, formula, values } }) => ({
      ...{ cell: `${from.name}!${at}`, formula, was: textOf(values), is: "" },
    })),
    inputs: found.flatMap((one) =>
      one.otherInputs.map((input) => ({ ...input, cell: cellOf(one) })),
    ),
    settings: Object.keys(record.settings).length,
  };
}

const cellOf = ({ sheet, place }: FoundFormula) => `${sheet.name}!${addressOf(place)}`;

const stuck = (one: FoundFormula): StuckFormula => ({
  cell: cellOf(one),
  formula: one.formula,
  was: textOf(one.frozen.values),
  is: textOf(valuesIn(one.sheet, one.place)),
});

const textOf = (values: readonly (readonly FrozenValue[])[]): string =>
  values.map((row) => row.map(({ value }) => String(value)).join(", ")).join("; ");
