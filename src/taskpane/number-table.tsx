import type { ReactNode } from "react";
import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";

const cell = { paddingLeft: "0", paddingRight: tokens.spacingHorizontalXS };
const useStyles = makeStyles({
  header: { ...cell, "& > div": { justifyContent: "flex-end", textAlign: "right" } },
  group: { ...cell, ...typographyStyles.body1Strong, paddingTop: tokens.spacingVerticalXS },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  number: { ...cell, textAlign: "right", fontVariantNumeric: "tabular-nums" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  bare: { borderBottom: "none" },
  more: { ...cell, paddingBottom: tokens.spacingVerticalS },
});

export interface NumberRow {
  readonly name: string;
  readonly detail?: string;
  readonly numbers: readonly string[];
  /** What stands below the numbers. */
  readonly more?: ReactNode;
}

interface NumberTableProps {
  readonly label: string;
  readonly headers: readonly string[];
  readonly rows: readonly NumberRow[];
}

/** Named rows of a few numbers, narrow enough for the narrowest pane: the name stands above them. */
export function NumberTable({ label, headers, rows }: NumberTableProps) {
  const styles = useStyles();
  return (
    <Table size="extra-small" aria-label={label}>
      <TableHeader>
        <TableRow>
          {headers.map((header) => (
            <TableHeaderCell key={header} className={styles.header}>
              {header}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      {rows.map((row, i) => (
        <TableBody key={i}>
          <TableRow className={styles.bare}>
            <TableHeaderCell scope="rowgroup" colSpan={headers.length} className={styles.group}>
              <div>
                {row.name}
                {row.detail && <div className={styles.detail}>{row.detail}</div>}
              </div>
            </TableHeaderCell>
          </TableRow>
          <TableRow className={row.more ? styles.bare : undefined}>
            {row.numbers.map((number, j) => (
              <TableCell
                key={j}
                className={mergeClasses(
                  styles.number,
                  j === row.numbers.length - 1 && styles.strong,
                )}
              >
                {number}
              </TableCell>
            ))}
          </TableRow>
          {row.more && (
            <TableRow>
              <TableCell colSpan={headers.length} className={styles.more}>
                {row.more}
              </TableCell>
            </TableRow>
          )}
        </TableBody>
      ))}
    </Table>
  );
}
