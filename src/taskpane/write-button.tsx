import { useRef, useState } from "react";
import { Button } from "@fluentui/react-components";
import { LiveRegion } from "./live-region";
import { OverwriteQuestion } from "./overwrite-question";
import { useRoomStyles } from "./room-styles";
import { TaskStatus } from "./task-status";
import { useTask } from "./use-task";
import type { Occupied, Written, WrittenTable } from "../workbook/written";

interface WriteButtonProps {
  readonly label: string;
  /** Writes, or names the cells that stand in the way; a yes is for just these. */
  write(agreed?: Occupied): Promise<Written>;
  onWritten?(): void;
}

const inserted = ({ table, address }: WrittenTable) => `Inserted table ${table} at ${address}.`;

/** A button that writes into the sheet, and asks first where cells would be lost. */
export function WriteButton({ label, write, onWritten }: WriteButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { busy, said, say, run } = useTask();
  const [occupied, setOccupied] = useState<Occupied>();

  const start = (agreed?: Occupied) =>
    run(async () => {
      setOccupied(undefined);
      const written = await write(agreed);
      if (!written.done) return setOccupied(written);
      say({ intent: "success", text: inserted(written) });
      onWritten?.();
    });
  const answered = (overwrite: boolean) => {
    // The question goes away with its buttons, so the focus returns to where it came from.
    button.current?.focus();
    if (overwrite) void start(occupied);
    else setOccupied(undefined);
  };

  return (
    <div>
      <Button
        ref={button}
        className={useRoomStyles().whole}
        appearance="primary"
        disabledFocusable={busy}
        onClick={() => void start()}
      >
        {label}
      </Button>
      <LiveRegion said={occupied}>
        {occupied && <OverwriteQuestion {...occupied} onAnswer={answered} />}
      </LiveRegion>
      <TaskStatus said={said} />
    </div>
  );
}
