import type { OfferChoices } from "../calculator/offers";
import { WorkbookTrouble, type Written } from "./written";

/** A pricing table that this add-in wrote into the workbook. */
export interface PricingTable {
  readonly table: string;
  readonly sheet: string;
  readonly choices: OfferChoices;
  readonly list: string;
  readonly date: string;
}

/** Rows whose price, currency or source changed; rows added; rows no longer in the list. */
export interface Refreshed {
  readonly table: string;
  readonly updated: number;
  readonly added: number;
  readonly gone: number;
}

export async function insertPricingTable(
  _choices: OfferChoices,
  _overwrite: boolean,
): Promise<Written> {
  throw new WorkbookTrouble("Not built yet.");
}

export async function pricingTables(): Promise<readonly PricingTable[]> {
  return [];
}

export async function refreshPricingTable(_table: string): Promise<Refreshed> {
  throw new WorkbookTrouble("Not built yet.");
}
