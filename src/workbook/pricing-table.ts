import { ownIn } from "./add-in-settings";
import { allOrNothing } from "./all-or-nothing";
import { asText } from "./cell-text";
import { groundAtSelection, type Ground } from "./ground";
import { inExcel } from "./in-excel";
import { isAgreed, occupiedBy } from "./occupied";
import { pricedFor, type Priced } from "./priced";
import {
  cellsOf,
  numberFormats,
  pricePerCal,
  pricingColumns,
  pricingHeaders,
  toEnter,
} from "./pricing-rows";
import {
  loadRemembered,
  readRemembered,
  remember,
  rememberedOf,
  rememberedTakenBack,
  toRemember,
  type Remembered,
} from "./remembered-tables";
import { fillColumn, freeTableName, lineOn, tableOn, tablesTakenBack } from "./table-on-ground";
import { WorkbookTrouble, type Occupied, type Written } from "./written";
import type { OfferChoices } from "../calculator/offers";
import { offersIn, samplePriceList } from "../catalog/price-list";

/** A pricing table that this add-in wrote into the workbook. */
export interface PricingTable {
  readonly table: string;
  readonly sheet: string;
  readonly choices: OfferChoices;
  readonly list: string;
  readonly date: string;
}

const inserting = { to: "insert a pricing table", needs: "1.13", writes: true };
const listing = { to: "find the pricing tables of a workbook", needs: "1.4" };

/**
 * Writes the offers at the selected cell as a table, with the list they come from underneath. Cells
 * that hold something are written over only if the buyer agreed to lose just these.
 */
export function insertPricingTable(choices: OfferChoices, agreed?: Occupied): Promise<Written> {
  return inExcel(inserting, async (context) => {
    const priced = pricedFor(choices);
    if (priced.offers.length === 0) throw nothingToWrite(choices);
    const settings = loadRemembered(context);
    const name = await freeTableName(context, "CalsPrices");
    const remembered = readRemembered(settings);
    const before = ownIn(settings);
    const size = { rows: priced.offers.length + 2, columns: pricingHeaders.length };
    const ground = await groundAtSelection(context, size);
    const occupied = occupiedBy(ground);
    if (occupied && !isAgreed(occupied, agreed)) return occupied;
    return allOrNothing(
      () => write(context, ground, name, priced, remembered),
      [...tablesTakenBack(context, ground), rememberedTakenBack(context, before, { name })],
    );
  });
}

/** The pricing tables of the workbook, wherever they were moved and whatever they are called now. */
export function pricingTables(): Promise<readonly PricingTable[]> {
  return inExcel(listing, async (context) => {
    const settings = loadRemembered(context);
    const { tables } = context.workbook;
    tables.load("items/id,items/name,items/worksheet/name");
    await context.sync();
    const remembered = readRemembered(settings);
    return tables.items.flatMap(({ id, name, worksheet }) => {
      const entry = rememberedOf({ id, name }, remembered, tables.items);
      if (!entry) return [];
      const { choices, list, date } = entry;
      return [{ table: name, sheet: worksheet.name, choices, list, date }];
    });
  });
}

function nothingToWrite(choices: OfferChoices): WorkbookTrouble {
  const widest: OfferChoices = { ...choices, calType: "Both", channel: "All" };
  const { value, because } = offersIn(samplePriceList, widest);
  if (value.length === 0) return new WorkbookTrouble(because[0].says);
  return new WorkbookTrouble(
    `The list has nothing for these choices: ${choices.calType}, ${choices.channel}. Choose another channel or CAL type.`,
  );
}

async function write(
  context: Excel.RequestContext,
  ground: Ground,
  name: string,
  priced: Priced,
  remembered: readonly Remembered[],
): Promise<Written> {
  const { choices, offers, line } = priced;
  const formats = numberFormats(choices.currency);
  const columns = pricingHeaders.map((header) => ({
    header,
    width: pricingColumns[header],
    format: formats[header],
  }));
  const rows = offers.map((offer) => {
    const cells = cellsOf(offer, choices.currency);
    return pricingHeaders.map((header) => toEnter(cells[header]));
  });
  const table = await tableOn(ground, name, columns, rows);
  await fillColumn(table, "Price per CAL", rows.length, pricePerCal(name));
  lineOn(ground, asText(line));
  const range = table.getRange();
  range.load("address");
  table.load("id");
  const { tables } = context.workbook;
  tables.load("items/id,items/name");
  await context.sync();
  // Only now is its id known, by which it is remembered.
  remember(context, remembered, tables.items, toRemember({ id: table.id, name }, priced));
  await context.sync();
  return { done: true, table: name, address: range.address };
}
