import { MemoryBook } from "../../workbench/books/memory-book";
import { parseAddress, overlaps } from "../../workbench/host/address";
import type { Moment as Interruptible } from "../../workbench/host/interruptions";
import { openNodeHost, type NodeHost } from "../../workbench/host/node-host";
import { WorkbookTrouble } from "../../src/workbook/written";
import { calculate } from "../workbook/freezing";
import { OpenWorkbook } from "../workbook/open-workbook";
import { aLivedInWorkbook, type WritingCommand } from "./commands";
import { faultsOf, type Fault, type Meddling } from "./faults";
import { bringBack, differences, momentOf, pictureOf, type Moment, type Picture } from "./picture";

/** One fault at one call of a command. */
export interface Trial {
  readonly fault: Fault;
  readonly at: number;
  readonly meddling?: Meddling;
}

/** What came of it: "done" as if nothing had come between, or "unharmed", or told exactly what is left. */
export type Outcome = "done" | "unharmed" | "told" | { readonly harmed: string };

/** A command in its workbook, to be interrupted again and again. */
export class CommandOnTrial {
  /** What comes of the command where somebody has been there first. */
  private readonly meddledFirst: Record<string, readonly Picture[]> = {};

  private constructor(
    readonly command: WritingCommand,
    readonly trials: readonly Trial[],
    private readonly host: NodeHost,
    private readonly give: () => Promise<unknown>,
    private readonly before: Moment,
    private readonly after: Moment,
  ) {}

  static async open(command: WritingCommand): Promise<CommandOnTrial> {
    const host = await openNodeHost({ book: new MemoryBook({ calculate }) });
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    const book = new OpenWorkbook(host);
    await aLivedInWorkbook(book);
    const give = await command.open(book);
    const before = momentOf(host);
    const faults = faultsOf([...host.book.sheets()], host.host.state!);
    host.host.interruptions.plan();
    await give();
    const calls = host.host.interruptions.plan();
    const after = momentOf(host);
    if (differences(pictureOf(before), pictureOf(after)).length === 0) {
      throw new Error(`${command.name} wrote nothing.`);
    }
    return new CommandOnTrial(command, trialsOf(faults, calls), host, give, before, after);
  }

  /** The globals are those of the command that was opened last. */
  async run(trial: Trial): Promise<Outcome> {
    const { fault, at, meddling } = trial;
    const { Excel, Office, host } = this.host;
    Object.assign(globalThis, { Excel, Office });
    await bringBack(this.host, this.before);
    const { interruptions } = host;
    const { moment } = fault;
    const happens = () => meddling?.meddle(this.host);
    if (fault.plan) fault.plan(interruptions, at);
    else interruptions.plan({ moment, from: at, times: 1, happens });
    const trouble = await this.give().then(
      () => undefined,
      (refusal: unknown) => refusal,
    );
    interruptions.plan();
    const now = pictureOf(momentOf(this.host));
    if (!trouble) return this.judgeDone(now, trial);
    return judgeRefused(trouble, fault, now, await this.pictureAfter(this.before, meddling));
  }

  close(): readonly string[] {
    const { unimplemented } = this.host;
    this.host.close();
    return unimplemented;
  }

  /** What somebody else did stays done. */
  private async pictureAfter(moment: Moment, meddling: Meddling | undefined): Promise<Picture> {
    if (!meddling) return pictureOf(moment);
    await bringBack(this.host, moment);
    meddling.meddle(this.host);
    return pictureOf(momentOf(this.host));
  }

  /** As without any fault: where somebody came between, as if that had been after it, or before. */
  private async judgeDone(now: Picture, { fault, meddling }: Trial): Promise<Outcome> {
    const different = differences(now, await this.pictureAfter(this.after, meddling));
    if (different.length === 0) return "done";
    if (meddling) {
      const key = `${fault.name} ${meddling.what}`;
      const first = (this.meddledFirst[key] ??= await this.runAfter(meddling));
      if (first.some((picture) => differences(now, picture).length === 0)) return "done";
    }
    return { harmed: `done, but otherwise: ${list(different)}` };
  }

  /** What somebody left to the command, which may find nothing to do, and what it then made of that. */
  private async runAfter({ meddle }: Meddling): Promise<readonly Picture[]> {
    await bringBack(this.host, this.before);
    meddle(this.host);
    const left = pictureOf(momentOf(this.host));
    await this.give().catch(() => undefined);
    return [left, pictureOf(momentOf(this.host))];
  }
}

function judgeRefused(trouble: unknown, { passes }: Fault, now: Picture, wanted: Picture): Outcome {
  if (!(trouble instanceof WorkbookTrouble)) return { harmed: `a bug: ${String(trouble)}` };
  const different = differences(now, wanted);
  if (different.length === 0) {
    if (!trouble.message.includes("could not be taken back")) return "unharmed";
    // While Excel does not answer nobody can know.
    if (!passes) return "told";
    return { harmed: `unharmed, and said to be harmed: ${trouble.message}` };
  }
  const { message } = trouble;
  const untold = different.filter((place) => !isTold(place, message));
  if (!passes && untold.length === 0) return "told";
  return { harmed: `${list(passes ? different : untold)}; told: ${message}` };
}

const list = (places: readonly string[]) =>
  `${places.slice(0, 4).join(", ")}${places.length > 4 ? ` and ${places.length - 4} more` : ""}`;

/** Whether a message says of a place that something was left there. */
function isTold(place: string, message: string): boolean {
  if (/^(name CALS_frozen|part )/.test(place)) return message.includes("record of frozen formulas");
  if (/^setting /.test(place)) return message.includes("what is remembered in the workbook");
  if (/^(startup|document )/.test(place)) return message.includes("start with the workbook");
  if (/^table /.test(place)) return message.includes("table");
  const [, sheet, cells] = /^(?:sheet |width |entry rule )?([^!]+)(?:!(.*))?$/.exec(place)!;
  if (message.includes(`the sheet ${sheet}`)) return true;
  const rect = cells === undefined ? undefined : parseAddress(cells);
  if (!rect) return false;
  return [...message.matchAll(/(?:'([^']+)'|([\w ]+))!([A-Z]+\d+(?::[A-Z]+\d+)?)/g)].some(
    ([, quoted, plain, address]) => {
      const told = parseAddress(address)!;
      const isColumn = place.startsWith("width");
      const isSheet = (quoted ?? plain.replace(/^.*cells /, "")).trim() === sheet;
      return isSheet && overlaps(told, isColumn ? { ...rect, row: told.row } : rect);
    },
  );
}

function trialsOf(
  faults: readonly Fault[],
  calls: Readonly<Record<Interruptible, number>>,
): readonly Trial[] {
  return faults.flatMap((fault) =>
    Array.from({ length: calls[fault.moment] }, (_, at) => at).flatMap((at): Trial[] =>
      fault.others ? fault.others.map((meddling) => ({ fault, at, meddling })) : [{ fault, at }],
    ),
  );
}
