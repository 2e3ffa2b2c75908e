import { allOrNothing } from "./all-or-nothing";
import type { Place } from "./cell-address";
import { groundAtSelection, type Ground } from "./ground";
import { inExcel, type Command } from "./in-excel";
import { findListsSheet, listsTakenBack, type ListsSheet } from "./lists-sheet";
import { isAgreed, occupiedBy } from "./occupied";
import { tablesTakenBack } from "./table-on-ground";
import type { Occupied, Written } from "./written";
import { products } from "../catalog/catalog";

/** Writes on cells that have been looked at, with the sheet of lists that its drop-downs read. */
export type WriteOnGround = (ground: Ground, lists: ListsSheet) => Promise<Written>;

/**
 * Writes tables with drop-down lists at the selected cell, all or nothing. Cells that hold something are
 * written over only if the buyer agreed to lose just these. `prepare` reads what has to be known before.
 */
export function insertAtSelection(
  command: Command,
  size: Pick<Place, "rows" | "columns">,
  agreed: Occupied | undefined,
  prepare: (context: Excel.RequestContext) => Promise<WriteOnGround>,
): Promise<Written> {
  return inExcel(command, async (context) => {
    const write = await prepare(context);
    const names = products.map(({ name }) => name);
    const lists = await findListsSheet(context, names);
    const ground = await groundAtSelection(context, size);
    const occupied = occupiedBy(ground);
    if (occupied && !isAgreed(occupied, agreed)) return occupied;
    return allOrNothing(
      () => write(ground, lists),
      [...tablesTakenBack(context, ground), listsTakenBack(context, lists)],
    );
  });
}
