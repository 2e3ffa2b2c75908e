import { useRef, useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRoomStyles } from "./room-styles";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "start",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
  },
});

/** A formula to take to a cell. */
export function CopyFormula({ formula }: { formula: string }) {
  const styles = useStyles();
  const { formula: code } = useRoomStyles();
  const shown = useRef<HTMLElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () =>
    setSaid((await copied(formula, shown.current!)) ? "Copied." : "Press Ctrl+C to copy.");
  return (
    <div>
      <div className={styles.line}>
        <code ref={shown} className={code}>
          {formula}
        </code>
        <Button size="small" aria-label="Copy the formula" onClick={() => void copy()}>
          Copy
        </Button>
      </div>
      <div role="status">{said}</div>
    </div>
  );
}

/** Excel on the web may keep the clipboard from the pane's frame; then the old way may still work. */
async function copied(formula: string, shown: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(formula);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return document.execCommand("copy");
  }
}
