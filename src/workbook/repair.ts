import { allOrNothing } from "./all-or-nothing";
import { cellOf, protectedLeft, tallied, type Frozen } from "./freeze-plan";
import { touched } from "./freeze";
import { inExcel } from "./in-excel";
import { namesLeft, type LeftOver } from "./left-over";
import { liveFormulas, type LiveFormula } from "./live-formulas";
import { cellAt, readWorkbook, type WorkbookCells } from "./workbook-cells";
import { blocksTakenBack, writeBlocks, type Block } from "./write-blocks";

const command = { to: "repair formulas", needs: "1.12", writes: true };
const looking = { to: "find formulas to repair", needs: "1.12" };

/** What a repair would do now. */
export const lookAtRepair = (): Promise<Frozen> =>
  inExcel(looking, async (context) => (await planRepair(context)).report);

export const repair = (): Promise<Frozen> => inExcel(command, repairFormulas);

/**
 * Enters formulas again that Excel does not connect with the add-in: those that show `#NAME?`, and those
 * that carry the prefix which Excel gives our functions in files.
 */
async function repairFormulas(context: Excel.RequestContext): Promise<Frozen> {
  const { book, broken, report } = await planRepair(context);
  if (broken.length === 0) return report;
  const after = await allOrNothing(async () => {
    await writeBlocks(context, broken.map(asEntered));
    return readWorkbook(context);
  }, [blocksTakenBack(context, broken.map(touched))]);
  const still = broken.filter((one) => isNameError(one, after));
  return {
    sheets: tallied(broken.filter((one) => !still.includes(one))),
    left: [...report.left, ...still.map(noName), ...namesWithPrefix(book)],
  };
}

async function planRepair(context: Excel.RequestContext) {
  const book = await readWorkbook(context);
  const live = await liveFormulas(context, book);
  const all = live.filter((one) => hasPrefix(one.formula) || isNameError(one, book));
  const broken = all.filter(({ sheet }) => !sheet.isProtected);
  return { book, broken, report: { sheets: tallied(broken), left: protectedLeft(all) } };
}

const namesWithPrefix = (book: WorkbookCells): readonly LeftOver[] =>
  namesLeft({ ...book, names: book.names.filter(({ formula }) => hasPrefix(formula)) });

const noName = (one: LiveFormula): LeftOver => ({
  ...{ kind: "no value", cell: cellOf(one), shows: "#NAME?" },
});

function isNameError({ sheet, block }: LiveFormula, { sheets }: WorkbookCells): boolean {
  const now = sheets.find(({ id }) => id === sheet.id);
  return now !== undefined && cellAt(now, block.row, block.column).value === "#NAME?";
}

function asEntered({ sheet, block, formula }: LiveFormula): Block {
  const { row, column } = block;
  const cell = { row, column, rows: 1, columns: 1 };
  const formats = [[cellAt(sheet, row, column).format]];
  return { ...cell, sheetId: sheet.id, cells: [[withoutPrefix(formula)]], formats };
}

/** Texts and sheet names in quotes are no names of functions. */
const prefixed = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.\\])_xldudf_CALS_/giu;

const hasPrefix = (formula: string): boolean => withoutPrefix(formula) !== formula;

/** `_xldudf_CALS_REQUIRED(` becomes `CALS.REQUIRED(`, as people write it. */
export const withoutPrefix = (formula: string): string =>
  formula.replace(prefixed, (found) => (/^["']/.test(found) ? found : "CALS."));
