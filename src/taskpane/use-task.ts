import { useContext, useRef, useState } from "react";
import { IsPreview } from "./is-preview";
import { WorkbookTrouble } from "../workbook/written";

/** What came of a task, for the live region beside its button. */
export interface Said {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly text: string;
}

/** Something a button starts in the workbook. While it runs, pressing again does nothing. */
export interface Task {
  readonly busy: boolean;
  readonly said?: Said;
  say(said?: Said): void;
  run(work: () => Promise<void>): Promise<void>;
}

export function useTask(): Task {
  const isPreview = useContext(IsPreview);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [said, say] = useState<Said>();
  const run = async (work: () => Promise<void>) => {
    if (isPreview)
      return say({ intent: "info", text: "This is a preview. Open the pane in Excel." });
    if (running.current) return;
    running.current = true;
    setBusy(true);
    say(undefined);
    try {
      await work();
    } catch (trouble) {
      say({ intent: "error", text: troubleText(trouble) });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, said, say, run };
}

/** The workbook puts what Excel refuses into words of its own; anything else is a fault of ours. */
export function troubleText(trouble: unknown): string {
  const { message } = trouble as Error;
  return trouble instanceof WorkbookTrouble ? message : `This is a fault of ours: ${message}`;
}
