import { occupiedBy, groundAtSelection, allOrNothing, type Ground } from "./ground";
import { inExcel } from "./in-excel";
import { pricedFor, type Priced } from "./priced";
import {
  cellsOf,
  numberFormats,
  pricePerCal,
  pricingColumns,
  pricingHeaders,
} from "./pricing-rows";
import {
  loadRemembered,
  readRemembered,
  remember,
  rememberedOf,
  toRemember,
} from "./remembered-tables";
import { fillColumn, freeTableName, tableOn, takeBackTable } from "./table-on-ground";
import { WorkbookTrouble, type Written } from "./written";
import type { OfferChoices } from "../calculator/offers";
import { offersIn, samplePriceList } from "../catalog/price-list";

export { refreshPricingTable, type Refreshed } from "./refresh-pricing-table";

/** A pricing table that this add-in wrote into the workbook. */
export interface PricingTable {
  readonly table: string;
  readonly sheet: string;
  readonly choices: OfferChoices;
  readonly list: string;
  readonly date: string;
}

/** Writes the offers at the selected cell as a table, with the list they come from underneath. */
export function insertPricingTable(choices: OfferChoices, overwrite: boolean): Promise<Written> {
  return inExcel(async (context) => {
    const priced = pricedFor(choices);
    if (priced.offers.length === 0) throw nothingToWrite(choices);
    const size = { rows: priced.offers.length + 2, columns: pricingHeaders.length };
    const ground = await groundAtSelection(context, size);
    const occupied = occupiedBy(ground);
    if (occupied && !overwrite) return occupied;
    const name = await freeTableName(context, "CalsPrices");
    return allOrNothing(
      ground,
      () => write(context, ground, name, priced),
      () => takeBackTable(ground),
    );
  });
}

/** The pricing tables of the workbook, wherever they were moved and whatever they are called now. */
export function pricingTables(): Promise<readonly PricingTable[]> {
  return inExcel(async (context) => {
    const setting = loadRemembered(context);
    const { tables } = context.workbook;
    tables.load("items/id,items/name,items/worksheet/name");
    await context.sync();
    const remembered = readRemembered(setting);
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
): Promise<Written> {
  const { choices, offers, line } = priced;
  context.application.suspendApiCalculationUntilNextSync();
  const formats = numberFormats(choices.currency);
  const columns = pricingHeaders.map((header) => ({
    header,
    width: pricingColumns[header],
    format: formats[header],
  }));
  const rows = offers.map((offer) => {
    const cells = cellsOf(offer, choices.currency);
    return pricingHeaders.map((header) => cells[header]);
  });
  const table = tableOn(ground, name, columns, rows);
  fillColumn(table, "Price per CAL", rows.length, pricePerCal(name));
  const below = ground.sheet.getCell(ground.row + rows.length + 1, ground.column);
  below.values = [[line]];
  const range = table.getRange();
  range.load("address");
  table.load("id");
  const setting = loadRemembered(context);
  const { tables } = context.workbook;
  tables.load("items/id,items/name");
  await context.sync();
  const entry = toRemember({ id: table.id, name }, priced);
  remember(context, readRemembered(setting), tables.items, entry);
  await context.sync();
  return { done: true, table: name, address: range.address };
}
