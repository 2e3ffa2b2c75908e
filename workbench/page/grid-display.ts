import type { FUniver } from "@univerjs/core/facade";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { rangeOf } from "../books/univer-events";
import type { GridDisplay } from "../books/univer-book";
import { parseAddress, Rect } from "../host/address";
import { TableState, Validation } from "../host/book";

/** Shows the host's tables and drop-down lists in Univer's grid. Other rules are kept, not shown. */
export class UniverDisplay implements GridDisplay {
  /** Where each table stands in the grid, to tell what changed. */
  private readonly shown = new Map<string, { sheetId: string; name: string; range: string }>();

  constructor(private readonly api: FUniver) {}

  async tableChanged(table: TableState): Promise<void> {
    const range = rangeOf(table.rect);
    const now = { sheetId: table.sheetId, name: table.name, range: JSON.stringify(range) };
    const before = this.shown.get(table.id);
    this.shown.set(table.id, now);
    const sheet = this.sheet(table.sheetId);
    if (!before) await sheet?.addTable(table.name, range, table.id, { showHeader: true });
    if (before && before.name !== now.name) await sheet?.setTableName(table.id, table.name);
    if (before && before.range !== now.range) await sheet?.setTableRange(table.id, range);
  }

  async tableRemoved(table: TableState): Promise<void> {
    const before = this.shown.get(table.id);
    this.shown.delete(table.id);
    if (before) await this.sheet(before.sheetId)?.removeTable(table.id);
  }

  validationChanged(sheetId: string, rect: Rect, validation: Validation | undefined): void {
    const sheet = this.sheet(sheetId);
    const list = validation?.rule.list as { source?: unknown } | undefined;
    if (!sheet) return;
    const range = sheet.getRange(rect.row, rect.column, rect.rows, rect.columns);
    const source = String(list?.source ?? "");
    const builder = this.api.newDataValidation();
    if (!source) {
      range.setDataValidation(null);
      return;
    }
    const choice = source.startsWith("=")
      ? this.cellsOf(source, builder)
      : builder.requireValueInList(source.split(",").map((item) => item.trim()));
    if (!choice) return;
    const strict = validation?.errorAlert?.showAlert === true;
    range.setDataValidation(choice.setAllowInvalid(!strict).setAllowBlank(true).build());
  }

  /** A list that stands in cells, such as `='CALS lists'!$A$2:$A$40`. */
  private cellsOf(source: string, builder: ReturnType<FUniver["newDataValidation"]>) {
    const rect = parseAddress(source.slice(1));
    const sheets = this.api.getActiveWorkbook()?.getSheets() ?? [];
    const sheet = sheets.find((each) => each.getSheetName() === rect?.sheet);
    if (!rect || !sheet) return undefined;
    const range = sheet.getRange(rect.row, rect.column, rect.rows, rect.columns);
    return builder.requireValueInRange(range);
  }

  private sheet(sheetId: string): FWorksheet | null | undefined {
    return this.api.getActiveWorkbook()?.getSheetBySheetId(sheetId);
  }
}
