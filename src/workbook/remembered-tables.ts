import { settingsTakenBack } from "./add-in-settings";
import type { TakeBack } from "./all-or-nothing";
import type { Priced } from "./priced";
import { keyOf, listCells } from "./pricing-rows";
import {
  fromStoredRows,
  toStoredRows,
  type RememberedRows,
  type StoredRows,
} from "./remembered-rows";
import { WorkbookTrouble } from "./written";
import type { OfferChoices } from "../calculator/offers";

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
  /** What was written into each row, by its key: anything else there is the buyer's own. */
  readonly rows: RememberedRows;
}

/** What to remember of a table with these offers. */
export function toRemember(
  { id, name }: TableSign,
  { choices, list, offers, line }: Priced,
): Remembered {
  const rows = offers.map((offer) => [keyOf(offer), listCells(offer, choices.currency)] as const);
  const { name: listName, date } = list;
  return { id, name, choices, list: listName, date, line, rows: Object.fromEntries(rows) };
}

/** One setting for each table, so that two people who write two tables lose neither. */
const prefix = "CALS.pricingTable.";
const version = 1;

interface Stored extends Omit<Remembered, "rows">, StoredRows {
  readonly version: number;
}

/** The settings, to be read after the next sync. */
export function loadRemembered(context: Excel.RequestContext): Excel.SettingCollection {
  const { settings } = context.workbook;
  settings.load("items/key,items/value");
  return settings;
}

export function readRemembered(settings: Excel.SettingCollection): readonly Remembered[] {
  const ours = settings.items.filter(({ key }) => key.startsWith(prefix));
  return ours.flatMap(({ value }) => {
    const stored = parsed(String(value));
    if (!stored) return [];
    if (stored.version > version) {
      throw new WorkbookTrouble(
        "A newer version of CALS for Excel wrote the pricing tables of this workbook. Reload the add-in to update it. Nothing was written.",
      );
    }
    return rememberedIn(stored);
  });
}

/** What is remembered of a table. Where Excel gave it another id, as another Excel may, its name tells. */
export function rememberedOf(
  { id, name }: TableSign,
  remembered: readonly Remembered[],
  tables: readonly TableSign[],
): Remembered | undefined {
  const lost = remembered.filter((entry) => isLost(entry, tables));
  return remembered.find((entry) => entry.id === id) ?? lost.find((entry) => entry.name === name);
}

/**
 * Queues what to remember of a table. A table that is missing now may come back with an undo, and is
 * forgotten only when another takes its name.
 */
export function remember(
  context: Excel.RequestContext,
  before: readonly Remembered[],
  tables: readonly TableSign[],
  entry: Remembered,
): void {
  const { settings } = context.workbook;
  settings.add(prefix + entry.id, storedText(entry));
  before
    .filter((other) => other.name === entry.name && other.id !== entry.id)
    .filter((other) => isLost(other, tables))
    .forEach(({ id }) => settings.getItemOrNullObject(prefix + id).delete());
}

/** What is remembered of a table as it was, and of those that were forgotten for it. A new table has no id yet. */
export const rememberedTakenBack = (
  context: Excel.RequestContext,
  before: Readonly<Record<string, string>>,
  { id, name }: Partial<TableSign>,
): TakeBack =>
  settingsTakenBack(
    context,
    before,
    (key, value) =>
      key.startsWith(prefix) && (key === `${prefix}${id}` || parsed(value)?.name === name),
  );

const isLost = (entry: TableSign, tables: readonly TableSign[]): boolean =>
  !tables.some(({ id }) => id === entry.id);

export function storedText(entry: Remembered): string {
  const stored: Stored = { version, ...entry, ...toStoredRows(entry.rows) };
  return JSON.stringify(stored);
}

const rememberedIn = ({ version: _, texts, rows, ...entry }: Stored): Remembered => ({
  ...entry,
  rows: fromStoredRows({ texts, rows }),
});

/** Settings can be edited by anyone; what is not ours is as good as none. */
function parsed(text: string): Stored | undefined {
  try {
    const stored = JSON.parse(text) as Partial<Stored> | null;
    const isOurs = stored?.version && stored.id && stored.choices && stored.rows;
    // A newer version may keep its rows in another form.
    if (stored?.version === version && !stored.texts) return undefined;
    return isOurs ? (stored as Stored) : undefined;
  } catch {
    return undefined;
  }
}
