import { allOrNothing } from "./all-or-nothing";
import { inExcel } from "./in-excel";
import { pricedFor } from "./priced";
import { planRefresh } from "./refresh-plan";
import { toRemember } from "./remembered-tables";
import { roomBelow } from "./room-below";
import { readStandingTable } from "./standing-table";
import { refreshTakenBack, writeRefresh } from "./write-refresh";

/** What a refresh did. */
export interface Refreshed {
  readonly table: string;
  /** Prices that changed. */
  readonly updated: number;
  readonly added: number;
  /** Rows no longer in the list: they keep their place without a price. */
  readonly gone: number;
  /** Rows with a price of the buyer's own, left as they are. */
  readonly kept: number;
}

const command = { to: "refresh a pricing table", needs: "1.13", writes: true };

/** Brings a pricing table up to date where it stands; the buyer's columns, rows and cells stay. */
export function refreshPricingTable(table: string): Promise<Refreshed> {
  return inExcel(command, async (context) => {
    const standing = await readStandingTable(context, table);
    const { sign, entry, below } = standing;
    const priced = pricedFor(entry.choices);
    const plan = planRefresh(standing, priced, entry);
    const isLineOurs = below === entry.line;
    const line = isLineOurs ? priced.line : entry.line;
    const next = { ...toRemember(sign, priced), line, rows: plan.rows };
    const room = await roomBelow(standing, { rows: plan.added.length, isLineOurs });
    const refresh = { standing, plan, next, room, isLineOurs };
    await allOrNothing(() => writeRefresh(context, refresh), refreshTakenBack(context, refresh));
    const { updated, gone, kept } = plan;
    return { table: sign.name, updated, added: plan.added.length, gone, kept };
  });
}
