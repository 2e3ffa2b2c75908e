import { overlaps } from "../address";
import { notFound } from "../api-error";
import { ConditionalFormatState } from "../book-state";
import { HostCollection, HostObject } from "../host-object";
import type { Range } from "./range";

/** A conditional format, as far as its formula: it changes no look here. */
class ConditionalFormat extends HostObject {
  static override readonly scalars = ["Id", "Type"];

  constructor(
    private readonly state: ConditionalFormatState,
    private readonly at: (state: ConditionalFormatState) => Range,
  ) {
    super();
  }

  override key(): string {
    return this.state.id;
  }

  get Id(): string {
    return this.state.id;
  }

  get Type(): string {
    return this.state.type;
  }

  get Custom(): CustomConditionalFormat {
    const custom = this.CustomOrNullObject;
    if (!custom) throw notFound();
    return custom;
  }

  get CustomOrNullObject(): CustomConditionalFormat | null {
    return this.state.type === "Custom" ? new CustomConditionalFormat(this.state) : null;
  }

  GetRange(): Range {
    return this.at(this.state);
  }
}

class CustomConditionalFormat extends HostObject {
  constructor(private readonly state: ConditionalFormatState) {
    super();
  }

  get Rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.state);
  }
}

class ConditionalFormatRule extends HostObject {
  static override readonly scalars = ["Formula"];

  constructor(private readonly state: ConditionalFormatState) {
    super();
  }

  get Formula(): string {
    return this.state.formula;
  }

  set Formula(formula: string) {
    this.state.formula = formula;
  }
}

/** The conditional formats that a range touches. */
export class ConditionalFormats extends HostCollection<ConditionalFormat> {
  constructor(
    private readonly range: Range,
    private readonly at: (state: ConditionalFormatState) => Range,
  ) {
    super();
  }

  members(): ConditionalFormat[] {
    const { sheetId, rect, context } = this.range;
    return context.state.conditionalFormats
      .filter((state) => state.sheetId === sheetId && overlaps(state.rect, rect))
      .map((state) => new ConditionalFormat(state, this.at));
  }

  find(key: unknown): ConditionalFormat | null {
    return this.members().find(({ Id }) => Id === String(key)) ?? null;
  }

  Add(type: unknown): ConditionalFormat {
    const { sheetId, rect, context } = this.range;
    this.range.refuseProtected();
    const id = String(context.state.conditionalFormats.length + 1);
    const state = { id, sheetId, rect, type: String(type), formula: "" };
    context.state.conditionalFormats.push(state);
    return new ConditionalFormat(state, this.at);
  }
}
