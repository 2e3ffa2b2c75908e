import { Component, type ReactNode } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";

interface RoomProps {
  readonly id: string;
  readonly shown: boolean;
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  room: {
    flexGrow: 1,
    boxSizing: "border-box",
    minWidth: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}`,
  },
});

/** The panel of a tab. It stays when another is shown, so that nobody chooses twice. */
export function Room({ id, shown, children }: RoomProps) {
  const styles = useStyles();
  return (
    <div
      role="tabpanel"
      id={`${id}-room`}
      aria-labelledby={`${id}-tab`}
      hidden={!shown}
      className={styles.room}
    >
      <RoomBoundary>{children}</RoomBoundary>
    </div>
  );
}

/** Keeps a fault in one room from taking the others, and the functions beside them, with it. */
class RoomBoundary extends Component<{ children: ReactNode }, { fault?: Error }> {
  override state: { fault?: Error } = {};

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <div role="alert">
        <p>This part of the pane met a fault of ours: {fault.message}</p>
        <Button onClick={() => this.setState({ fault: undefined })}>Try again</Button>
      </div>
    );
  }
}
