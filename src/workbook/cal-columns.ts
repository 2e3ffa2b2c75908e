import { WorkbookTrouble, type Written } from "./written";

export type CalField = "edition" | "users" | "devices" | "calType" | "channel" | "owned";

export type CalColumn = "CAL type" | "CAL" | "Required" | "Included" | "To buy" | "Why";

/** A table of the buyer's, with the headers that seem to hold what our functions ask for. */
export interface BuyerTable {
  readonly table: string;
  readonly headers: readonly string[];
  readonly guess: Readonly<Partial<Record<CalField, string>>>;
}

/** The table that holds the selected cell. */
export async function buyerTable(): Promise<BuyerTable | undefined> {
  return undefined;
}

export async function addCalColumns(
  _table: string,
  _mapping: Readonly<Partial<Record<CalField, string>>>,
  _columns: readonly CalColumn[],
): Promise<Written> {
  throw new WorkbookTrouble("Not built yet.");
}
