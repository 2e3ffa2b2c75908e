/** What came of a request to write at the selected cell: a table, or the cells that stood in its way. */
export type Written =
  | { readonly done: true; readonly table: string; readonly address: string }
  | { readonly done: false; readonly occupied: string; readonly cells: number };

/** Why nothing was written, in words a buyer understands, with what to do about it. */
export class WorkbookTrouble extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WorkbookTrouble";
  }
}
