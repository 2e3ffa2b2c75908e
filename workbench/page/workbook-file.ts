import type { BookState } from "../host/book-state";
import { BadFile } from "../xlsx/bad-file";
import { contentOfBook, notSaved } from "../xlsx/content-of-book";
import { fillBook } from "../xlsx/fill-book";
import { readXlsx } from "../xlsx/read-xlsx";
import { writeXlsx } from "../xlsx/write-xlsx";
import type { BesideCells } from "../xlsx/xlsx-content";

/** Opens xlsx files in the place of the workbook, and saves it as one. */
export class WorkbookFile {
  private name = "Book1.xlsx";
  /** Kept from the opened file for the one that is saved. */
  private opened: BesideCells = { webExtensions: [], customXml: [] };

  constructor(private readonly state: BookState) {}

  /** Says in a sentence what became of it. */
  async open(name: string, bytes: Uint8Array): Promise<string> {
    try {
      const { content, notKept } = await readXlsx(bytes);
      const lost = [...notKept, ...fillBook(this.state, content)];
      this.name = name;
      this.opened = content;
      return told(`Opened ${name}`, lost);
    } catch (problem) {
      if (problem instanceof BadFile) return `${name} ${problem.message}`;
      throw problem;
    }
  }

  async save(): Promise<{ name: string; bytes: Uint8Array; says: string }> {
    const bytes = await writeXlsx(contentOfBook(this.state, this.opened));
    return { name: this.name, bytes, says: told(`Saved ${this.name}`, notSaved(this.state)) };
  }
}

const told = (what: string, lost: readonly string[]) =>
  lost.length === 0 ? what : `${what}. Not kept: ${lost.join("; ")}`;
