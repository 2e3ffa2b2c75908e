import { useCallback, useContext, useEffect, useState } from "react";
import { Button } from "@fluentui/react-components";
import { IsPreview } from "./is-preview";
import { channelName, serverName } from "./offer-choices";
import { useRoomStyles } from "./room-styles";
import { TaskStatus } from "./task-status";
import { troubleText, useTask } from "./use-task";
import type { OfferChoices } from "../calculator/offers";
import { pricingTables, type PricingTable } from "../workbook/pricing-table";
import { refreshPricingTable, type Refreshed } from "../workbook/refresh-pricing-table";

/** The pricing tables of this workbook. Looks again when shown, and when one was written. */
export function PricingTables({ shown, written }: { shown: boolean; written: number }) {
  const styles = useRoomStyles();
  const isPreview = useContext(IsPreview);
  const [tables, setTables] = useState<readonly PricingTable[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const look = useCallback(async () => {
    try {
      setTables(await pricingTables());
      setTrouble(undefined);
    } catch (refusal) {
      setTrouble(troubleText(refusal));
    }
  }, []);
  useEffect(() => {
    if (shown && !isPreview) void look();
  }, [shown, isPreview, written, look]);
  const said = trouble ? ({ intent: "error", text: trouble } as const) : undefined;
  if (tables.length === 0) return <TaskStatus said={said} />;
  return (
    <section className={styles.section} aria-label="In this workbook">
      <h3 className={styles.subtitle}>In this workbook</h3>
      <TaskStatus said={said} />
      {tables.map((table) => (
        <TableToRefresh key={table.table} {...table} onRefreshed={() => void look()} />
      ))}
    </section>
  );
}

function TableToRefresh(table: PricingTable & { onRefreshed(): void }) {
  const styles = useRoomStyles();
  const { busy, said, say, run } = useTask();
  const refresh = () =>
    run(async () => {
      const refreshed = await refreshPricingTable(table.table);
      say({ intent: "success", text: `${table.table}: ${refreshedText(refreshed)}.` });
      table.onRefreshed();
    });
  return (
    <div>
      <div className={styles.spread}>
        <div className={styles.grow}>
          <p className={styles.text}>
            {table.table}, {table.sheet}
          </p>
          <p className={styles.quiet}>
            {choicesText(table.choices)}. {table.list}, {table.date}
          </p>
        </div>
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={`Refresh ${table.table}`}
          onClick={() => void refresh()}
        >
          Refresh
        </Button>
      </div>
      <TaskStatus said={said} />
    </div>
  );
}

function choicesText({ version, calType, channel, currency }: OfferChoices): string {
  const types = calType === "Both" ? "User and Device" : calType;
  return [serverName(version), types, channelName(channel), currency].join(", ");
}

/** Such as "3 prices updated, 1 row added". */
function refreshedText({ updated, added, gone, kept }: Refreshed): string {
  const parts = [
    counted(updated, "price", "updated"),
    counted(added, "row", "added"),
    counted(gone, "row", "no longer in the list"),
    counted(kept, "price", "of your own kept"),
  ].filter(Boolean);
  return parts.join(", ") || "no price has changed";
}

function counted(count: number, noun: string, what: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${noun} ${what}` : `${count} ${noun}s ${what}`;
}
