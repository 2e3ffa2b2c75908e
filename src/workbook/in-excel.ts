import { Problem } from "../calculator/problem";
import { WorkbookTrouble } from "./written";

/** What a batch is for, and the version of ExcelApi with everything that it says. */
export interface Command {
  /** Such as "insert a pricing table". */
  readonly to: string;
  readonly needs: string;
  readonly writes?: boolean;
}

/**
 * Runs a batch in Excel, what it writes as one step to undo where Excel can do that. What Excel or the
 * calculator refuses becomes trouble in a buyer's words; a bug stays a bug.
 */
export async function inExcel<T>(
  command: Command,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  refuseOldExcel(command);
  try {
    if (!command.writes) return await Excel.run(batch);
    await Excel.run(refuseEditing);
    return await Excel.run({ mergeUndoGroup: has("1.20"), delayForCellEdit: true }, batch);
  } catch (refusal) {
    throw inWords(refusal);
  }
}

/** Who edits a cell is told before anything is written. Who begins to later on makes the writing wait. */
async function refuseEditing({ workbook }: Excel.RequestContext): Promise<void> {
  workbook.load("name");
  await workbook.context.sync();
}

const has = (version: string): boolean =>
  Office.context.requirements.isSetSupported("ExcelApi", version);

/** The manifest asks for no version of Excel: the functions need none, and must not be lost for the pane. */
function refuseOldExcel({ to, needs }: Command): void {
  if (has(needs)) return;
  throw new WorkbookTrouble(
    `This Excel is too old to ${to}: it lacks ExcelApi ${needs}. Update Office, or open the workbook in Excel on the web. The CALS functions in cells work here all the same.`,
  );
}

const words: Readonly<Record<string, string>> = {
  AccessDenied: "The sheet is protected. Unprotect it on the Review tab, or choose another sheet.",
  GeneralException: "Excel refused: it had an internal error. Try again.",
  InvalidOperationInCellEditMode: "A cell is being edited. Press Enter or Esc, then try again.",
  ItemNotFound: "It is not in the workbook any more. Read the workbook again and choose anew.",
  InvalidSelection: "No cell is selected. Select one cell, then try again.",
  InvalidReference: "Those cells are not in the workbook any more. Choose anew.",
  NonBlankCellOffSheet:
    "There is no room: cells would be pushed off the sheet. Choose another place.",
  InsertDeleteConflict: "Another table or a merged cell is in the way. Choose another place.",
  RequestAborted: "Excel stopped the request. Try again.",
  RequestPayloadSizeLimitExceeded:
    "That is more than Excel on the web takes at once. Try it in Excel on the desktop.",
  ResponsePayloadSizeLimitExceeded:
    "That is more than Excel on the web gives at once. Try it in Excel on the desktop.",
  ActivityLimitReached: "Excel is busy. Wait a little, then try again.",
  ConnectionFailure: "The connection to Excel was lost. Reload the pane, then try again.",
};

/** A refusal as trouble; what is no refusal of Excel or the calculator is given back as it is. */
export function inWords(refusal: unknown): unknown {
  if (refusal instanceof Problem) return new WorkbookTrouble(refusal.message, refusal);
  const { code, message } = refusal as { code?: unknown; message?: string };
  if (refusal instanceof WorkbookTrouble || typeof code !== "string") return refusal;
  return new WorkbookTrouble(words[code] ?? `Excel refused: ${message}`, refusal);
}
