import { allOrNothing } from "./all-or-nothing";
import { addressOf, placeOf } from "./cell-address";
import { referencesIn } from "./formula-references";
import { inputsOf } from "./formula-inputs";
import { planFreeze, tallied, type Frozen, type FreezeScope } from "./freeze-plan";
import {
  keepFormulas,
  type FreezeRecord,
  type Freezing,
  type FrozenFormula,
} from "./freeze-record";
import { toEnterFrozen, valuesIn } from "./frozen-values";
import { inExcel } from "./in-excel";
import { overlap, type LiveFormula } from "./live-formulas";
import { markFormulas, whereabouts, type Area, type Mark } from "./moved-cells";
import { readRecord, recordTakenBack, storeRecord } from "./stored-record";
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
async function freezeFormulas(context: Excel.RequestContext, scope: FreezeScope): Promise<Frozen> {
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
  const places = new Map(
    record.freezings.map((freezing) => [freezing, whereabouts(freezing.marks, book.names)]),
  );
  const kept = keepFormulas(record, ({ at }, { name }, freezing) => {
    const now = places.get(freezing)!({ sheet: name, address: at });
    if (typeof now !== "object" || now.address === undefined) return true;
    const place = placeOf(now.address)!;
    return !formulas.some(({ sheet, block }) => sheet.name === now.sheet && overlap(block, place));
  });
  const { name, date } = samplePriceList;
  const freezing: Freezing = {
    day: new Date().toISOString().slice(0, "2026-11-24".length),
    ruleDay,
    priceList: `${name}, ${date}`,
    sheets: tallied(formulas).map(({ sheet: name }) => ({
      name,
      formulas: formulas.filter(({ sheet }) => sheet.name === name).map(frozenOf(book)),
    })),
    marks: marksOf(book, formulas),
  };
  return { ...record, freezings: [...kept.freezings, freezing] };
}

/** Marks for the cells of these formulas, and for those that the formulas name. */
function marksOf(book: WorkbookCells, formulas: readonly LiveFormula[]): readonly Mark[] {
  const sheets = new Map(book.sheets.map(({ name }) => [name.toLowerCase(), name]));
  const areas = formulas.flatMap(({ sheet, block, formula }): Area[] => [
    { sheet: sheet.name, address: addressOf(block) },
    ...referencesIn(formula).flatMap(({ sheet: other = sheet.name, address }) => {
      const named = sheets.get(other.toLowerCase());
      return named === undefined ? [] : [{ sheet: named, address }];
    }),
  ]);
  // Excel ignores case. There may be thousands of marks, so the search goes on where it was.
  const taken = new Set(book.names.map(({ name }) => name.toLowerCase()));
  let number = 0;
  return markFormulas(areas).map((formula) => {
    do number++;
    while (taken.has(`cals_frozen_${number}`));
    return { name: `CALS_frozen_${number}`, formula };
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
