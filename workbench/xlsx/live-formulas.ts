import { tokensOf } from "../books/formula-tokens";
import { Rect } from "../host/address";
import { namespace } from "../host/function-metadata";
import { isCall } from "./file-formula";
import { References, referencesIn } from "./references";
import type { XlsxCell, XlsxContent } from "./xlsx-content";

/** Whether a formula calls one of the add-in's functions. */
export function callsAddIn(formula: string): boolean {
  const tokens = tokensOf(formula);
  return tokens.some(
    ({ text }, at) => text.toUpperCase().startsWith(`${namespace}.`) && isCall(tokens, at),
  );
}

/** A formula, the sheet that it stands on, and what it looks at. */
interface Formula {
  sheet: string;
  cell: XlsxCell;
  references: References;
}

/**
 * The formulas whose values may change: those that call the add-in, those that depend on them, and
 * those that were never calculated. All others have the value that Excel gave them, which is better
 * than what a stand-in would make of them.
 */
export function liveFormulas(content: XlsxContent): Set<XlsxCell> {
  const live = new Set<XlsxCell>();
  const places = new LivePlaces();
  const revive = (sheet: string, cell: XlsxCell) => {
    live.add(cell);
    places.add(sheet, cell);
  };
  let waiting: Formula[] = [];
  for (const { name: sheet, cells } of content.sheets) {
    for (const cell of cells) {
      if (!cell.formula) continue;
      if (callsAddIn(cell.formula) || cell.value === undefined) revive(sheet, cell);
      else waiting.push({ sheet, cell, references: referencesIn(cell.formula) });
    }
  }
  const words = wordsOf(content);
  for (let before = -1; live.size > 0 && before !== live.size;) {
    before = live.size;
    waiting = waiting.filter(({ sheet, cell, references }) => {
      if (!looksAt(references, sheet, words, places, new Set())) return true;
      revive(sheet, cell);
      return false;
    });
  }
  return live;
}

/** What the names of a workbook and of its tables stand for. */
function wordsOf({ sheets, names }: XlsxContent): Map<string, References[]> {
  const words = new Map<string, References[]>();
  const add = (word: string, references: References) =>
    words.set(word.toLowerCase(), [...(words.get(word.toLowerCase()) ?? []), references]);
  for (const { name, formula, sheet } of names) {
    const references = referencesIn(formula);
    const cells = references.cells.map((each) => ({ ...each, sheet: each.sheet ?? sheet }));
    add(name, { ...references, cells, isOpen: references.isOpen || callsAddIn(formula) });
  }
  for (const { name: sheet, tables } of sheets) {
    for (const { name, rect } of tables) {
      add(name, { cells: [{ sheet, rect }], words: [], isOpen: false });
    }
  }
  return words;
}

function looksAt(
  { cells, words: named, isOpen }: References,
  sheet: string,
  words: ReadonlyMap<string, References[]>,
  places: LivePlaces,
  seen: Set<string>,
): boolean {
  if (isOpen || cells.some((each) => places.touch(each.sheet ?? sheet, each.rect))) return true;
  return named.some((word) => {
    if (seen.has(word)) return false;
    seen.add(word);
    return words.get(word)?.some((each) => looksAt(each, sheet, words, places, seen));
  });
}

/** Where live cells are, by sheet and column. */
class LivePlaces {
  private readonly sheets = new Map<string, Map<number, Set<number>>>();

  add(sheet: string, { row, column, array }: XlsxCell): void {
    const key = sheet.toLowerCase();
    const columns = this.sheets.get(key) ?? new Map<number, Set<number>>();
    this.sheets.set(key, columns);
    (array?.values ?? [[0]]).forEach((line, r) =>
      line.forEach((_, c) => {
        const rows = columns.get(column + c) ?? new Set<number>();
        columns.set(column + c, rows.add(row + r));
      }),
    );
  }

  touch(sheet: string, rect: Rect): boolean {
    for (const [column, rows] of this.sheets.get(sheet.toLowerCase()) ?? []) {
      if (column < rect.column || column >= rect.column + rect.columns) continue;
      if (rect.rows < rows.size) {
        for (let r = rect.row; r < rect.row + rect.rows; r++) if (rows.has(r)) return true;
      } else if ([...rows].some((row) => row >= rect.row && row < rect.row + rect.rows))
        return true;
    }
    return false;
  }
}
