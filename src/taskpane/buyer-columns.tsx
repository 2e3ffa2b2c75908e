import { useRef, useState } from "react";
import { Button } from "@fluentui/react-components";
import { useRoomStyles } from "./room-styles";
import { TableMapping } from "./table-mapping";
import { TaskStatus } from "./task-status";
import { useTask } from "./use-task";
import { buyerTable, type BuyerTable } from "../workbook/cal-columns";

/** CAL columns for a table that the buyer already has. */
export function BuyerColumns() {
  const styles = useRoomStyles();
  const button = useRef<HTMLButtonElement>(null);
  const { busy, said, say, run } = useTask();
  const [table, setTable] = useState<BuyerTable>();
  const read = () =>
    run(async () => {
      const found = await buyerTable();
      setTable(found);
      if (!found) say({ intent: "info", text: "Select a cell of a table first." });
    });
  // Pressing Add again would add them again, so the choice goes away, and the focus to what is left.
  const added = (address: string) => {
    setTable(undefined);
    button.current?.focus();
    say({ intent: "success", text: `Added the columns at ${address}.` });
  };
  return (
    <section className={styles.section} aria-label="Add CAL columns to my table">
      <h3 className={styles.subtitle}>Add CAL columns to my table</h3>
      <p className={styles.text}>
        If you already have a table of servers or groups, select a cell in it. You say which column
        holds what, and CAL columns are added at its right.
      </p>
      <div>
        <Button ref={button} disabledFocusable={busy} onClick={() => void read()}>
          Read selected table
        </Button>
        <TaskStatus said={said} />
      </div>
      {/* Another table, or other headers, begins with its own guess. */}
      {table && (
        <TableMapping key={[table.table, ...table.headers].join("\n")} {...table} onAdded={added} />
      )}
    </section>
  );
}
