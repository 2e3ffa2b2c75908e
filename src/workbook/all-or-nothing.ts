import { inWords } from "./in-excel";
import { WorkbookTrouble } from "./written";

/**
 * One of the things that a command may have written, and how to take it back. It looks at what is there
 * and mends that: nothing where nothing was written or nothing stands any more, and again where it failed.
 */
export interface TakeBack {
  /** What is left behind if it fails, such as "the cells Sheet1!B3:J9". */
  readonly of: string;
  readonly run: () => Promise<void>;
}

/** How long Excel is given to become well again, in milliseconds, before each try. */
const pauses = [0, 0, 250, 1000];

/**
 * Writes; where that fails half-way, takes back what was made and puts back what was there, in the order
 * given. What cannot be taken back does not stop the rest, and is told.
 */
export async function allOrNothing<T>(
  write: () => Promise<T>,
  takeBacks: readonly TakeBack[],
): Promise<T> {
  try {
    return await write();
  } catch (refusal) {
    const stuck: Stuck[] = [];
    for (const takeBack of takeBacks) {
      const why = await refusalOf(takeBack);
      if (why) stuck.push({ of: takeBack.of, why });
    }
    throw stuck.length > 0 ? halfWritten(refusal, stuck) : takenBack(refusal);
  }
}

interface Stuck {
  readonly of: string;
  readonly why: Error;
}

async function refusalOf({ run }: TakeBack): Promise<Error | undefined> {
  let last: Error | undefined;
  for (const pause of pauses) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      await run();
      return undefined;
    } catch (refusal) {
      last = inWords(refusal) as Error;
    }
  }
  return last;
}

/** A fault of ours stays one. */
function takenBack(refusal: unknown): unknown {
  const told = inWords(refusal);
  if (!(told instanceof WorkbookTrouble)) return refusal;
  return new WorkbookTrouble(`${told.message} Everything is as it was before.`, refusal);
}

/** The only trouble that leaves something behind. It tells what, and why: the first refusal is the cause. */
function halfWritten(refusal: unknown, stuck: readonly Stuck[]): WorkbookTrouble {
  const stopped = (inWords(refusal) as Error).message;
  const whys = new Set([stopped, ...stuck.map(({ why }) => why.message)]);
  whys.delete(stopped);
  const told = [
    `Excel stopped half-way: ${stopped}`,
    `This could not be taken back: ${stuck.map(({ of }) => of).join("; ")}.`,
    ...whys,
    "Look there first, and undo with Ctrl+Z what is not wanted.",
  ];
  return new WorkbookTrouble(told.join(" "), refusal);
}
