import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { Sources } from "./sources";
import type { Reason } from "../calculator/answer";

const useStyles = makeStyles({
  reasons: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    rowGap: tokens.spacingVerticalL,
  },
  reason: {
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorBrandStroke2}`,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  says: { ...typographyStyles.body1, margin: 0 },
});

/** Why an answer is what it is: the rules that spoke, in their order, each with its sources. */
export function Reasons({ because }: { because: readonly Reason[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.reasons}>
      {because.map((reason, i) => (
        <li key={i} className={styles.reason}>
          <p className={styles.title}>{reason.title}</p>
          <p className={styles.says}>{reason.says}</p>
          <Sources cites={reason.cites} />
        </li>
      ))}
    </ol>
  );
}
