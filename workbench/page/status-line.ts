import type { UniverBook } from "../books/univer-book";
import { formatAddress } from "../host/address";

/** Says what Excel's error card would say of the selected cell, and what the stand-in lacks. */
export class StatusLine {
  private told = "Ready";

  constructor(
    private readonly line: HTMLElement,
    private readonly gaps: HTMLElement,
    private readonly book: UniverBook,
  ) {
    book.listen(() => {
      this.told = "Ready";
      void this.show();
    });
    book.calculation.onSettled(() => this.showCell());
    this.showCell();
  }

  /** Says something else until the next edit or selection. */
  tell(text: string): void {
    this.told = text;
    this.line.textContent = text;
  }

  showGaps(unimplemented: readonly string[]): void {
    this.gaps.hidden = unimplemented.length === 0;
    this.gaps.replaceChildren(
      ...[...new Set(unimplemented)].map((text) => {
        const item = document.createElement("li");
        item.textContent = text;
        return item;
      }),
    );
  }

  private async show(): Promise<void> {
    await this.book.idle();
    this.showCell();
  }

  private showCell(): void {
    const { sheetId, rect } = this.book.selection();
    const value = this.book.value(sheetId, rect.row, rect.column);
    const message = this.book.messageAt(sheetId, rect.row, rect.column);
    const address = formatAddress({ ...rect, rows: 1, columns: 1 });
    this.line.textContent = message ? `${address}: ${String(value)} ${message}` : this.told;
  }
}
