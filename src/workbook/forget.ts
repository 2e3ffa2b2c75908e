import { allOrNothing } from "./all-or-nothing";
import { keepFormulas } from "./freeze-record";
import { inExcel } from "./in-excel";
import { recordTakenBack, storeRecord } from "./stored-record";
import { lookAtThaw, toldOf, type StuckFormula, type Thaw } from "./thaw";
import { planThaw } from "./thaw-plan";
import { WorkbookTrouble } from "./written";

const command = { to: "forget frozen formulas", needs: "1.12", writes: true };

/** Frozen formulas that do not simply come back: their cells were changed, moved or deleted. */
export const lookAtForgetting = async (): Promise<readonly StuckFormula[]> =>
  stuckIn(await lookAtThaw());

/** Forgets these formulas for good, if they are still just those that somebody agreed to lose. */
export const forget = (agreed: readonly StuckFormula[]): Promise<void> =>
  inExcel(command, async (context) => {
    const plan = await planThaw(context);
    if (JSON.stringify(stuckIn(toldOf(plan))) !== JSON.stringify(agreed)) {
      throw new WorkbookTrouble("Cells have changed meanwhile. Look again. Nothing was forgotten.");
    }
    const { book, found, lost, record: from } = plan;
    const stuck = found.filter(({ state }) => state === "changed" || state === "moved");
    const forgotten = new Set([...stuck, ...lost].map(({ frozen }) => frozen));
    const to = keepFormulas(from, (frozen) => !forgotten.has(frozen));
    const change = { from, to };
    await allOrNothing(
      () => storeRecord(context, change, book.names),
      [recordTakenBack(context, change, book.names)],
    );
  });

const stuckIn = ({ changed, moved, lost }: Thaw): readonly StuckFormula[] => [
  ...changed,
  ...moved,
  ...lost,
];
