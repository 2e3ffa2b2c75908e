import { allOrNothing } from "./all-or-nothing";
import { addressOf, placeOf } from "./cell-address";
import { inputsOf } from "./formula-inputs";
import { freeName } from "./free-name";
import { planFreeze, tallied, type Frozen, type FreezeScope } from "./freeze-plan";
import {
  keepFormulas,
  type FreezeRecord,
  type Freezing,
  type FrozenFormula,
  type FrozenSheet,
} from "./freeze-record";
import { toEnterFrozen, valuesIn } from "./frozen-values";
import { inExcel } from "./in-excel";
import { overlap, type LiveFormula } from "./live-formulas";
import { sheetsNamedIn } from "./sheets-in-formula";
import { markedArea, readRecord, recordTakenBack, storeRecord } from "./stored-record";
import { cellAt, type WorkbookCells } from "./workbook-cells";
import { blocksTakenBack, gridOf, writeBlocks, type Block, type Touched } from "./write-blocks";
import { ruleDay } from "../catalog/rule-day";
import { samplePriceList } from "../catalog/price-list";

const command = { to: "freeze formulas", needs: "1.12", writes: true };
const looking = { to: "find CALS formulas", needs: "1.12" };

/** What a freeze would do now. */
export const lookAtFreeze = (scope: FreezeScope): Promise<Frozen> =>
  inExcel(looking, async (context) => {
    const { formulas, left } = await planFreeze(context, scope);
    return { sheets: tallied(formulas), left };
  });

export const freeze = (scope: FreezeScope): Promise<Frozen> =>
  inExcel(command, (context) => freezeFormulas(context, scope));

/**
 * Replaces the CALS formulas of a scope by their values, each with all that it spills, and keeps them
 * in the record that travels with the workbook. Protected sheets, and cells that show no value yet,
 * stay as they are and are told.
 */
export async function freezeFormulas(
  context: Excel.RequestContext,
  scope: FreezeScope,
): Promise<Frozen> {
  const { book, formulas, left } = await planFreeze(context, scope);
  const report = { sheets: tallied(formulas), left };
  if (formulas.length === 0) return report;
  const from = await readRecord(context);
  const to = withFreezing(from, book, formulas);
  await allOrNothing(async () => {
    // The record first: no formula is ever only in memory.
    await storeRecord(context, { from, to }, book.names);
    await writeBlocks(context, formulas.map(asValues));
  }, [
    blocksTakenBack(context, formulas.map(touched)),
    recordTakenBack(context, { from, to }, book.names),
  ]);
  return report;
}

export const touched = ({ sheet, block }: LiveFormula): Touched => ({
  ...block,
  sheet,
  spills: block.rows * block.columns > 1,
});

export function asValues({ sheet, block }: LiveFormula): Block {
  const values = valuesIn(sheet, block);
  const formats = gridOf(block, (row, column) => cellAt(sheet, row, column).format);
  const cells = values.map((line) => line.map(toEnterFrozen));
  return { ...block, sheetId: sheet.id, cells, formats };
}

/** The record with one more freeze. What was frozen in the same cells before is not there any more. */
export function withFreezing(
  record: FreezeRecord,
  book: WorkbookCells,
  formulas: readonly LiveFormula[],
): FreezeRecord {
  const kept = keepFormulas(record, ({ id }, { at }) => {
    const place = placeOf(at);
    return !formulas.some(({ sheet, block }) => sheet.id === id && place && overlap(block, place));
  });
  const { name, date } = samplePriceList;
  const freezing: Freezing = {
    day: new Date().toISOString().slice(0, "2026-11-24".length),
    ruleDay,
    priceList: `${name}, ${date}`,
    sheets: sheetsOf(book, formulas),
  };
  return { ...record, freezings: [...kept.freezings, freezing] };
}

/** The sheets with these formulas, and those that the formulas name. */
function sheetsOf(book: WorkbookCells, formulas: readonly LiveFormula[]): readonly FrozenSheet[] {
  const named = new Set(formulas.flatMap(({ formula }) => sheetsNamedIn(formula)));
  const taken = book.names.map(({ name }) => name);
  return book.sheets
    .map((sheet) => ({ sheet, own: formulas.filter((each) => each.sheet.id === sheet.id) }))
    .filter(({ sheet, own }) => own.length > 0 || named.has(sheet.name.toLowerCase()))
    .map(({ sheet, own }) => {
      const mark = freeName("CALS_frozen", taken, "_");
      taken.push(mark);
      const { id, name } = sheet;
      return { id, name, mark, area: markedArea(sheet), formulas: own.map(frozenOf(book)) };
    });
}

const frozenOf =
  (book: WorkbookCells) =>
  ({ sheet, formula, block }: LiveFormula): FrozenFormula => ({
    at: addressOf(block),
    formula,
    values: valuesIn(sheet, block),
    inputs: inputsOf(book, formula, { sheet, row: block.row, column: block.column }),
  });
