import { columnLetters } from "./cell-address";
import { asText, type CellValue } from "./cell-text";
import { freeHeader } from "./free-name";
import { assured, kindOf, type OwnedKind } from "./owned-cals";
import type { OwnedEntry } from "./questionnaire";
import { quoted } from "./table-formula";
import type { TableColumn } from "./table-on-ground";

/** A row of the requirement that owned CALs can serve, by the cells where it stands. */
export interface Demand {
  readonly what: string;
  readonly kind: OwnedKind;
  readonly server: string;
  readonly type: string;
  readonly required: string;
  /** "" where no CALs come in a box. */
  readonly included: string;
}

const ownColumns = [
  { header: "CAL", width: 165, format: "General" },
  { header: "CAL type", width: 65, format: "General" },
  { header: "Quantity", width: 65, format: "#,##0" },
  { header: "Software Assurance", width: 120, format: "General" },
  { header: "Kind", width: 65, format: "General" },
  { header: "Counts as", width: 165, format: "General" },
] as const;

/** The CALs that a person owns, and a column for each demand with how many of them it takes. */
export function ownedColumns(demands: readonly Demand[]): readonly TableColumn[] {
  const headers: string[] = ownColumns.map(({ header }) => header);
  for (const { what } of demands) headers.push(freeHeader(`For ${what}`, headers));
  return headers.map((header, i) => ownColumns[i] ?? { header, width: 90, format: "#,##0" });
}

const yes = "Yes";

/** The typed cells of one row; the others are formulas, and come later. */
export const ownedRow = (entry: OwnedEntry, demands: readonly Demand[]): CellValue[] => [
  ...[asText(entry.cal), asText(entry.calType), toNumber(entry.quantity)],
  ...[asText(entry.softwareAssurance ? yes : "No"), asText(kindOf(entry)), ""],
  ...demands.map(() => ""),
];

/** Digits become a number; what is blank stays blank. */
export const toNumber = (entry: string): CellValue => {
  const digits = entry.trim();
  return digits === "" ? "" : Number(digits);
};

/** Where the columns of formulas begin. */
export const firstFormula = ownColumns.length - 1;

/**
 * As what each row of owned CALs counts, and what it gives to each demand: no more than the row has left,
 * no more than the demand still lacks, and nothing where type or version do not fit. The place is that of
 * the first CAL, below the header, counted from 0.
 */
export function ownedFormulas(
  owned: readonly OwnedEntry[],
  demands: readonly Demand[],
  { row: first, column }: { row: number; column: number },
): string[][] {
  const at = (i: number, j: number) => `${columnLetters(column + j)}${first + i + 1}`;
  const own = ownColumns.length;
  return owned.map((entry, i) => [
    `=IF(${at(i, 3)}=${quoted(yes)},${quoted(assured(entry))},${at(i, 0)})`,
    ...demands.map(({ kind, server, type, required, included }, j) => {
      const given = j > 0 ? `-SUMIF(${at(i, own)}:${at(i, own + j - 1)},">0")` : "";
      const taken = i > 0 ? `-SUMIF(${at(0, own + j)}:${at(i - 1, own + j)},">0")` : "";
      const need = `IFERROR(${required}${included && `-${included}`},0)`;
      const share = `MAX(0,MIN(${at(i, 2)}${given},${need}${taken}))`;
      const fits = `AND(${at(i, 4)}=${quoted(kind)},IFERROR(${type},"")=${at(i, 1)})`;
      const reaches = `CALS.COVERS(${at(i, 5)}&" "&${at(i, 1)},${server})`;
      return `=IF(${fits},IF(${reaches},${share},0),0)`;
    }),
  ]);
}

/** The cells in which one demand finds what it is given. */
export function sharesOf(
  demand: number,
  rows: number,
  { row, column }: { row: number; column: number },
): string {
  const letters = columnLetters(column + ownColumns.length + demand);
  return `$${letters}$${row + 1}:$${letters}$${row + rows}`;
}
