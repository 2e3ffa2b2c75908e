import { CellError, isError, Outcome } from "../host/cell-value";
import { Argument, Invocation } from "../host/custom-functions";
import { FunctionMetadata, FunctionsFile, namespace } from "../host/function-metadata";
import { Calculation, CellPlace } from "./calculation";
import { BlankCell, busyText, readVariant, Variant } from "./grid-arguments";
import { callFromCell } from "./grid-function-call";
import type { UniverKit } from "./univer-kit";
import { valueObject } from "./value-objects";

export interface GridFunctionsOptions {
  metadata: FunctionsFile;
  invoke(invocation: Invocation): Promise<Outcome>;
  /** Excel on the desktop sends a blank cell as 0, Excel on the web as null. */
  blankCell: BlankCell;
  addressOf(place: CellPlace): string;
}

interface CellReport {
  place: CellPlace;
  generation: number;
  errors: CellError[];
}

/** As many answers are remembered; a grid that stands open for days asks for ever new ones. */
const mostAnswers = 100_000;

/**
 * The add-in's functions in the grid. Univer calls them synchronously and the real runtime answers
 * later, in batches, so each is a look-up in the answers so far: what is missing is asked for and
 * shown as `#BUSY!`, and when the batch arrives the waiting cells are calculated again. Chains of
 * functions settle step by step, as in Excel.
 */
export class GridFunctions {
  private readonly answers = new Map<string, Outcome>();
  private readonly waiting = new Map<string, Map<string, CellPlace>>();
  private readonly reports = new Map<string, CellReport>();
  private arrived = new Map<string, CellPlace>();
  private idleWaiters: (() => void)[] = [];

  constructor(
    private readonly kit: UniverKit,
    private readonly calculation: Calculation,
    private readonly options: GridFunctionsOptions,
  ) {
    // so that what depends on a busy cell is busy too, as in Excel
    kit.engine.ERROR_TYPE_SET.add(busyText as never);
    calculation.onSettled(() => this.forgetAnswers());
    const service = kit.injector.get(kit.engine.IFunctionService);
    for (const fn of options.metadata.functions) {
      service.registerExecutors(this.executor(fn));
      service.registerDescriptions(description(fn));
    }
  }

  /** Calculates the same without them, only by asking again, as Excel does every time. */
  private forgetAnswers(): void {
    const isIdle = this.waiting.size === 0 && this.arrived.size === 0;
    if (isIdle && this.answers.size > mostAnswers) this.answers.clear();
  }

  /** Resolves when no function is being waited for and every cell shows its value. */
  async idle(): Promise<void> {
    for (;;) {
      await this.calculation.settled();
      if (this.waiting.size === 0 && this.arrived.size === 0) return;
      await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
    }
  }

  /** What Excel's error card would say about this error in this cell. */
  messageAt(place: CellPlace, code: string): string | undefined {
    const errors = this.reports.get(placeKey(place))?.errors ?? [];
    return errors.findLast((error) => error.error === code && error.message)?.message;
  }

  /** What was said of cells that hold something else now. */
  forgetMessages(isGone: (place: CellPlace) => boolean): void {
    this.reports.forEach(({ place }, key) => {
      if (isGone(place)) this.reports.delete(key);
    });
  }

  private executor(fn: FunctionMetadata) {
    const call = (variants: Variant[], place: CellPlace) => this.call(fn, variants, place);
    const toValue = (outcome: Outcome) => valueObject(this.kit, outcome);
    class CustomFunction extends this.kit.engine.BaseFunction {
      // References, not their values, so that a blank cell is not taken for nothing at all.
      override needsReferenceObject = true;
      // Counted in callFromCell, where the answer can say what is wrong.
      override minParams = -1;
      override maxParams = -1;

      override calculate(...variants: Variant[]) {
        const place = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
        return toValue(call(variants, place));
      }
    }
    return new CustomFunction(`${namespace}.${fn.name}`);
  }

  private call(fn: FunctionMetadata, variants: Variant[], place: CellPlace): Outcome {
    const given = variants.map((variant) => readVariant(variant, this.options.blankCell));
    const takesErrors = this.options.metadata.allowErrorForDataTypeAny ?? false;
    const outcome = callFromCell(fn, given, takesErrors, (args) => this.answer(fn, args, place));
    this.report(place, outcome);
    return outcome;
  }

  private answer(fn: FunctionMetadata, args: Argument[], place: CellPlace): Outcome {
    const where = fn.options?.requiresAddress || fn.options?.volatile ? placeKey(place) : "";
    const key = `${fn.id}|${where}|${JSON.stringify(args)}`;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const waiting = this.waiting.get(key);
    if (waiting) {
      waiting.set(placeKey(place), place);
    } else {
      this.waiting.set(key, new Map([[placeKey(place), place]]));
      const address = this.options.addressOf(place);
      void this.options
        .invoke({ id: fn.id, args, address })
        .then((outcome) => this.arrive(key, outcome));
    }
    return { error: busyText };
  }

  private arrive(key: string, outcome: Outcome): void {
    this.answers.set(key, outcome);
    this.waiting.get(key)?.forEach((place, at) => this.arrived.set(at, place));
    this.waiting.delete(key);
    if (this.arrived.size > 0) queueMicrotask(() => this.recalculateArrived());
  }

  private recalculateArrived(): void {
    if (this.arrived.size === 0) return;
    const places = this.arrived;
    this.arrived = new Map();
    this.calculation.recalculate(places.values());
    this.idleWaiters.splice(0).forEach((resolve) => resolve());
  }

  /** Remembers the messages of the cell's latest calculation. */
  private report(place: CellPlace, outcome: Outcome): void {
    const key = placeKey(place);
    const errors = (Array.isArray(outcome) ? outcome.flat() : [outcome]).filter(isError);
    const known = this.reports.get(key);
    const { generation } = this.calculation;
    if (known?.generation === generation) known.errors.push(...errors);
    else if (errors.length > 0) this.reports.set(key, { place, generation, errors });
    else this.reports.delete(key);
  }
}

const placeKey = ({ sheetId, row, column }: CellPlace) => `${sheetId}!${row},${column}`;

/** What Univer shows while one types the function's name and arguments. */
function description(fn: FunctionMetadata) {
  const userDefined = 15;
  return {
    functionName: `${namespace}.${fn.name}`,
    functionType: userDefined,
    description: fn.description ?? "",
    abstract: fn.description ?? "",
    functionParameter: (fn.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: "",
      require: parameter.optional ? (0 as const) : (1 as const),
      repeat: parameter.repeating ? (1 as const) : (0 as const),
    })),
  };
}
