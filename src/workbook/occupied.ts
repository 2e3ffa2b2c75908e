import { addressOf, sheetPrefix } from "./cell-address";
import type { Ground } from "./ground";
import type { Occupied } from "./written";

/** The cells that are not empty, as one rectangle around them; undefined where the ground is free. */
export function occupiedBy(ground: Ground): Occupied | undefined {
  const filled = ground.formulas.flatMap((row, i) =>
    row.flatMap((cell, j) => (cell === "" || cell === null ? [] : [{ i, j, cell }])),
  );
  if (filled.length === 0) return undefined;
  // each column once: the ground may have more cells than a function takes arguments
  const columns = [...new Set(filled.map(({ j }) => j))];
  const [top, left] = [filled[0].i, Math.min(...columns)];
  const around = addressOf({
    row: ground.row + top,
    column: ground.column + left,
    rows: filled[filled.length - 1].i - top + 1,
    columns: Math.max(...columns) - left + 1,
  });
  return {
    done: false,
    occupied: sheetPrefix(ground.address) + around,
    cells: filled.length,
    contents: JSON.stringify(filled.map(({ i, j, cell }) => [i - top, j - left, cell])),
  };
}

/** Whether these are the cells that the buyer agreed to lose, holding what they held then. */
export function isAgreed(occupied: Occupied, agreed: Occupied | undefined): boolean {
  return occupied.occupied === agreed?.occupied && occupied.contents === agreed.contents;
}
