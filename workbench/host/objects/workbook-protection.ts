import { invalidOperation } from "../api-error";
import { HostObject } from "../host-object";
import { WorkbookContext } from "./workbook-context";

/** Guards the structure of the workbook: sheets are neither added nor deleted, renamed or hidden. */
export class WorkbookProtection extends HostObject {
  static override readonly scalars = ["Protected"];

  constructor(private readonly context: WorkbookContext) {
    super();
  }

  get Protected(): boolean {
    return this.context.state.isStructureProtected;
  }

  Protect(): void {
    if (this.Protected) throw invalidOperation("The workbook is already protected.");
    this.context.state.isStructureProtected = true;
  }

  Unprotect(): void {
    this.context.state.isStructureProtected = false;
  }
}
