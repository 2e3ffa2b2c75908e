/** A rectangle of cells, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The size of a sheet. */
export const sheetSize = { rows: 1_048_576, columns: 16_384 };

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export function columnLetters(column: number): string {
  const before = Math.floor(column / alphabet.length) - 1;
  const letter = alphabet[column % alphabet.length];
  return before < 0 ? letter : columnLetters(before) + letter;
}

export function columnOf(letters: string): number {
  const count = (sum: number, letter: string) =>
    sum * alphabet.length + alphabet.indexOf(letter) + 1;
  return [...letters.toUpperCase()].reduce(count, 0) - 1;
}

/** Such as "B2:D9", or "B2" for one cell. */
export function addressOf({ row, column, rows, columns }: Place): string {
  const first = `${columnLetters(column)}${row + 1}`;
  const last = `${columnLetters(column + columns - 1)}${row + rows}`;
  return first === last ? first : `${first}:${last}`;
}

/** The cells of an address such as "B2:D9" or "B:B", or nothing. */
export function placeOf(address: string): Place | undefined {
  const ends = address.split(":").map((end) => /^\$?([A-Z]*)\$?(\d*)$/i.exec(end));
  const [first, last] = [ends[0], ends[ends.length - 1]];
  if (!first || !last) return undefined;
  const columns = [first, last].map(([, letters]) => (letters ? columnOf(letters) : undefined));
  const rows = [first, last].map(([, , digits]) => (digits ? Number(digits) - 1 : undefined));
  const row = Math.min(rows[0] ?? 0, rows[1] ?? 0);
  const column = Math.min(columns[0] ?? 0, columns[1] ?? 0);
  const lastRow = Math.max(rows[0] ?? 0, rows[1] ?? sheetSize.rows - 1);
  const lastColumn = Math.max(columns[0] ?? 0, columns[1] ?? sheetSize.columns - 1);
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** "Sheet1!" of "Sheet1!A1:B2", and "" of "A1:B2". */
export const sheetPrefix = (address: string): string =>
  address.slice(0, address.lastIndexOf("!") + 1);
