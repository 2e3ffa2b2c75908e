import { format as formatNumber } from "numfmt";
import { CellValue } from "./cell-value";

/** What a cell shows: its value in its number format. Columns are always wide enough here. */
export function textOf(value: CellValue, numberFormat: string | undefined): string {
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "string") return value;
  const pattern = !numberFormat || numberFormat === "@" ? "General" : numberFormat;
  try {
    return formatNumber(pattern, value, { throws: true });
  } catch {
    return formatNumber("General", value);
  }
}
