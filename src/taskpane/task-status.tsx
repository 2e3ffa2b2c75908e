import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { LiveRegion } from "./live-region";
import type { Said } from "./use-task";

const useStyles = makeStyles({ said: { marginTop: tokens.spacingVerticalS } });

/** What came of a task, under its button. */
export function TaskStatus({ said }: { said?: Said }) {
  const styles = useStyles();
  return (
    <LiveRegion said={said}>
      {said && (
        <MessageBar intent={said.intent} layout="multiline" className={styles.said}>
          <MessageBarBody>{said.text}</MessageBarBody>
        </MessageBar>
      )}
    </LiveRegion>
  );
}
