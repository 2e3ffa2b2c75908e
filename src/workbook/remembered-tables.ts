import type { Priced } from "./priced";
import { keyOf, priceOf } from "./pricing-rows";
import type { OfferChoices } from "../calculator/offers";
import { WorkbookTrouble } from "./written";

/** How a table is told from others: its id survives a new name, its name survives a new id. */
export interface TableSign {
  readonly id: string;
  readonly name: string;
}

/** What the workbook remembers of a pricing table, so that it can be refreshed in place. */
export interface Remembered extends TableSign {
  readonly choices: OfferChoices;
  readonly list: string;
  readonly date: string;
  /** The line underneath as it was written: another text there is the buyer's own. */
  readonly line: string;
  /** The price written for each row, by its key: another price there is the buyer's own. */
  readonly prices: Readonly<Record<string, number | "">>;
}

/** What to remember of a table with these offers. */
export function toRemember(
  { id, name }: TableSign,
  { choices, list, offers, line }: Priced,
): Remembered {
  const prices = Object.fromEntries(offers.map((offer) => [keyOf(offer), priceOf(offer)]));
  return { id, name, choices, list: list.name, date: list.date, line, prices };
}

const key = "CALS.pricingTables";
const version = 1;

interface Stored {
  readonly version: number;
  readonly tables: readonly Remembered[];
}

/** The setting, to be read after the next sync. */
export function loadRemembered(context: Excel.RequestContext): Excel.Setting {
  const setting = context.workbook.settings.getItemOrNullObject(key);
  setting.load("value");
  return setting;
}

export function readRemembered(setting: Excel.Setting): readonly Remembered[] {
  if (setting.isNullObject) return [];
  const stored = parsed(String(setting.value));
  if (stored && stored.version > version) {
    throw new WorkbookTrouble(
      "A newer version of CALS for Excel wrote the pricing tables of this workbook. Reload the add-in to update it.",
    );
  }
  return stored?.tables ?? [];
}

/** What is remembered of a table. Where Excel gave it another id, as another Excel may, its name tells. */
export function rememberedOf(
  { id, name }: TableSign,
  remembered: readonly Remembered[],
  tables: readonly TableSign[],
): Remembered | undefined {
  const lost = remembered.filter((entry) => !tables.some((table) => table.id === entry.id));
  return remembered.find((entry) => entry.id === id) ?? lost.find((entry) => entry.name === name);
}

/** Remembers a table, and forgets those that are no longer in the workbook. */
export function remember(
  context: Excel.RequestContext,
  before: readonly Remembered[],
  tables: readonly TableSign[],
  entry: Remembered,
): void {
  const others = tables
    .filter(({ id }) => id !== entry.id)
    .flatMap((table) => rememberedOf(table, before, tables) ?? []);
  const stored: Stored = { version, tables: [...others, entry] };
  context.workbook.settings.add(key, JSON.stringify(stored));
}

/** Settings can be edited by anyone; what is not ours is as good as none. */
function parsed(text: string): Stored | undefined {
  try {
    const stored = JSON.parse(text) as Stored;
    return Array.isArray(stored.tables) ? stored : undefined;
  } catch {
    return undefined;
  }
}
