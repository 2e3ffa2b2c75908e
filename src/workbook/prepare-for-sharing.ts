import { allOrNothing } from "./all-or-nothing";
import { ownSettings, settingsOut, settingsTakenBack } from "./add-in-settings";
import { asValues, touched, withFreezing } from "./freeze";
import { planFreeze, tallied, type Frozen } from "./freeze-plan";
import { inExcel } from "./in-excel";
import { never, readStartup, setStartup, startupTakenBack, type Startup } from "./startup";
import { readRecord, recordTakenBack, storeRecord } from "./stored-record";
import { blocksTakenBack, writeBlocks } from "./write-blocks";

/** What became of the workbook, or would. */
export interface Prepared extends Frozen {
  /** Whether it opened the add-in by itself. */
  readonly starts: boolean;
  /** How many settings of the add-in it held. */
  readonly settings: number;
}

const command = { to: "prepare a workbook for sharing", needs: "1.12", writes: true };
const looking = { to: "see what a preparation would do", needs: "1.12" };

/** What a preparation would do now. */
export const lookAtPreparation = (): Promise<Prepared> =>
  inExcel(looking, async (context) => {
    const { formulas, left } = await planFreeze(context, "workbook");
    const settings = Object.keys(await ownSettings(context)).length;
    return { sheets: tallied(formulas), left, settings, starts: starts(await readStartup()) };
  });

export const prepareForSharing = (): Promise<Prepared> => inExcel(command, prepare);

/**
 * Freezes the workbook and takes out whatever would ask for the add-in on another machine: its settings,
 * which a thaw brings back, and that it starts with the workbook.
 */
export async function prepare(context: Excel.RequestContext): Promise<Prepared> {
  const { book, formulas, left } = await planFreeze(context, "workbook");
  const settings = await ownSettings(context);
  const startup = await readStartup();
  const from = await readRecord(context);
  const frozen = formulas.length > 0 ? withFreezing(from, book, formulas) : from;
  const to = { ...frozen, settings: { ...from.settings, ...settings } };
  await allOrNothing(async () => {
    await storeRecord(context, { from, to }, book.names);
    await writeBlocks(context, formulas.map(asValues));
    // Before the settings go: saving Office's own copy of them could bring them back.
    await setStartup(never);
    await settingsOut(context, settings);
  }, [
    startupTakenBack(startup),
    settingsTakenBack(context, settings, (key) => key in settings),
    blocksTakenBack(context, formulas.map(touched)),
    recordTakenBack(context, { from, to }, book.names),
  ]);
  const count = Object.keys(settings).length;
  return { sheets: tallied(formulas), left, starts: starts(startup), settings: count };
}

const starts = ({ runtime, pane }: Startup): boolean => runtime || pane;
