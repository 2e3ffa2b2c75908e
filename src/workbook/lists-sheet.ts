import { asText } from "./cell-text";
import { freeName } from "./free-name";

/** The sheet of ours that feeds a drop-down list too long to stand in the cell's own rule. */
export interface ListsSheet {
  readonly sheet: Excel.Worksheet;
  /** False where it was there before. */
  readonly isNew: boolean;
  /** The cells of the list, as a data validation rule names them. */
  readonly source: string;
}

const sheetName = "CALS lists";
/** In the first cell: tells our sheet from a buyer's that happens to have its name. */
const mark = "Lists of CALS for Excel";

/** Finds our sheet, or queues a new hidden one; a buyer's sheet of that name is left alone. */
export async function listsSheet(
  context: Excel.RequestContext,
  list: readonly string[],
): Promise<ListsSheet> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const alike = worksheets.items.filter(({ name }) => name.startsWith(sheetName));
  const columns = alike.map((sheet) => sheet.getRangeByIndexes(0, 0, list.length + 1, 1));
  columns.forEach((column) => column.load("values"));
  await context.sync();
  const ours = columns.findIndex(({ values }) => values[0][0] === mark);
  const name =
    ours < 0
      ? freeName(
          sheetName,
          worksheets.items.map(({ name }) => name),
          " ",
        )
      : alike[ours].name;
  const sheet = ours < 0 ? worksheets.add(name) : alike[ours];
  if (ours < 0) sheet.visibility = "Hidden";
  const isCurrent = ours >= 0 && list.every((text, i) => columns[ours].values[i + 1][0] === text);
  if (!isCurrent) {
    const column = sheet.getRangeByIndexes(0, 0, list.length + 1, 1);
    column.values = [mark, ...list.map(asText)].map((text) => [text]);
  }
  return { sheet, isNew: ours < 0, source: `='${name}'!$A$2:$A$${list.length + 1}` };
}
