import { placeOf, type Place } from "./cell-address";
import { inputsOf } from "./formula-inputs";
import { referencesIn } from "./formula-references";
import type {
  FreezeRecord,
  Freezing,
  FrozenFormula,
  FrozenInput,
  FrozenSheet,
} from "./freeze-record";
import { isSameValue, valuesIn } from "./frozen-values";
import { followed, whereabouts, type Whereabouts } from "./moved-cells";
import { sheetsNamedIn } from "./sheets-in-formula";
import { readRecord } from "./stored-record";
import {
  cellAt,
  isSameName,
  readWorkbook,
  type SheetCells,
  type WorkbookCells,
} from "./workbook-cells";

/** A frozen formula, found again. */
export interface FoundFormula {
  readonly frozen: FrozenFormula;
  /** As it has to be entered now, after its cells moved. */
  readonly formula: string;
  readonly sheet: SheetCells;
  readonly place: Place;
  readonly state: FoundState;
  /** Inputs that hold something else by now: the formula may answer something else, too. */
  readonly otherInputs: readonly (FrozenInput & { readonly holds: string })[];
}

/**
 * "as frozen": its cells hold what they were given. "changed": somebody has written into them since.
 * "protected": the sheet is. "moved": what has become of its cells, or of those it reads, cannot be told.
 */
export type FoundState = "as frozen" | "changed" | "protected" | "moved";

export interface ThawPlan {
  readonly book: WorkbookCells;
  readonly record: FreezeRecord;
  readonly found: readonly FoundFormula[];
  /** Their cells are gone, perhaps with the sheet. */
  readonly lost: readonly { readonly from: FrozenSheet; readonly frozen: FrozenFormula }[];
}

/** What has become of everything that is frozen. */
export async function planThaw(context: Excel.RequestContext): Promise<ThawPlan> {
  const record = await readRecord(context);
  const book = await readWorkbook(context);
  const all = record.freezings.flatMap((freezing) => lookedFor(freezing, book));
  return {
    book,
    record,
    found: all.flatMap(({ found }) => found ?? []),
    lost: all.filter(({ found }) => !found),
  };
}

interface LookedFor {
  readonly from: FrozenSheet;
  readonly frozen: FrozenFormula;
  readonly found: FoundFormula | undefined;
}

function lookedFor({ sheets, marks }: Freezing, book: WorkbookCells): readonly LookedFor[] {
  const where = whereabouts(marks, book.names);
  return sheets.flatMap((from) =>
    from.formulas.map((frozen) => ({ from, frozen, found: find(book, from, frozen, where) })),
  );
}

/** A formula's cells where they are now; where that cannot be told, where they were. */
function find(
  book: WorkbookCells,
  from: FrozenSheet,
  frozen: FrozenFormula,
  where: Whereabouts,
): FoundFormula | undefined {
  const before = { sheet: from.name, address: frozen.at };
  const now = where(before);
  const isKnown = typeof now === "object";
  const { sheet: name, address } = isKnown ? now : before;
  const sheet = book.sheets.find((one) => name !== undefined && isSameName(one.name, name));
  const place = address === undefined ? undefined : placeOf(address);
  if (!sheet || !place) return undefined;
  const move = { from: from.name, to: sheet.name, where };
  const formula = saysKnownSheets(frozen.formula, book)
    ? followed(frozen.formula, move)
    : undefined;
  const isWhole = place.rows === frozen.values.length && place.columns === frozen.values[0]?.length;
  if (!isKnown || formula === undefined || !isWhole) {
    const { formula } = frozen;
    return { frozen, formula, sheet, place, state: "moved", otherInputs: [] };
  }
  const state = stateOf({ frozen, sheet, place });
  const inputs = frozen.inputs.map((one) => ({ ...one, at: followed(one.at, move) ?? one.at }));
  const otherInputs = changedInputs(book, { formula, inputs }, sheet, place);
  return { frozen, formula, sheet, place, state, otherInputs };
}

/** Names of a sheet's own, and cells of several sheets, are not followed when a sheet is renamed. */
function saysKnownSheets(formula: string, { sheets }: WorkbookCells): boolean {
  const followed = referencesIn(formula).map(({ sheet }) => sheet?.toLowerCase());
  return sheetsNamedIn(formula).every(
    (name) => followed.includes(name) || sheets.some((sheet) => isSameName(sheet.name, name)),
  );
}

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
  { formula, inputs }: Pick<FrozenFormula, "formula" | "inputs">,
  sheet: SheetCells,
  { row, column }: Place,
): FoundFormula["otherInputs"] {
  const now = new Map(inputsOf(book, formula, { sheet, row, column }).map((one) => [one.at, one]));
  return inputs.flatMap((input) => {
    const holds = now.get(input.at)?.held ?? "";
    return holds === input.held ? [] : [{ ...input, holds }];
  });
}
