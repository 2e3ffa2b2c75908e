import { columnLetters } from "./cell-address";
import { asText, type CellValue } from "./cell-text";
import { freeName } from "./free-name";
import type { OwnedEntry } from "./questionnaire";
import type { TableColumn } from "./table-on-ground";
import { calProducts } from "../catalog/catalog";

/** A row of the requirement that owned CALs can serve, by the cells where it stands. */
export interface Demand {
  readonly what: string;
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
] as const;

/** The CALs that a person owns, and a column for each demand with how many of them it takes. */
export function ownedColumns(demands: readonly Demand[]): readonly TableColumn[] {
  const headers: string[] = ownColumns.map(({ header }) => header);
  for (const { what } of demands) headers.push(freeName(`For ${what}`, headers, " "));
  return headers.map((header, i) => ownColumns[i] ?? { header, width: 90, format: "#,##0" });
}

/** Old CALs reach fewer servers, so they are used up first, and those with Software Assurance last. */
export function oldestFirst(owned: readonly OwnedEntry[]): readonly OwnedEntry[] {
  const age = (entry: OwnedEntry) => {
    const at = calProducts.findIndex(({ name }) => name === entry.cal);
    return entry.softwareAssurance ? -1 : at;
  };
  return [...owned].sort((a, b) => age(b) - age(a));
}

const yes = "Yes";
const assurance = " with SA";

/** The name of a CAL as COVERS takes it. */
export const calWithAssurance = ({ cal, softwareAssurance }: OwnedEntry): string =>
  softwareAssurance ? cal + assurance : cal;

/** The typed cells of one row; the columns of the demands are formulas, and come later. */
export const ownedRow = (
  { cal, calType, quantity, softwareAssurance }: OwnedEntry,
  demands: readonly Demand[],
): CellValue[] => [
  ...[asText(cal), asText(calType), toNumber(quantity), asText(softwareAssurance ? yes : "No")],
  ...demands.map(() => ""),
];

/** Digits become a number; what is blank stays blank. */
export const toNumber = (entry: string): CellValue => {
  const digits = entry.trim();
  return digits === "" ? "" : Number(digits);
};

/**
 * What each row of owned CALs gives to each demand: no more than the row has left, no more than the
 * demand still lacks, and nothing where type or version do not fit. `first` is the first row below the
 * header, `column` that of the CAL, both counted from 0.
 */
export function shareFormulas(
  demands: readonly Demand[],
  rows: number,
  { row: first, column }: { row: number; column: number },
): string[][] {
  const at = (i: number, j: number) => `${columnLetters(column + j)}${first + i + 1}`;
  const own = ownColumns.length;
  return Array.from({ length: rows }, (_, i) =>
    demands.map(({ server, type, required, included }, j) => {
      const given = j > 0 ? `-SUMIF(${at(i, own)}:${at(i, own + j - 1)},">0")` : "";
      const taken = i > 0 ? `-SUMIF(${at(0, own + j)}:${at(i - 1, own + j)},">0")` : "";
      const need = `IFERROR(${required}${included && `-${included}`},0)`;
      const share = `MAX(0,MIN(${at(i, 2)}${given},${need}${taken}))`;
      const cal = `${at(i, 0)}&IF(${at(i, 3)}="${yes}","${assurance}","")`;
      return `=IF(IFERROR(${type},"")<>${at(i, 1)},0,IF(CALS.COVERS(${cal},${server}),${share},0))`;
    }),
  );
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
