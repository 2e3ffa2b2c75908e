import type { CellValue } from "./cell-text";
import type { Mark } from "./moved-cells";

/** What a cell held: the kind tells a text from what only looks like another value. */
export interface FrozenValue {
  readonly kind: "number" | "text" | "truth" | "error";
  readonly value: CellValue;
}

/** Cells that a formula read, with what they held, as a person reads it. */
export interface FrozenInput {
  readonly at: string;
  readonly held: string;
}

/** One formula in the place of which its values stand. */
export interface FrozenFormula {
  /** Such as "D2", or "D2:E9" with all that it spilled. */
  readonly at: string;
  readonly formula: string;
  readonly values: readonly (readonly FrozenValue[])[];
  readonly inputs: readonly FrozenInput[];
}

export interface FrozenSheet {
  /** As it was called when it was frozen. */
  readonly name: string;
  readonly formulas: readonly FrozenFormula[];
}

/** What one freeze did, and how old what it knew was. */
export interface Freezing {
  /** In UTC, like every day of the record: the next reader may be on the other side of the world. */
  readonly day: string;
  readonly ruleDay: string;
  readonly priceList: string;
  readonly sheets: readonly FrozenSheet[];
  /** By them the cells of its formulas, and those that they name, are found wherever they went. */
  readonly marks: readonly Mark[];
}

/** All that is frozen in a workbook. */
export interface FreezeRecord {
  readonly freezings: readonly Freezing[];
  /** The add-in's settings that were taken out of the workbook, by their keys. */
  readonly settings: Readonly<Record<string, string>>;
}

export const nothingFrozen: FreezeRecord = { freezings: [], settings: {} };
export const recordNamespace = "urn:cals-for-excel:frozen";
export const recordVersion = 1;

export const isEmpty = ({ freezings, settings }: FreezeRecord): boolean =>
  freezings.length === 0 && Object.keys(settings).length === 0;

/** The record with only those of its formulas that are kept; a freeze without any is forgotten. */
export function keepFormulas(
  record: FreezeRecord,
  keep: (frozen: FrozenFormula, sheet: FrozenSheet, freezing: Freezing) => boolean,
): FreezeRecord {
  const freezings = record.freezings
    .map((freezing) => ({
      ...freezing,
      sheets: freezing.sheets.map((sheet) => ({
        ...sheet,
        formulas: sheet.formulas.filter((frozen) => keep(frozen, sheet, freezing)),
      })),
    }))
    .filter(({ sheets }) => sheets.some(({ formulas }) => formulas.length > 0));
  return { ...record, freezings };
}
