import { CellError, CellValue, errorTypes, Outcome } from "./cell-value";
import { HostObject } from "./host-object";
import { Push } from "./xdm-host";

/** An argument for a custom function; `null` stands for one that was left out. */
export type Argument = CellValue | CellError | null | Argument[];

export interface Invocation {
  id: string;
  args: Argument[];
  /** Where the formula stands, such as `Sheet1!A1`. */
  address?: string;
  cancelable?: boolean;
  streaming?: boolean;
}

const category = 1;
const messages = { invoke: 1000, cancel: 1001 } as const;
const flags = { cancelable: 1, streaming: 2, richValues: 8 } as const;

/** office.js's numbers for errors. Excel shows a function's own text with two of them only. */
const errorCodes: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};
const codesWithText: readonly number[] = [1, 7];

/** The most characters that fit into a cell. */
const longestText = 32767;

/**
 * The host's end of the real custom functions runtime inside excel-web-16.00.js. Invocations go in
 * as messages, many at a time; results come back, many at a time, through a service. Conversion of
 * thrown errors, promises, streaming and cancellation are the runtime's own.
 */
export class CustomFunctions {
  private readonly pending = new Map<number, (outcome: Outcome) => void>();
  private outbox: Push[] = [];
  private nextId = 1;
  private announceReady!: () => void;

  /** Resolves when the runtime has started and takes invocations. */
  readonly ready = new Promise<void>((resolve) => (this.announceReady = resolve));

  constructor(private readonly push: (messages: Push[]) => void) {}

  async invoke(invocation: Invocation): Promise<Outcome> {
    await this.ready;
    return new Promise((resolve) => {
      this.send(invocation, (outcome, id) => {
        this.pending.delete(id);
        resolve(outcome);
      });
    });
  }

  /** A streaming function answers again and again until it is canceled with the returned function. */
  async stream(invocation: Invocation, onResult: (outcome: Outcome) => void): Promise<() => void> {
    await this.ready;
    const id = this.send({ ...invocation, streaming: true }, onResult);
    return () => {
      this.pending.delete(id);
      const json = JSON.stringify({ invocationId: id });
      this.push([[category, messages.cancel, "", json, id]]);
    };
  }

  private send(invocation: Invocation, onResult: (outcome: Outcome, id: number) => void): number {
    const id = this.nextId++;
    this.pending.set(id, (outcome) => onResult(outcome, id));
    const rich = invocation.args.some(containsError);
    const args = rich ? invocation.args.map(toRichValue) : invocation.args;
    const flag =
      (invocation.cancelable ? flags.cancelable : 0) |
      (invocation.streaming ? flags.streaming : 0) |
      (rich ? flags.richValues : 0);
    const message = [id, invocation.id, args, invocation.address, flag, null];
    this.outbox.push([category, messages.invoke, "", JSON.stringify(message), id]);
    if (this.outbox.length === 1) {
      queueMicrotask(() => this.push(this.outbox.splice(0)));
    }
    return id;
  }

  private take(results: [id: number, ok: boolean, value: unknown, code?: number][]): void {
    for (const [id, ok, value, code] of results) {
      this.pending.get(id)?.(ok ? toOutcome(value) : toError(value, code ?? 0));
    }
  }

  /** The service that the runtime calls, `Microsoft.ExcelServices.CustomFunctions`. */
  readonly service: HostObject = new ResultService(
    () => this.announceReady(),
    (results) => this.take(results),
  );
}

class ResultService extends HostObject {
  constructor(
    private readonly ready: () => void,
    private readonly take: CustomFunctions["take"],
  ) {
    super();
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.ready();
  }

  /** 2 asks for results every 200 ms instead of every 500. */
  _GetEnabledFeatures(): number[] {
    return [1, 2, 3, 4];
  }

  SetInvocationArrayResults(results: Parameters<CustomFunctions["take"]>[0]): void {
    this.take(results);
  }
}

const containsError = (arg: Argument): boolean =>
  Array.isArray(arg) ? arg.some(containsError) : typeof arg === "object" && arg !== null;

/** An error travels as the JSON of Excel's error data type; the runtime unpacks it. */
function toRichValue(arg: Argument): unknown {
  if (Array.isArray(arg)) return arg.map(toRichValue);
  if (typeof arg !== "object" || arg === null) return arg;
  const value = {
    type: "Error",
    basicType: "Error",
    basicValue: arg.error,
    errorType: errorTypes[arg.error] ?? "Value",
  };
  return { value: JSON.stringify(value) };
}

const toError = (value: unknown, code: number): CellError => ({
  error: errorCodes[code] ?? "#VALUE!",
  message: codesWithText.includes(code) && value ? String(value) : undefined,
});

function toOutcome(value: unknown): Outcome {
  if (!Array.isArray(value)) return toCell(value);
  const rows = value as unknown[][];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const isBlock = width > 0 && rows.every((row) => Array.isArray(row) && row.length === width);
  if (!isBlock) return { error: "#VALUE!" };
  return rows.map((row) => row.map(toCell));
}

function toCell(value: unknown): CellValue | CellError {
  if (value === null || value === undefined) return 0; // as Excel shows it
  if (typeof value === "string") return value.length > longestText ? { error: "#VALUE!" } : value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const rich = value as Record<string, unknown>;
  if (rich.type === "Error") {
    return { error: String(rich.basicValue ?? rich.code), message: rich.message as string };
  }
  if (rich.type === "FormattedNumber") return Number(rich.basicValue);
  return { error: "#VALUE!" }; // an entity or a picture: this grid shows none
}
