import { formatAddress, parseAddress, quoteSheet } from "../address";
import { invalidArgument, notFound } from "../api-error";
import { NameState } from "../book";
import { HostCollection, HostObject, sameName } from "../host-object";
import { Range } from "./range";
import { WorkbookContext } from "./workbook-context";

/** A defined name. */
export class NamedItem extends HostObject {
  static override readonly scalars = [
    ...["Comment", "Formula", "Name", "Scope", "Type", "Value", "Visible"],
  ];

  constructor(
    private readonly context: WorkbookContext,
    private readonly item: NameState,
  ) {
    super();
  }

  override key(): string {
    return this.item.name;
  }

  get Name(): string {
    return this.item.name;
  }

  get Formula(): string {
    return this.item.formula;
  }

  set Formula(formula: string) {
    this.item.formula = formula;
    this.context.book.nameChanged(this.item);
  }

  get Comment(): string {
    return this.item.comment;
  }

  set Comment(comment: string) {
    this.item.comment = comment;
  }

  get Visible(): boolean {
    return this.item.visible;
  }

  /** Excel refuses it to a name that is an error (office-js #5882). */
  set Visible(visible: boolean) {
    if (this.item.formula.includes("#REF!")) throw invalidArgument();
    this.item.visible = visible;
  }

  get Scope(): string {
    return this.item.sheetId ? "Worksheet" : "Workbook";
  }

  get Type(): string {
    if (this.GetRangeOrNullObject()) return "Range";
    return Number.isNaN(Number(this.Value)) ? "String" : "Double";
  }

  get Value(): string {
    return this.item.formula.replace(/^=/, "");
  }

  GetRange(): Range {
    const range = this.GetRangeOrNullObject();
    if (!range) throw notFound();
    return range;
  }

  GetRangeOrNullObject(): Range | null {
    const rect = parseAddress(this.Value);
    if (!rect) return null;
    const { sheet } = rect;
    const found = this.context.book.sheets().find(({ name }) => sheet && sameName(name, sheet));
    const sheetId = found?.id ?? this.item.sheetId;
    return sheetId ? new Range(this.context, sheetId, rect) : null;
  }

  Delete(): void {
    this.context.state.removeName(this.item);
  }
}

/** The names of the workbook, or of one sheet. */
export class Names extends HostCollection<NamedItem> {
  constructor(
    private readonly context: WorkbookContext,
    private readonly sheetId: string | undefined,
  ) {
    super();
  }

  members(): NamedItem[] {
    return this.states().map((state) => new NamedItem(this.context, state));
  }

  find(key: unknown): NamedItem | null {
    const found = this.states().find(({ name }) => sameName(name, key));
    return found ? new NamedItem(this.context, found) : null;
  }

  Add(name: unknown, reference: unknown, comment?: unknown): NamedItem {
    const item: NameState = {
      name: String(name),
      formula: reference instanceof Range ? this.formulaOf(reference) : String(reference),
      comment: typeof comment === "string" ? comment : "",
      visible: true,
      sheetId: this.sheetId,
    };
    this.context.state.addName(item);
    return new NamedItem(this.context, item);
  }

  AddFormulaLocal(name: unknown, formula: unknown, comment?: unknown): NamedItem {
    return this.Add(name, formula, comment);
  }

  private formulaOf({ sheetId, rect }: Range): string {
    const sheet = this.context.book.sheets().find(({ id }) => id === sheetId);
    return `=${quoteSheet(sheet?.name ?? "")}!${formatAddress(rect, true)}`;
  }

  private states(): NameState[] {
    return this.context.state.names.filter(({ sheetId }) => sheetId === this.sheetId);
  }
}
