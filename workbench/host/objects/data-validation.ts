import { invalidArgument } from "../api-error";
import { Validation } from "../book";
import { HostObject } from "../host-object";
import type { Range } from "./range";

type Rule = Record<string, unknown>;

/** What kind of rule each key of a rule makes. */
const kinds: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
  custom: "Custom",
};

/** A list typed into a rule may be this long, in characters. */
const longestList = 255;

/** Asked cell by cell only up to here. */
const mostCells = 10_000;

const standardAlert = { message: "", showAlert: true, style: "Stop", title: "" };
const standardPrompt = { message: "", showPrompt: true, title: "" };

/** Rules for what may be entered. They bind a person in the grid; an add-in may write anything. */
export class DataValidation extends HostObject {
  static override readonly scalars = ["ErrorAlert", "IgnoreBlanks", "Prompt", "Rule", "Type"];

  constructor(private readonly range: Range) {
    super();
  }

  /** One kind, or Excel's two words for cells that differ. */
  get Type(): string {
    const rules = this.rules();
    if (rules.size === 1) return kindOf(this.current()?.rule ?? {});
    return rules.has("{}") ? "MixedCriteria" : "Inconsistent";
  }

  get Rule(): Rule {
    return this.current()?.rule ?? {};
  }

  set Rule(rule: Rule) {
    checkRule(rule);
    this.change({ rule });
  }

  get ErrorAlert(): Rule {
    return this.current()?.errorAlert ?? standardAlert;
  }

  set ErrorAlert(errorAlert: Rule) {
    this.change({ errorAlert });
  }

  get Prompt(): Rule {
    return this.current()?.prompt ?? standardPrompt;
  }

  set Prompt(prompt: Rule) {
    this.change({ prompt });
  }

  get IgnoreBlanks(): boolean {
    return this.current()?.ignoreBlanks ?? true;
  }

  set IgnoreBlanks(ignoreBlanks: boolean) {
    this.change({ ignoreBlanks });
  }

  Clear(): void {
    this.range.refuseProtected();
    this.range.context.state.setValidation(this.range.sheetId, this.range.rect, undefined);
  }

  /** The different rules of the cells, as JSON; of very many cells only what the last one says. */
  private rules(): Set<string> {
    const { context, sheetId, rect } = this.range;
    const ruleAt = (row: number, column: number) =>
      JSON.stringify(
        context.state.validationAt(sheetId, { row, column, rows: 1, columns: 1 })?.rule ?? {},
      );
    if (rect.rows * rect.columns > mostCells) return new Set([JSON.stringify(this.Rule)]);
    return new Set(this.range.map(ruleAt).flat());
  }

  private current(): Validation | undefined {
    return this.range.context.state.validationAt(this.range.sheetId, this.range.rect);
  }

  private change(part: Partial<Validation>): void {
    this.range.refuseProtected();
    const { context, sheetId, rect } = this.range;
    const standard = { rule: {}, ignoreBlanks: true };
    context.state.setValidation(sheetId, rect, { ...(this.current() ?? standard), ...part });
  }
}

function kindOf(rule: Rule): string {
  const kind = Object.keys(rule).find((key) => key in kinds);
  return kind ? kinds[kind]! : "None";
}

function checkRule(rule: Rule): void {
  const keys = Object.keys(rule).filter((key) => rule[key] !== null && rule[key] !== undefined);
  if (keys.length !== 1 || !(keys[0]! in kinds)) throw invalidArgument();
  const source = (rule.list as Rule | undefined)?.source;
  const isTyped = typeof source === "string" && !source.startsWith("=");
  if (isTyped && source.length > longestList) throw invalidArgument();
}
