import { placeOf, type Place } from "./cell-address";
import { inputsOf } from "./formula-inputs";
import {
  formulasIn,
  type FreezeRecord,
  type Freezing,
  type FrozenFormula,
  type FrozenInput,
  type FrozenSheet,
} from "./freeze-record";
import { isSameValue, valuesIn } from "./frozen-values";
import { sheetsNamedIn } from "./sheets-in-formula";
import { readRecord } from "./stored-record";
import { cellAt, readWorkbook, type SheetCells, type WorkbookCells } from "./workbook-cells";

/** A frozen formula, found again or not. */
export interface FoundFormula {
  readonly frozen: FrozenFormula;
  /** Its sheet's name when it was frozen; the record tells its id. */
  readonly from: FrozenSheet;
  readonly sheet: SheetCells;
  readonly place: Place;
  readonly state: FoundState;
  /** Inputs that hold something else by now: the formula may answer something else, too. */
  readonly otherInputs: readonly (FrozenInput & { readonly holds: string })[];
}

/**
 * "as frozen": its cells hold what they were given. "changed": somebody has written into them since.
 * "protected": the sheet is. "moved": rows or columns were inserted or deleted on a sheet that it stands
 * on or reads, or such a sheet was renamed, so that the formula would speak of other cells.
 */
export type FoundState = "as frozen" | "changed" | "protected" | "moved";

export interface ThawPlan {
  readonly book: WorkbookCells;
  readonly record: FreezeRecord;
  readonly found: readonly FoundFormula[];
  /** Of sheets that are gone. */
  readonly lost: readonly { readonly from: FrozenSheet; readonly frozen: FrozenFormula }[];
}

/** What has become of everything that is frozen. */
export async function planThaw(context: Excel.RequestContext): Promise<ThawPlan> {
  const record = await readRecord(context);
  const book = await readWorkbook(context);
  const found = record.freezings.flatMap((freezing) => foundOf(freezing, book));
  const lost = formulasIn(record).filter(({ sheet }) => !sheetOf(book, sheet));
  return { book, record, found, lost: lost.map(({ sheet: from, frozen }) => ({ from, frozen })) };
}

function foundOf({ sheets }: Freezing, book: WorkbookCells): readonly FoundFormula[] {
  const moved = new Set(sheets.filter((from) => hasMoved(from, book)));
  const strange = new Set(
    sheets
      .filter((from) => moved.has(from) || sheetOf(book, from)?.name !== from.name)
      .map(({ name }) => name.toLowerCase()),
  );
  return sheets.flatMap((from) =>
    from.formulas.flatMap((frozen) => {
      const sheet = sheetOf(book, from);
      const place = placeOf(frozen.at);
      if (!sheet || !place) return [];
      // Under a new name a sheet's own cells are where they were; a formula that says the old one is lost.
      const isMoved =
        moved.has(from) || sheetsNamedIn(frozen.formula).some((name) => strange.has(name));
      const state = isMoved ? "moved" : stateOf({ frozen, sheet, place });
      const otherInputs = isMoved ? [] : changedInputs(book, frozen, sheet, place);
      return [{ frozen, from, sheet, place, state, otherInputs }];
    }),
  );
}

/** The mark of a sheet names other cells once rows or columns were inserted or deleted. */
function hasMoved({ mark, area }: FrozenSheet, { names }: WorkbookCells): boolean {
  const formula = names.find(({ name }) => name === mark)?.formula ?? "";
  return formula.slice(formula.lastIndexOf("!") + 1).replace(/\$/g, "") !== area;
}

/** A sheet keeps its id under a new name; in another workbook it may keep only its name. */
const sheetOf = ({ sheets }: WorkbookCells, { id, name }: FrozenSheet): SheetCells | undefined =>
  sheets.find((sheet) => sheet.id === id) ?? sheets.find((sheet) => sheet.name === name);

function stateOf({
  frozen,
  sheet,
  place,
}: Pick<FoundFormula, "frozen" | "sheet" | "place">): FoundState {
  if (sheet.isProtected) return "protected";
  const now = valuesIn(sheet, place);
  const isSame = frozen.values.every((row, i) =>
    row.every((value, j) => {
      const { formula, value: held } = cellAt(sheet, place.row + i, place.column + j);
      return formula === held && isSameValue(value, now[i][j]);
    }),
  );
  return isSame ? "as frozen" : "changed";
}

function changedInputs(
  book: WorkbookCells,
  { formula, inputs }: FrozenFormula,
  sheet: SheetCells,
  { row, column }: Place,
): FoundFormula["otherInputs"] {
  const now = new Map(inputsOf(book, formula, { sheet, row, column }).map((one) => [one.at, one]));
  return inputs.flatMap((input) => {
    const holds = now.get(input.at)?.held ?? "";
    return holds === input.held ? [] : [{ ...input, holds }];
  });
}
