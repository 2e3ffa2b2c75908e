import { Button, Text } from "@fluentui/react-components";
import { BeginHere } from "./begin-here";
import { ExplainedCall } from "./explained-call";
import { useRoomStyles } from "./room-styles";
import { TaskStatus } from "./task-status";
import { useSelectedFormula } from "./use-selected-formula";
import type { SelectedFormula } from "../workbook/selected-formula";

/** Why the selected cell says what it says. It follows the selection while it is shown. */
export function ExplainRoom({ shown }: { shown: boolean }) {
  const styles = useRoomStyles();
  const { formula, trouble, read } = useSelectedFormula(shown);
  return (
    <div className={styles.stack}>
      <h2 className={styles.title}>Explain this cell</h2>
      <div>
        <div className={styles.spread}>
          <Text role="status" className={styles.grow}>
            {formula ? `${formula.address} shows ${formula.shown}` : "No CALS formula is selected."}
          </Text>
          <Button size="small" onClick={read}>
            Read cell
          </Button>
        </div>
        <TaskStatus said={trouble ? { intent: "error", text: trouble } : undefined} />
      </div>
      {formula ? <CellFormula {...formula} /> : <BeginHere />}
    </div>
  );
}

function CellFormula({ formula, calls }: SelectedFormula) {
  const styles = useRoomStyles();
  return (
    <>
      <code className={styles.formula}>{formula}</code>
      {calls.map((call, i) => (
        <ExplainedCall key={i} {...call} />
      ))}
    </>
  );
}
