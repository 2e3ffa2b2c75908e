import { Calculation, CellPlace } from "./books/calculation";
import { cellOf } from "./books/cell-data";
import { reachOf } from "./books/formula-reach";
import { resolveSheets, withoutFilePrefixes } from "./books/formula-text";
import { BlankCell } from "./books/grid-arguments";
import { GridFunctions } from "./books/grid-functions";
import { MendedEngine } from "./books/mended-engine";
import { startUniver } from "./books/univer-headless";
import type { UniverKit } from "./books/univer-kit";
import { builtAddIn } from "./built-add-in";
import { CellValue, isErrorText } from "./host/cell-value";
import { FunctionsFile } from "./host/function-metadata";
import { NodeAddIn, openAddIn, readMetadata } from "./host/node-add-in";
import { ScratchSheet, sheetSize } from "./scratch-sheet";
import { SheetSizes } from "./sheet-sizes";

/** What Excel would show: a value, a block of values for a spill, or an error. */
export type Answer =
  { value: CellValue | CellValue[][] } | { error: { code: string; message: string | null } };

export interface EvaluatorSheet {
  name: string;
  /** Text stays text, even if it begins with `=`. */
  rows: readonly (readonly CellValue[])[];
}

export interface EvaluatorOptions {
  /** A folder with a built add-in; built from the sources if left out. */
  dist?: string;
  /** Sheets that formulas may refer to. */
  sheets?: readonly EvaluatorSheet[];
  /** What a function gets for a blank cell: 0 as in Excel on the desktop, null as on the web. */
  blankCell?: BlankCell;
}

export interface Evaluator {
  /** Formulas asked for together are calculated together. */
  evaluate(formula: string): Promise<Answer>;
  /** Calls that the stand-in could not answer; if there are any, do not trust the answers. */
  readonly unimplemented: readonly string[];
  close(): void;
}

const unitId = "evaluate";
const scratchId = "scratch";

/**
 * Evaluates formulas without Excel: the built add-in runs in the real custom functions runtime, and
 * the grid's engine calculates what stands around its functions. Loading takes about a second; after
 * that thousands of formulas are quick.
 */
export async function openEvaluator(options: EvaluatorOptions = {}): Promise<Evaluator> {
  const dist = options.dist ?? (await builtAddIn());
  return new FormulaEvaluator(openAddIn({ dist, hurry: true }), readMetadata(dist), options);
}

class FormulaEvaluator implements Evaluator {
  private readonly kit: UniverKit = startUniver();
  private readonly sheetNames: Map<string, string>;
  private readonly calculation: Calculation;
  private readonly functions: GridFunctions;
  private readonly scratch: ScratchSheet;
  private readonly sizes: SheetSizes;
  private readonly engine: MendedEngine;
  private queue: { formula: string; resolve(answer: Answer): void }[] = [];
  private working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly addIn: NodeAddIn,
    metadata: FunctionsFile,
    { sheets = [], blankCell = 0 }: EvaluatorOptions,
  ) {
    this.sheetNames = new Map(sheets.map(({ name }) => [name.toLowerCase(), name]));
    const workbook = this.kit.api.createWorkbook(snapshot(sheets));
    this.engine = new MendedEngine(this.kit);
    this.calculation = new Calculation(this.kit, unitId);
    this.functions = new GridFunctions(this.kit, this.calculation, {
      metadata,
      blankCell,
      invoke: (invocation) => addIn.host.customFunctions.invoke(invocation),
      addressOf: () => "Sheet1!A1",
    });
    this.scratch = new ScratchSheet(this.kit, workbook, unitId, scratchId);
    this.sizes = new SheetSizes(workbook);
  }

  get unimplemented(): readonly string[] {
    return this.addIn.host.unimplemented;
  }

  evaluate(formula: string): Promise<Answer> {
    return new Promise((resolve) => {
      this.queue.push({ formula, resolve });
      if (this.queue.length > 1) return;
      queueMicrotask(() => {
        const batch = this.queue.splice(0);
        for (let first = 0; first < batch.length; first += ScratchSheet.capacity) {
          const part = batch.slice(first, first + ScratchSheet.capacity);
          this.working = this.working.then(() => this.work(part));
        }
      });
    });
  }

  close(): void {
    this.addIn.close();
    this.kit.dispose();
  }

  private async work(batch: typeof this.queue): Promise<void> {
    const texts = batch.map(({ formula }) => this.asEntered(formula));
    const answers: (Answer | undefined)[] = texts.map((text) =>
      this.engine.accepts(text) ? undefined : notAccepted,
    );
    const open = texts.flatMap((_, index) => (answers[index] ? [] : [index]));
    const found = await this.calculate(open.map((index) => texts[index]!));
    open.forEach((index, i) => (answers[index] = found[i]!));
    batch.forEach(({ resolve }, index) => resolve(answers[index]!));
  }

  private async calculate(formulas: readonly string[]): Promise<Answer[]> {
    this.sizes.stretchTo(...formulas.map(reachOf));
    const places = this.scratch.write(formulas);
    await this.functions.idle();
    const missing = places.map((place) => this.scratch.missingRows(place));
    const answers = places.map((place) => this.read(place));
    this.tidyUp(places);
    for (const [index, rows] of missing.entries()) {
      if (rows !== undefined) answers[index] = await this.calculateAlone(formulas[index]!, rows);
    }
    return answers;
  }

  /** A spill that found no room among the others gets the sheet to itself. */
  private async calculateAlone(formula: string, rows: number): Promise<Answer> {
    this.sizes.stretchTo(reachOf(formula), { rows, columns: 0 });
    const places = this.scratch.write([formula]);
    await this.functions.idle();
    const answer = this.read(places[0]!);
    this.tidyUp(places);
    return answer;
  }

  private tidyUp(places: readonly CellPlace[]): void {
    this.scratch.clear(places);
    this.functions.forgetMessages(() => true);
    this.sizes.restore();
  }

  private read(place: CellPlace): Answer {
    const value = this.scratch.read(place);
    if (!isErrorText(value) || this.scratch.isText(place)) return { value };
    return { error: { code: value, message: this.functions.messageAt(place, value) ?? null } };
  }

  /** What Excel makes of a formula when it is entered; a missing `=` is forgiven. */
  private asEntered(formula: string): string {
    const text = withoutFilePrefixes(formula.trim().replace(/^=?\s*/, "="));
    const nameOf = (name: string) => this.sheetNames.get(name.toLowerCase());
    return resolveSheets(text, nameOf);
  }
}

/** Excel would not let such a formula into a cell at all. */
const notAccepted: Answer = {
  error: {
    code: "#VALUE!",
    message: "Excel does not accept this formula: look at its brackets, quotes and commas.",
  },
};

/** Not Excel's million rows, each of which would cost time in every whole column, `Name!A:A`. */
const emptySheet = { rows: 10000, columns: 256 };

/** The workbook as Univer wants it: the given sheets, and one to put formulas on. */
function snapshot(sheets: readonly EvaluatorSheet[]) {
  const given = sheets.map((sheet, index) => ({
    id: `sheet${index}`,
    name: sheet.name,
    rowCount: Math.max(emptySheet.rows, sheet.rows.length + 1),
    columnCount: Math.max(emptySheet.columns, ...sheet.rows.map((row) => row.length + 1)),
    cellData: Object.fromEntries(
      sheet.rows.map((row, r) => [r, Object.fromEntries(row.map((v, c) => [c, cellOf(v)]))]),
    ),
  }));
  const taken = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  let name = "Sheet1";
  while (taken.has(name.toLowerCase())) name += "_";
  const all = [{ id: scratchId, name, ...sheetSize, cellData: {} }, ...given];
  return {
    id: unitId,
    sheetOrder: all.map((sheet) => sheet.id),
    sheets: Object.fromEntries(all.map((sheet) => [sheet.id, sheet])),
  };
}
