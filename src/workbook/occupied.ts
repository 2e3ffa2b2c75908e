import { addressOf, sheetPrefix } from "./cell-address";
import type { Ground } from "./ground";
import type { Occupied } from "./written";

/** The cells that are not empty, as one rectangle around them; undefined where the ground is free. */
export function occupiedBy(ground: Ground): Occupied | undefined {
  const filled = ground.formulas.flatMap((row, i) =>
    row.flatMap((cell, j) => (cell === "" || cell === null ? [] : [{ i, j, cell }])),
  );
  if (filled.length === 0) return undefined;
  const [top, left] = [
    Math.min(...filled.map(({ i }) => i)),
    Math.min(...filled.map(({ j }) => j)),
  ];
  const around = addressOf({
    row: ground.row + top,
    column: ground.column + left,
    rows: Math.max(...filled.map(({ i }) => i)) - top + 1,
    columns: Math.max(...filled.map(({ j }) => j)) - left + 1,
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
