import type { OpenWorkbook } from "./open-workbook";
import { offersIn, samplePriceList } from "../../src/catalog/price-list";
import { readRemembered, storedText, type Remembered } from "../../src/workbook/remembered-tables";

/** What the tests of pricing tables insert at B3, and where its parts stand then. */
export const choices = {
  ...({ version: "2012 R2", calType: "User", channel: "OEM", currency: "USD" } as const),
};
export const offers = offersIn(samplePriceList, choices).value;
/** The row of the sheet below the table's last row. */
export const lineRow = 3 + offers.length + 1;
export const body = `B4:J${lineRow - 1}`;
export const keyOfRow = (row: readonly unknown[]) => row.slice(0, 5).join("|");

const keyOfSetting = async (book: OpenWorkbook): Promise<string> =>
  Object.keys(await book.settings()).find((key) => key.startsWith("CALS.pricingTable."))!;

export async function remembered(book: OpenWorkbook): Promise<Remembered> {
  const value = (await book.settings())[await keyOfSetting(book)];
  return readRemembered({ items: [{ key: "CALS.pricingTable.", value }] } as any)[0];
}

type Changing<T> = { -readonly [K in keyof T]: Changing<T[K]> };

/** As if an older list had been written: other prices, rows gone since, rows still to come. */
export async function makeOlder(
  book: OpenWorkbook,
  change: (entry: Changing<Remembered>) => void,
): Promise<void> {
  const entry = (await remembered(book)) as Changing<Remembered>;
  change(entry);
  await book.setSetting(await keyOfSetting(book), storedText(entry));
}

/** As if the first of the list's rows were new in it: the table does not have it yet. */
export async function withoutFirstRow(book: OpenWorkbook): Promise<unknown[]> {
  const [first] = await book.values(body);
  await book.deleteRow("CalsPrices", 0);
  await makeOlder(book, ({ rows }) => delete rows[keyOfRow(first)]);
  return first;
}
