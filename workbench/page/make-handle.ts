import type { UniverBook } from "../books/univer-book";
import { formatAddress, parseAddress, quoteSheet } from "../host/address";
import { entered } from "../host/cell-input";
import { textOf } from "../host/cell-text";
import type { Host } from "../host/host";
import { sameName } from "../host/host-object";
import type { WorkbenchHandle } from "./workbench-handle";

interface Parts {
  book: UniverBook;
  host: Host;
  setTheme(theme: "light" | "dark"): void;
}

export function workbenchHandle({ book, host, setTheme }: Parts): WorkbenchHandle {
  const find = (address: string) => {
    const rect = parseAddress(address);
    if (!rect) throw new Error(`"${address}" is not an address`);
    const { sheet } = rect;
    const found = book.sheets().find(({ name }) => sheet && sameName(name, sheet));
    if (sheet && !found) throw new Error(`there is no sheet "${sheet}"`);
    return { sheetId: found?.id ?? book.activeSheetId(), rect };
  };
  const addressOf = (sheetId: string, rect: Parameters<typeof formatAddress>[0]) => {
    const name = book.sheets().find(({ id }) => id === sheetId)?.name ?? "";
    return `${quoteSheet(name)}!${formatAddress(rect)}`;
  };
  return {
    ready: host.customFunctions.ready,
    idle: () => book.idle(),
    enter(address, text) {
      const { sheetId, rect } = find(address);
      const format = book.format(sheetId, rect.row, rect.column).numberFormat;
      book.write(sheetId, rect.row, rect.column, [[entered(text, format)]]);
    },
    cell(address) {
      const { sheetId, rect } = find(address);
      const value = book.value(sheetId, rect.row, rect.column);
      return {
        value,
        text: textOf(value, book.format(sheetId, rect.row, rect.column).numberFormat),
        formula: book.formula(sheetId, rect.row, rect.column),
        error: book.messageAt(sheetId, rect.row, rect.column) ?? null,
      };
    },
    select(address) {
      const { sheetId, rect } = find(address);
      book.select(sheetId, rect);
    },
    selection() {
      const { sheetId, rect } = book.selection();
      return addressOf(sheetId, rect);
    },
    tables: () =>
      (host.state?.tables ?? []).map(({ name, sheetId, rect, columns }) => ({
        name,
        address: addressOf(sheetId, rect),
        columns: columns.map((column) => column.name),
      })),
    setTheme,
    showPane: (visible) => host.pane.show(visible),
    unimplemented: host.unimplemented,
  };
}
