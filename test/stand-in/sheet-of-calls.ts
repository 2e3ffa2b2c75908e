import { isError, type CellValue, type Outcome } from "../../workbench/host/cell-value";
import type { NodeHost } from "../../workbench/host/node-host";
import type { Shown } from "./large-workbook";

/** A function in a cell. Each argument is an address or a text in quotes. */
interface Call {
  id: string;
  args: readonly string[];
}

/**
 * Stands for a grid that would take too long: it knows which cell depends on which, and nothing else. All
 * that can be asked at once is asked at once, of the add-in's functions in the real runtime.
 */
export class SheetOfCalls {
  readonly cells = new Map<string, Shown>();
  private readonly calls = new Map<string, Call>();
  private readonly dependents = new Map<string, string[]>();

  constructor(private readonly host: NodeHost) {}

  /** A formula of one function, such as `CALS.CAL(A1)`. */
  addFormula(at: string, formula: string): void {
    const [, id, list] = /^CALS\.(\w+)\((.*)\)$/.exec(formula)!;
    const args = list.split(",");
    this.calls.set(at, { id, args });
    for (const arg of args) {
      const others = this.dependents.get(arg);
      if (others) others.push(at);
      else this.dependents.set(arg, [at]);
    }
  }

  /** Enters a value and calculates what depends on it; the result says which cells were asked again. */
  async edit(at: string, value: CellValue): Promise<readonly string[]> {
    this.cells.set(at, value);
    const asked = new Set(this.dependents.get(at));
    for (const cell of asked) this.dependents.get(cell)?.forEach((next) => asked.add(next));
    await this.calculate([...asked]);
    return [...asked];
  }

  /** Asks every formula, from the first to the last or the other way round. */
  async calculateAll(backwards = false): Promise<void> {
    const all = [...this.calls.keys()];
    await this.calculate(backwards ? all.reverse() : all);
  }

  private async calculate(ats: readonly string[]): Promise<void> {
    const waiting = new Set(ats);
    while (waiting.size > 0) {
      const ready = [...waiting].filter((at) => !this.argsOf(at).some((arg) => waiting.has(arg)));
      await Promise.all(ready.map((at) => this.ask(at)));
      ready.forEach((at) => waiting.delete(at));
    }
  }

  private async ask(at: string): Promise<void> {
    const args = this.argsOf(at).map((arg) => {
      const value = arg.startsWith('"') ? arg.slice(1, -1) : (this.cells.get(arg) as CellValue);
      return value === "#N/A" ? { error: value } : value;
    });
    const { id } = this.calls.get(at)!;
    const invocation = { id, args, address: `Sheet1!${at}` };
    this.cells.set(at, shown(await this.host.host.customFunctions.invoke(invocation)));
  }

  private readonly argsOf = (at: string): readonly string[] => this.calls.get(at)!.args;
}

const shown = (outcome: Outcome): Shown =>
  Array.isArray(outcome) ? outcome.map((row) => row.map(textOf)) : textOf(outcome);

const textOf = (cell: Exclude<Outcome, unknown[]>): CellValue =>
  isError(cell) ? cell.error : cell;
