import type { CalColumn } from "./cals-formulas";
import type { FieldMap } from "./guess-fields";
import { WorkbookTrouble } from "./written";

/** Without these there is no question to ask. */
export function refuseIncomplete(mapping: FieldMap, columns: readonly CalColumn[]): void {
  if (columns.length === 0) throw new WorkbookTrouble("Choose at least one column to add.");
  if (!mapping.edition) {
    throw new WorkbookTrouble("Choose the column that names the server product.");
  }
  const counting = columns.filter((column) => column !== "CAL" && column !== "Included");
  if (counting.length > 0 && !mapping.users && !mapping.devices) {
    throw new WorkbookTrouble(
      `${counting.join(", ")}: choose the column with the users, with the devices, or both.`,
    );
  }
}

/** The table may have changed since its columns were chosen. */
export function refuseMissing(mapping: FieldMap, headers: readonly string[]): void {
  const missing = Object.values(mapping).filter((header) => header && !headers.includes(header));
  if (missing.length === 0) return;
  throw new WorkbookTrouble(
    `The table has no column ${missing.join(", ")} any more. Choose the columns again.`,
  );
}
