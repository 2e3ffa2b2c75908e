import { useRef, useState } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import { OverwriteQuestion } from "./overwrite-question";
import { TaskStatus } from "./task-status";
import { useTask } from "./use-task";
import type { Written } from "../workbook/written";

interface WriteButtonProps {
  readonly label: string;
  /** Writes, or names the cells that stand in the way; they are overwritten only if told so. */
  write(overwrite: boolean): Promise<Written>;
  /** What to say of it; else that a table was inserted. */
  tell?(written: Done): string;
  onWritten?(): void;
}

type Done = Written & { readonly done: true };

const inserted = ({ table, address }: Done) => `Inserted table ${table} at ${address}.`;

const useStyles = makeStyles({ button: { width: "100%" } });

/** A button that writes into the sheet, and asks first where cells would be lost. */
export function WriteButton({ label, write, tell = inserted, onWritten }: WriteButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { busy, said, say, run } = useTask();
  const [occupied, setOccupied] = useState<Occupied>();

  const start = (agreed?: Occupied) =>
    run(async () => {
      setOccupied(undefined);
      const written = await writeAsAgreed(write, agreed);
      if (!written.done) return setOccupied(written);
      say({ intent: "success", text: tell(written) });
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
        className={useStyles().button}
        appearance="primary"
        disabledFocusable={busy}
        onClick={() => void start()}
      >
        {label}
      </Button>
      <div role="status">{occupied && <OverwriteQuestion {...occupied} onAnswer={answered} />}</div>
      <TaskStatus said={said} />
    </div>
  );
}

type Occupied = Written & { readonly done: false };

/** A yes is for the cells that were asked about. Where others are selected by now, they are asked about. */
async function writeAsAgreed(
  write: WriteButtonProps["write"],
  agreed?: Occupied,
): Promise<Written> {
  const written = await write(false);
  const same =
    !written.done && written.occupied === agreed?.occupied && written.cells === agreed.cells;
  return same ? write(true) : written;
}
