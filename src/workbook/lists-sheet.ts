import type { TakeBack } from "./all-or-nothing";
import { asText } from "./cell-text";
import { enterCells } from "./enter-cells";
import { freeSheetName } from "./free-name";
import { holdCells, putHeldBack, type HeldCells } from "./held-cells";
import { WorkbookTrouble } from "./written";

/** The sheet of ours that feeds a drop-down list too long to stand in the cell's own rule. */
export interface ListsSheet {
  readonly name: string;
  /** False where it was there before. */
  readonly isNew: boolean;
  /** What its cells held, where they are to be written over. */
  readonly held: HeldCells | undefined;
  /** The cells to be written; undefined where they hold the list already. */
  readonly cells: readonly string[] | undefined;
  /** The cells of the list, as a data validation rule names them. */
  readonly source: string;
}

const sheetName = "CALS lists";
/** In the first cell: tells our sheet from a buyer's that happens to have its name. */
const mark = "Lists of CALS for Excel";

/** Finds our sheet, or a name for a new one; a buyer's sheet of that name is left alone. */
export async function findListsSheet(
  context: Excel.RequestContext,
  list: readonly string[],
): Promise<ListsSheet> {
  const { worksheets, protection } = context.workbook;
  worksheets.load("items/name,items/id");
  protection.load("protected");
  await context.sync();
  const names = worksheets.items.map(({ name }) => name);
  const alike = worksheets.items.filter(({ name }) => name.startsWith(sheetName));
  const columns = alike.map((sheet) => sheet.getRangeByIndexes(0, 0, list.length + 1, 1));
  columns.forEach((column) => column.load("values"));
  await context.sync();
  const at = columns.findIndex(({ values }) => values[0][0] === mark);
  const isNew = at < 0;
  if (isNew && protection.protected) throw structureProtected();
  const name = isNew ? freeSheetName(sheetName, names) : alike[at].name;
  const isCurrent = !isNew && list.every((text, i) => columns[at].values[i + 1][0] === text);
  const cells = isCurrent ? undefined : [mark, ...list];
  const place = { row: 0, column: 0, rows: list.length + 1, columns: 1 };
  const held =
    isNew || isCurrent
      ? undefined
      : await holdCells({ sheet: alike[at], sheetId: alike[at].id }, place);
  return { name, isNew, held, cells, source: `='${name}'!$A$2:$A$${list.length + 1}` };
}

/** Queues what the sheet lacks: itself, hidden, or its list. */
export function writeLists(context: Excel.RequestContext, lists: ListsSheet): void {
  const { worksheets } = context.workbook;
  const { name, isNew, cells } = lists;
  const sheet = isNew ? worksheets.add(name) : worksheets.getItem(name);
  if (isNew) sheet.visibility = "Hidden";
  if (!cells) return;
  const column = sheet.getRangeByIndexes(0, 0, cells.length, 1);
  enterCells(
    column,
    cells.map((text) => [asText(text)]),
    cells.map(() => ["General"]),
  );
}

export const listsTakenBack = (context: Excel.RequestContext, lists: ListsSheet): TakeBack => ({
  of: `the sheet ${lists.name}`,
  run: async () => {
    if (lists.isNew) await deleteLists(context, lists);
    if (lists.held) await putHeldBack(context, lists.held);
  },
});

/** Only if it is ours: Excel may have stopped before it was made. */
async function deleteLists(context: Excel.RequestContext, { name }: ListsSheet): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const first = sheet.getCell(0, 0);
  first.load("values");
  await context.sync();
  if (sheet.isNullObject) return;
  const [[text]] = first.values;
  if (text === mark || text === "") sheet.delete();
  await context.sync();
}

const structureProtected = () =>
  new WorkbookTrouble(
    "The structure of the workbook is protected, so the sheet with the lists for the drop-downs cannot be added. Unprotect it (Review, Protect Workbook). Nothing was written.",
  );
