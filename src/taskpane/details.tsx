import { useState, type ReactNode } from "react";
import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  summary: {
    ...typographyStyles.body1,
    cursor: "pointer",
    width: "fit-content",
    color: tokens.colorBrandForegroundLink,
    marginBottom: tokens.spacingVerticalXS,
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  small: typographyStyles.caption1,
  opened: { "&[open]": { marginBottom: tokens.spacingVerticalM } },
});

interface DetailsProps {
  readonly summary: string;
  readonly small?: boolean;
  /** Made when it is opened for the first time, because it takes work that nobody may ask for. */
  readonly onDemand?: boolean;
  readonly children: ReactNode;
}

/** More for who wants it, folded away for the others. */
export function Details({ summary, small, onDemand, children }: DetailsProps) {
  const styles = useStyles();
  const [isMade, make] = useState(!onDemand);
  return (
    <details
      className={styles.opened}
      onToggle={({ currentTarget }) => currentTarget.open && make(true)}
    >
      <summary className={mergeClasses(styles.summary, small && styles.small)}>{summary}</summary>
      {isMade && children}
    </details>
  );
}
