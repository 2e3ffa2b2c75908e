import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { Said } from "./use-task";

const useStyles = makeStyles({ said: { marginTop: tokens.spacingVerticalS } });

/** A live region must be there before it is spoken in, so it is drawn empty too. */
export function TaskStatus({ said }: { said?: Said }) {
  const styles = useStyles();
  return (
    <div role="status">
      {said && (
        <MessageBar intent={said.intent} layout="multiline" className={styles.said}>
          <MessageBarBody>{said.text}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
