import { withPlainDigits } from "../calculator/folded";
import { isHostHeader } from "../catalog/names";
import { misread, optionalText, wholeNumber, type Argument } from "./read-cell";

/** Whole numbers in a range of any shape. Blank cells, and 0, which Excel may send for one, are left out. */
export const counts = (label: string): Argument<readonly number[]> => ({
  label,
  read: (cells) =>
    rowsOf(cells)
      .flat()
      .map((cell, i, all) => wholeNumber(inRange(label, i, all.length)).read(cell))
      .filter((count) => count !== undefined && count !== 0) as number[],
});

/** Texts in a range of any shape, a blank cell as empty text, so that each keeps its place. */
export const texts = (label: string): Argument<readonly string[]> => ({
  label,
  read: (cells) =>
    rowsOf(cells)
      .flat()
      .map((cell, i, all) => optionalText(inRange(label, i, all.length)).read(cell) ?? ""),
});

/**
 * Physical servers: their number in one cell; or a range with the name of one in each row, the first column
 * being the virtual machine where there are two. Blank rows are left out.
 */
export const hosts = (label: string): Argument<number | readonly string[]> => ({
  label,
  read(cells) {
    const rows = rowsOf(cells);
    if (rows.length === 1 && rows[0].length === 1) return numberOrName(label, rows[0][0]);
    return rows.flatMap((row, i) => hostIn(label, row, i)).map(notHeader(label));
  },
});

function numberOrName(label: string, cell: unknown): number | readonly string[] {
  const written = optionalText(label).read(cell);
  if (written === undefined) return 0;
  if (/^[-+]?[\d\s,'’٬]*(\.\d+)?$/.test(withPlainDigits(written)))
    return wholeNumber(label).read(cell)!;
  return [written];
}

function hostIn(label: string, row: readonly unknown[], i: number): readonly string[] {
  if (row.length > columns.length) {
    throw misread(
      `${label} must be one column of servers, or two: ${columns.join(" and ")}. This range has ${row.length} columns.`,
    );
  }
  const cells = row.map((cell) => optionalText(`${label}, row ${i + 1},`).read(cell));
  const host = cells[cells.length - 1];
  if (host !== undefined) return [host];
  if (cells[0] === undefined) return [];
  throw misread(
    `${label}, row ${i + 1}, has the virtual machine “${cells[0]}” without its server.`,
  );
}

/** A header counted as a server would be a license too many. */
const notHeader =
  (label: string) =>
  (host: string, i: number): string => {
    if (i > 0 || !isHostHeader(host)) return host;
    throw misread(`${label} begins with a header, “${host}”. Point to the rows below it.`);
  };

const columns = ["virtual machine", "server"] as const;

/** Excel hands over a range as rows of cells, and a cell of a question asked from elsewhere as itself. */
function rowsOf(cells: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(cells)) return [[cells]];
  return cells.map((row) => (Array.isArray(row) ? row : [row]));
}

const inRange = (label: string, i: number, length: number): string =>
  length === 1 ? label : `${label}, cell ${i + 1},`;
