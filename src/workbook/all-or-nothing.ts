import { inWords } from "./in-excel";
import { WorkbookTrouble } from "./written";

/** Writes; where that fails half-way, takes back what was made and puts back what was there. */
export async function allOrNothing<T>(
  write: () => Promise<T>,
  takeBack: () => Promise<void>,
): Promise<T> {
  try {
    return await write();
  } catch (refusal) {
    try {
      await takeBack();
    } catch (second) {
      throw halfWritten(refusal, second);
    }
    throw takenBack(refusal);
  }
}

/** A fault of ours stays one. */
function takenBack(refusal: unknown): unknown {
  const told = inWords(refusal);
  if (!(told instanceof WorkbookTrouble)) return refusal;
  return new WorkbookTrouble(`${told.message} Everything is as it was before.`, refusal);
}

/** The only trouble that leaves something behind. It tells both refusals: the first is the cause. */
function halfWritten(refusal: unknown, second: unknown): WorkbookTrouble {
  const [stopped, stuck] = [refusal, second].map((one) => (inWords(one) as Error).message);
  return new WorkbookTrouble(
    `Excel stopped half-way: ${stopped} What had been written could not be taken back: ${stuck} Look at the cells, and undo with Ctrl+Z what is not wanted.`,
    refusal,
  );
}
