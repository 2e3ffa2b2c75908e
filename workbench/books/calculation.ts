import type { ICommandInfo } from "@univerjs/core";
import type { UniverKit } from "./univer-kit";

/** A cell, by the ids of Univer. */
export interface CellPlace {
  sheetId: string;
  row: number;
  column: number;
}

interface Dirty {
  dirtyRanges: object[];
  forceCalculation: boolean;
  [map: string]: unknown;
}

const clean = (): Dirty => ({
  dirtyRanges: [],
  forceCalculation: false,
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
});

/**
 * When the engine calculates. Univer waits 100 ms after the last edit, so that typing stays smooth;
 * an add-in's `sync` should not wait. This takes over Univer's own table of "which command makes
 * what dirty" and starts a calculation as soon as the running code has ended.
 */
export class Calculation {
  /** Grows by one with each calculation; tells an old result from a new one. */
  generation = 0;
  private dirty: Dirty | undefined;
  private scheduled = false;
  /** Asked for, but not yet known to the session: commands run a moment later. */
  private starting = false;
  private waiting: (() => void)[] = [];
  private readonly settledListeners: (() => void)[] = [];
  private readonly session;
  private readonly commands;

  constructor(
    private readonly kit: UniverKit,
    private readonly unitId: string,
  ) {
    const { injector, core, engine } = kit;
    this.commands = injector.get(core.ICommandService);
    this.session = injector.get(engine.FormulaCalculationSessionService);
    const univers = injector.get(engine.IActiveDirtyManagerService);
    const conversions = new Map(univers.getDirtyConversionMap());
    conversions.forEach((_, commandId) => univers.remove(commandId));
    this.commands.onCommandExecuted((command, options) => {
      if (command.id === engine.SetFormulaCalculationStartMutation.id) this.generation++;
      const conversion = conversions.get(command.id);
      if (!conversion || options?.onlyLocal || isStyle(command)) return;
      this.request(conversion.getDirtyData(command) as Partial<Dirty>);
    });
    this.session.state$.subscribe(() => this.onState());
  }

  /** Calculates these cells and what depends on them. */
  recalculate(cells: Iterable<CellPlace>): void {
    const dirtyRanges = [...cells].map(({ sheetId, row, column }) => ({
      unitId: this.unitId,
      sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
    if (dirtyRanges.length > 0) this.request({ dirtyRanges });
  }

  /** Calculates everything. */
  recalculateAll(): void {
    this.request({ forceCalculation: true });
  }

  /** Tells whenever all has been calculated. */
  onSettled(listener: () => void): void {
    this.settledListeners.push(listener);
  }

  /** Resolves when every formula shows its value, custom functions perhaps still `#BUSY!`. */
  settled(): Promise<void> {
    if (this.isSettled()) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private request(dirty: Partial<Dirty>): void {
    this.dirty = merge(this.dirty ?? clean(), dirty) as Dirty;
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      this.start();
    });
  }

  private start(): void {
    if (!this.dirty || this.isRunning()) return; // onState starts it
    const dirty = this.dirty;
    this.dirty = undefined;
    const { id } = this.kit.engine.SetFormulaCalculationStartMutation;
    this.starting = true;
    void this.commands
      .executeCommand(id, { ...dirty, commands: [] }, { onlyLocal: true })
      .finally(() => {
        this.starting = false;
        this.onState();
      });
  }

  private onState(): void {
    // Univer may tell of the end of one calculation just before it starts another
    queueMicrotask(() => {
      this.start();
      if (!this.isSettled()) return;
      this.waiting.splice(0).forEach((resolve) => resolve());
      this.settledListeners.forEach((listener) => listener());
    });
  }

  private isSettled(): boolean {
    return !this.dirty && !this.scheduled && !this.isRunning();
  }

  private isRunning(): boolean {
    if (this.starting) return true;
    const state = this.session.state;
    const ended = state.resultApplied && (state.stopped || state.completed || state.resultEmitted);
    return state.started && !ended;
  }
}

/** What only looks different need not be calculated. */
export function isStyle(command: Readonly<ICommandInfo>): boolean {
  const trigger = (command.params as { trigger?: string } | undefined)?.trigger ?? "";
  return /style|border|clear-selection-format|custom-metadata/.test(trigger);
}

function merge(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return [...(a as unknown[]), ...(b as unknown[])];
  if (!isObject(a) || !isObject(b)) return b ?? a;
  const result: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    if (value !== undefined) result[key] = key in result ? merge(result[key], value) : value;
  }
  return result;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
