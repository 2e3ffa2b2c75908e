import { formatAddress } from "../../workbench/host/address";
import type { CellFormat } from "../../workbench/host/book";
import type { MemoryBook } from "../../workbench/books/memory-book";
import type { NodeHost } from "../../workbench/host/node-host";

/** The whole of a workbook, by place: what stands there, as text to compare. */
export type Picture = ReadonlyMap<string, string>;

/** A workbook as it can be brought back. */
export interface Moment {
  readonly book: ReturnType<MemoryBook["snapshot"]>;
  readonly state: ReturnType<NonNullable<NodeHost["host"]["state"]>["snapshot"]>;
  readonly startup: string;
}

export function momentOf({ book, host }: NodeHost): Moment {
  return {
    book: (book as MemoryBook).snapshot(),
    state: host.state!.snapshot(),
    startup: host.startup.state,
  };
}

/** office.js keeps the document's settings too, and must read them again. */
export async function bringBack({ book, host, Office }: NodeHost, moment: Moment): Promise<void> {
  (book as MemoryBook).restore(moment.book);
  host.state!.restore(moment.state);
  host.startup.state = moment.startup;
  await new Promise<void>((done) => Office.context.document.settings.refreshAsync(() => done()));
}

/** The selection is free to move; anything else that differs is a difference. */
export function pictureOf({ book, state, startup }: Moment): Picture {
  const sheets = new Map(book.list.map(({ id, name }) => [id, name]));
  const at = (sheetId: string, rect: Parameters<typeof formatAddress>[0]) =>
    `${sheets.get(sheetId) ?? "a sheet that is gone"}!${formatAddress(rect)}`;
  const picture = new Map<string, string>();
  const put = (place: string, what: unknown) => picture.set(place, JSON.stringify(what));
  book.list.forEach(({ name, visibility, cells, widths }, position) => {
    put(`sheet ${name}`, { position, visibility });
    for (const [key, { value, formula, anchor, format }] of cells) {
      const [row, column] = key.split(",").map(Number);
      const look = lookOf(format);
      if (value === "" && !formula && !anchor && Object.keys(look).length === 0) continue;
      const place = formatAddress({ row, column, rows: 1, columns: 1 });
      put(`${name}!${place}`, { value, formula, anchor, look });
    }
    for (const [column, width] of widths) {
      const place = formatAddress({ row: 0, column, rows: 1, columns: 1 });
      if (width !== 48) put(`width ${name}!${place}`, width);
    }
  });
  for (const { sheetId, rect, validation } of state.validations) {
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const place = `entry rule ${at(sheetId, { row, column, rows: 1, columns: 1 })}`;
        if (Object.keys(validation.rule).length > 0) put(place, validation);
        else picture.delete(place);
      }
    }
  }
  for (const table of state.tables) put(`table ${table.name}`, table);
  for (const name of state.names) put(`name ${name.name}`, name);
  for (const [key, value] of state.settings) put(`setting ${key}`, value);
  for (const sheet of state.protectedSheets) put(`protection ${sheets.get(sheet)}`, true);
  for (const xml of state.customXmlParts.values()) put(`part ${xml.slice(0, 40)}`, xml);
  for (const { sheetId, rect } of state.merges) put(`merge ${at(sheetId, rect)}`, true);
  for (const pivot of state.pivotTables) put(`pivot ${pivot.name}`, pivot);
  for (const one of state.conditionalFormats) put(`colors ${one.id}`, one);
  put("structure", state.isStructureProtected);
  put("startup", startup);
  return picture;
}

const standard: Readonly<Record<string, unknown>> = {
  ...{ numberFormat: "General", fill: undefined, bold: false, italic: false, underline: false },
  ...{ color: "#000000", size: 11, font: "Calibri", horizontal: "General", vertical: "Bottom" },
  wrap: false,
};

/** As far as it is not the standard look. */
const lookOf = (format: CellFormat): CellFormat =>
  Object.fromEntries(
    Object.entries(format)
      .filter(([key, value]) => value !== undefined && value !== standard[key])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The places that two pictures differ in. */
export const differences = (a: Picture, b: Picture): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((place) => a.get(place) !== b.get(place));
