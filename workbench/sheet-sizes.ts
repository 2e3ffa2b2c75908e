import type { FWorkbook } from "@univerjs/sheets/facade";
import { Reach } from "./books/formula-reach";

/**
 * Rows cost the engine time even when they are empty, so sheets have few; and what refers beyond
 * them is `#NAME?` in Univer. They are stretched for as long as a formula needs more.
 */
export class SheetSizes {
  private readonly sheets;

  constructor(workbook: FWorkbook) {
    this.sheets = workbook.getSheets().map((each) => {
      const sheet = each.getSheet();
      return { sheet, rows: sheet.getRowCount(), columns: sheet.getColumnCount() };
    });
  }

  stretchTo(...reaches: Reach[]): void {
    this.sheets.forEach(({ sheet, rows, columns }) => {
      sheet.setRowCount(Math.max(rows, ...reaches.map((reach) => reach.rows)));
      sheet.setColumnCount(Math.max(columns, ...reaches.map((reach) => reach.columns)));
    });
  }

  restore(): void {
    this.stretchTo();
  }
}
