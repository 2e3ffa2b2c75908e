import { WorkbookTrouble, type Written } from "./written";

export async function insertCalWorksheet(_overwrite: boolean): Promise<Written> {
  throw new WorkbookTrouble("Not built yet.");
}
