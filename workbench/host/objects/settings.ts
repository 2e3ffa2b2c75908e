import { invalidArgument } from "../api-error";
import { HostCollection, HostObject } from "../host-object";
import { WorkbookContext } from "./workbook-context";

/** What an add-in keeps in the workbook under a name of its own. Keys are told apart by case. */
export class Setting extends HostObject {
  static override readonly scalars = ["Key", "Value"];

  constructor(
    private readonly context: WorkbookContext,
    private readonly name: string,
  ) {
    super();
  }

  override key(): string {
    return this.name;
  }

  get Key(): string {
    return this.name;
  }

  get Value(): unknown {
    return this.context.state.settings.get(this.name);
  }

  set Value(value: unknown) {
    this.context.state.settings.set(this.name, structuredClone(value));
  }

  Delete(): void {
    this.context.state.settings.delete(this.name);
  }
}

export class Settings extends HostCollection<Setting> {
  constructor(private readonly context: WorkbookContext) {
    super();
  }

  members(): Setting[] {
    return [...this.context.state.settings.keys()].map((key) => new Setting(this.context, key));
  }

  find(key: unknown): Setting | null {
    const name = String(key);
    return this.context.state.settings.has(name) ? new Setting(this.context, name) : null;
  }

  Add(key: unknown, value: unknown): Setting {
    if (typeof key !== "string" || key === "") throw invalidArgument();
    this.context.state.settings.set(key, structuredClone(value));
    return new Setting(this.context, key);
  }
}
