import { Problem } from "../calculator/problem";
import { WorkbookTrouble } from "./written";

/**
 * Runs a batch in Excel, as one step to undo where Excel can do that. What Excel or the calculator
 * refuses becomes trouble in a buyer's words; a bug stays a bug.
 */
export async function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ mergeUndoGroup: canMergeUndo() }, batch);
  } catch (refusal) {
    throw inWords(refusal);
  }
}

function canMergeUndo(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.20");
}

const words: Readonly<Record<string, string>> = {
  AccessDenied: "The sheet is protected. Unprotect it on the Review tab, or choose another sheet.",
  InvalidOperationInCellEditMode: "A cell is being edited. Press Enter or Esc, then try again.",
  ItemNotFound: "It is not in the workbook any more. Read the workbook again and choose anew.",
  InvalidSelection: "No cell is selected. Select one cell, then try again.",
  InvalidReference: "Those cells are not in the workbook any more. Choose anew.",
  NonBlankCellOffSheet:
    "There is no room: cells would be pushed off the sheet. Choose another place.",
  InsertDeleteConflict: "Another table or a merged cell is in the way. Choose another place.",
  RequestAborted: "Excel stopped the request. Try again.",
  ActivityLimitReached: "Excel is busy. Wait a little, then try again.",
  ConnectionFailure: "The connection to Excel was lost. Reload the pane, then try again.",
};

function inWords(refusal: unknown): unknown {
  if (refusal instanceof Problem) return new WorkbookTrouble(refusal.message);
  const { code, message } = refusal as { code?: unknown; message?: string };
  if (refusal instanceof WorkbookTrouble || typeof code !== "string") return refusal;
  return new WorkbookTrouble(words[code] ?? `Excel refused: ${message} Nothing was written.`);
}
