import type { ApiError } from "../../workbench/host/api-error";
import type { Host } from "../../workbench/host/host";
import { refusals, type Interruptions, type Moment } from "../../workbench/host/interruptions";
import type { SheetInfo, TableState } from "../../workbench/host/book";
import type { NodeHost } from "../../workbench/host/node-host";

/** What may come between, at each call of a command in turn. */
export interface Fault {
  readonly name: string;
  readonly moment: Moment;
  /** What a coauthor does to the workbook, if that is what it is; undone by nobody. */
  readonly others?: readonly Meddling[];
  readonly plan?: (interruptions: Interruptions, from: number) => void;
  /** Whether Excel answers again before long; if it never does, what is left must be told. */
  readonly passes: boolean;
}

/** Somebody else at the same workbook. */
export interface Meddling {
  readonly what: string;
  readonly meddle: (host: NodeHost) => void;
}

const throwing = (refusal: () => ApiError) => () => {
  throw refusal();
};

/** So many calls are refused, and then Excel is well again. */
const refusing = (name: string, moment: Moment, refusal: () => ApiError, times = 1): Fault => ({
  ...{ name, moment, passes: times < Infinity },
  plan: (interruptions, from) =>
    interruptions.plan({ moment, from, times, happens: throwing(refusal) }),
});

/** All is done, and its answer never comes; nor does anything after it, so many times. */
const unanswered = (name: string, refusal: () => ApiError, times: number): Fault => ({
  ...{ name, moment: "answer", passes: times < Infinity },
  plan: (interruptions, from) =>
    interruptions.plan({
      ...{ moment: "answer", from, times: 1 },
      happens: () => {
        interruptions.plan({ moment: "request", from: 0, times, happens: throwing(refusal) });
        throw refusal();
      },
    }),
});

/** Refused once in the command, and once again while it is taken back. */
const twice: Fault = {
  ...{ name: "internal error, twice", moment: "action", passes: true },
  plan: (interruptions, from) =>
    interruptions.plan({
      ...{ moment: "action", from, times: 1 },
      happens: () => {
        const next = { moment: "action", from: (from * 7) % 61, times: 1 } as const;
        interruptions.plan({ ...next, happens: throwing(refusals.internalError) });
        throw refusals.internalError();
      },
    }),
};

const editing: Fault = {
  ...{ name: "cell in edit mode", moment: "request", passes: true },
  plan: (interruptions, from) =>
    interruptions.plan({
      ...{ moment: "request", from, times: 1 },
      happens: () => void (interruptions.isEditing = true),
    }),
};

/** A person's doing between two requests. */
const meddling = (name: string, others: readonly Meddling[]): Fault => ({
  ...{ name, moment: "request", passes: true, others },
});

/** The faults of a workbook with these sheets and tables. */
export const faultsOf = (
  sheets: readonly SheetInfo[],
  { tables, protectedSheets }: NonNullable<Host["state"]>,
): Fault[] => [
  refusing("item not found", "action", refusals.itemNotFound),
  meddling("sheet deleted", sheets.map(deletingSheet)),
  meddling("table deleted", tables.map(deletingTable)),
  refusing("access denied", "action", refusals.accessDenied),
  meddling("sheet protected", sheets.filter(({ id }) => !protectedSheets.has(id)).map(protecting)),
  editing,
  refusing("cell in edit mode, no waiting", "request", refusals.editing, 3),
  refusing("request too large", "request", refusals.requestTooLarge),
  refusing("answer too large", "answer", refusals.answerTooLarge),
  refusing("host busy", "request", refusals.busy, 3),
  refusing("internal error", "action", refusals.internalError),
  twice,
  refusing("connection lost, and back", "request", refusals.disconnected, 3),
  unanswered("answer lost, and back", refusals.disconnected, 2),
  refusing("connection lost for good", "request", refusals.disconnected, Infinity),
  unanswered("answer lost for good", refusals.disconnected, Infinity),
];

const deletingSheet = ({ id, name }: SheetInfo): Meddling => ({
  what: name,
  meddle: ({ book, host }) => {
    if (!book.sheets().some((sheet) => sheet.id === id)) return;
    host.state!.forgetSheet(id);
    book.removeSheet(id);
  },
});

const protecting = ({ id, name }: SheetInfo): Meddling => ({
  what: name,
  meddle: ({ host }) => void host.state!.protectedSheets.add(id),
});

/** With its cells, as Excel deletes a table. */
const deletingTable = ({ id, name }: TableState): Meddling => ({
  what: name,
  meddle: ({ book, host }) => {
    const table = host.state!.tables.find((one) => one.id === id);
    if (!table) return;
    const { sheetId, rect } = table;
    host.state!.removeTable(table);
    book.clear(sheetId, rect, "contents");
    book.clear(sheetId, rect, "formats");
  },
});
