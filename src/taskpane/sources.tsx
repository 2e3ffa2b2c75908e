import { Link, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { Details } from "./details";
import type { Citation } from "../calculator/answer";

const useStyles = makeStyles({
  sources: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    marginTop: tokens.spacingVerticalXS,
    "& p": { margin: `0 0 ${tokens.spacingVerticalXS}` },
  },
  day: { whiteSpace: "nowrap" },
  link: {
    ...typographyStyles.caption1,
    // Fluent UI doubles the underline of a focused link, which hardly shows at this size.
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Where a rule is written. The nearest source is shown, the others on demand. */
export function Sources({ cites: [first, ...others] }: { cites: readonly Citation[] }) {
  return (
    <div className={useStyles().sources}>
      <Source {...first} />
      {others.length > 0 && (
        <Details
          small
          summary={others.length === 1 ? "1 more source" : `${others.length} more sources`}
        >
          {others.map((cite, i) => (
            <Source key={i} {...cite} />
          ))}
        </Details>
      )}
    </div>
  );
}

function Source({ title, href, publisher, at, checked, read }: Citation) {
  const styles = useStyles();
  return (
    <p>
      {/* A source that is a copy without an address is named, not linked; no other address is a link. */}
      {href && /^https?:/i.test(href) ? (
        <Link inline href={href} target="_blank" rel="noopener noreferrer" className={styles.link}>
          {title}
        </Link>
      ) : (
        title
      )}
      , {publisher}
      {at && `, “${at}”`}. Checked <span className={styles.day}>{checked}</span>
      {read && ` (${read})`}.
    </p>
  );
}
