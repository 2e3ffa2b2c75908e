/** What came of a request to write at the selected cell: a table, or the cells that stood in its way. */
export type Written = WrittenTable | Occupied;

export interface WrittenTable {
  readonly done: true;
  readonly table: string;
  readonly address: string;
}

/** Cells that something stands in. Whoever agrees to lose them hands this back. */
export interface Occupied {
  readonly done: false;
  readonly occupied: string;
  readonly cells: number;
  /** What they hold, as text to compare: a yes is for these contents and no others. */
  readonly contents: string;
}

/** Why nothing was written, in words a buyer understands, with what to do about it. */
export class WorkbookTrouble extends Error {
  constructor(
    message: string,
    /** What is behind it, where Excel or the calculator refused something. */
    readonly refusal?: unknown,
  ) {
    super(message);
    this.name = "WorkbookTrouble";
  }
}
