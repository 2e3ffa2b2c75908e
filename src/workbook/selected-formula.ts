import { callsIn, type WrittenCall } from "./calls-in-formula";
import { sheetPrefix } from "./cell-address";
import { inExcel } from "./in-excel";
import { readArguments, type ReadArgument } from "./read-arguments";
import { quoted } from "./table-formula";

/** A CALS function call found in a formula, with its arguments as Excel would hand them over. */
export interface CalsCall {
  /** The function's name without its namespace, such as "REQUIRED". */
  readonly question: string;
  /** The call as it is written. */
  readonly text: string;
  readonly cells: readonly unknown[];
  /** The argument that could not be read here; then the explain formula is the way. */
  readonly unread?: string;
  /** Such as `=CALS.EXPLAIN("REQUIRED",B2,C2,D2)`. */
  readonly explainFormula: string;
}

export interface SelectedFormula {
  readonly address: string;
  readonly formula: string;
  /** What the cell shows. */
  readonly shown: string;
  readonly calls: readonly CalsCall[];
}

const reading = { to: "explain a cell", needs: "1.12" };
const following = { to: "follow the selection", needs: "1.9" };

/** The CALS formula of the active cell; undefined where it has none. A spilled cell leads to its parent. */
export function selectedFormula(): Promise<SelectedFormula | undefined> {
  return inExcel(reading, async (context) => {
    const active = context.workbook.getActiveCell();
    const { worksheet: sheet } = active;
    active.load("address,formulas,text");
    const parent = active.getSpillParentOrNullObject();
    parent.load("address,formulas,text");
    const tables = active.getTables(false);
    tables.load("items/name");
    await context.sync();
    const cell = parent.isNullObject ? active : parent;
    const formula = String(cell.formulas[0][0]);
    const written = formula.startsWith("=") ? callsIn(formula) : [];
    if (written.length === 0) return undefined;
    const place = { sheet, cell, table: tables.items[0]?.name };
    const texts = written.flatMap(({ args }) => args);
    const read = await readArguments(context, place, texts);
    let next = 0;
    const calls = written.map((call) => {
      const args = read.slice(next, (next += call.args.length));
      return calsCall(call, args, sheetPrefix(cell.address));
    });
    return { address: cell.address, formula, shown: cell.text[0][0], calls };
  });
}

function calsCall(
  { question, text }: WrittenCall,
  args: readonly ReadArgument[],
  ownSheet: string,
): CalsCall {
  const unread = args.find(({ read }) => read === undefined)?.text;
  return {
    question,
    text,
    cells: args.map(({ read }) => read?.value),
    ...(unread === undefined ? {} : { unread }),
    explainFormula: explainFormula(question, args, ownSheet),
  };
}

/** For an empty cell of the same sheet. EXPLAIN and WHY name the question themselves. */
function explainFormula(question: string, args: readonly ReadArgument[], ownSheet: string): string {
  const named = question === "EXPLAIN" || question === "WHY" ? [] : [quoted(question)];
  const texts = args.map(({ text, address }) =>
    address?.startsWith(ownSheet) ? address.slice(ownSheet.length) : (address ?? text),
  );
  return `=CALS.EXPLAIN(${[...named, ...texts].join(",")})`;
}

/** Tells when another cell or sheet is selected; gives back what stops it. */
export async function onSelectionChanged(tell: () => void): Promise<() => Promise<void>> {
  const handlers = await inExcel(following, async (context) => {
    const { worksheets } = context.workbook;
    const told = async () => tell();
    const registered = [worksheets.onSelectionChanged.add(told), worksheets.onActivated.add(told)];
    await context.sync();
    return registered;
  });
  return async () => {
    await Excel.run(handlers[0].context, async (context) => {
      handlers.forEach((handler) => handler.remove());
      await context.sync();
    });
  };
}
