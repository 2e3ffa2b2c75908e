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

const standardAlert = { message: "", showAlert: true, style: "Stop", title: "" };
const standardPrompt = { message: "", showPrompt: true, title: "" };

/** Rules for what may be entered. They bind a person in the grid; an add-in may write anything. */
export class DataValidation extends HostObject {
  static override readonly scalars = ["ErrorAlert", "IgnoreBlanks", "Prompt", "Rule", "Type"];

  constructor(private readonly range: Range) {
    super();
  }

  get Type(): string {
    const kind = Object.keys(this.current()?.rule ?? {}).find((key) => key in kinds);
    return kind ? kinds[kind]! : "None";
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

function checkRule(rule: Rule): void {
  const keys = Object.keys(rule).filter((key) => rule[key] !== null && rule[key] !== undefined);
  if (keys.length !== 1 || !(keys[0]! in kinds)) throw invalidArgument();
  const source = (rule.list as Rule | undefined)?.source;
  const isTyped = typeof source === "string" && !source.startsWith("=");
  if (isTyped && source.length > longestList) throw invalidArgument();
}
