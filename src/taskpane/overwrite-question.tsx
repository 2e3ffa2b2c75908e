import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";

interface OverwriteQuestionProps {
  readonly occupied: string;
  readonly cells: number;
  onAnswer(overwrite: boolean): void;
}

const useStyles = makeStyles({ question: { marginTop: tokens.spacingVerticalS } });

/** Asked in the pane itself: Excel gives add-ins no dialog of the browser. */
export function OverwriteQuestion({ occupied, cells, onAnswer }: OverwriteQuestionProps) {
  return (
    <MessageBar intent="warning" layout="multiline" className={useStyles().question}>
      <MessageBarBody>
        {occupied} is not empty ({cells === 1 ? "1 cell" : `${cells} cells`}). Overwrite?
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => onAnswer(true)}>
          Overwrite
        </Button>
        <Button size="small" onClick={() => onAnswer(false)}>
          Cancel
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
