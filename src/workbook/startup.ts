import type { TakeBack } from "./all-or-nothing";
import { WorkbookTrouble } from "./written";

/** How opening a workbook wakes the add-in. */
export interface Startup {
  /** Its functions load. */
  readonly runtime: boolean;
  /** Its pane opens. */
  readonly pane: boolean;
}

export const never: Startup = { runtime: false, pane: false };

/** Excel's own name for it. */
const opensPane = "Office.AutoShowTaskpaneWithDocument";

/**
 * We never ask for a start ourselves, because a colleague without the add-in then meets an error; a
 * template or an administrator may have asked for it.
 */
export async function readStartup(): Promise<Startup> {
  const behavior = await Office.addin.getStartupBehavior();
  const pane = Boolean(Office.context.document.settings.get(opensPane));
  return { runtime: behavior === Office.StartupBehavior.load, pane };
}

export async function setStartup(to: Startup): Promise<void> {
  const from = await readStartup();
  const { load, none } = Office.StartupBehavior;
  if (from.runtime !== to.runtime) await Office.addin.setStartupBehavior(to.runtime ? load : none);
  if (from.pane !== to.pane) await setPane(to.pane);
}

export const startupTakenBack = (startup: Startup): TakeBack => ({
  of: "whether the add-in is to start with the workbook",
  run: () => setStartup(startup),
});

async function setPane(opens: boolean): Promise<void> {
  const { settings } = Office.context.document;
  if (opens) settings.set(opensPane, true);
  else settings.remove(opensPane);
  await new Promise<void>((resolve, reject) =>
    settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) return resolve();
      reject(new WorkbookTrouble(`Excel refused: ${error.message}`, error));
    }),
  );
}
