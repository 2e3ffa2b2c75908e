import { HostObject } from "../host-object";
import { CustomXmlParts } from "./custom-xml-parts";
import { Names } from "./names";
import { Range } from "./range";
import { Settings } from "./settings";
import { Tables } from "./tables";
import { WorkbookContext } from "./workbook-context";
import { WorkbookProtection } from "./workbook-protection";
import { Worksheets } from "./worksheet";

/** The root of everything. */
export class Workbook extends HostObject {
  static override readonly scalars = ["Name"];

  constructor(private readonly context: WorkbookContext) {
    super();
  }

  get Name(): string {
    return this.context.book.name;
  }

  get Application(): Application {
    return new Application(this.context);
  }

  get Worksheets(): Worksheets {
    return new Worksheets(this.context);
  }

  get Tables(): Tables {
    return new Tables(this.context);
  }

  get Names(): Names {
    return new Names(this.context, undefined);
  }

  get Protection(): WorkbookProtection {
    return new WorkbookProtection(this.context);
  }

  get CustomXmlParts(): CustomXmlParts {
    return new CustomXmlParts(this.context);
  }

  get Settings(): Settings {
    return new Settings(this.context);
  }

  GetSelectedRange(): Range {
    const { sheetId, rect } = this.context.book.selection();
    return new Range(this.context, sheetId, rect);
  }

  GetActiveCell(): Range {
    const { sheetId, rect } = this.context.book.selection();
    return new Range(this.context, sheetId, { ...rect, rows: 1, columns: 1 });
  }
}

class Application extends HostObject {
  static override readonly scalars = ["CalculationMode"];

  constructor(private readonly context: WorkbookContext) {
    super();
  }

  get CalculationMode(): string {
    return "Automatic";
  }

  Calculate(): Promise<void> {
    this.context.book.calculate();
    return this.context.book.settle();
  }

  /** The engine calculates once the batch has run; there is nothing to hold back. */
  SuspendApiCalculationUntilNextSync(): void {}

  SuspendScreenUpdatingUntilNextSync(): void {}
}
