import { useState } from "react";
import {
  Button,
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
import { moneyText, perCalText } from "./money-text";
import { channelName } from "./offer-choices";
import type { Offer } from "../calculator/offers";

/** More rows than this are shown on demand, so that what stands below them can be found. */
const firstRows = 12;

const cell = { paddingLeft: "0", paddingRight: tokens.spacingHorizontalXS };
const useStyles = makeStyles({
  name: cell,
  type: { ...cell, width: "42%", "& > div": { display: "block" } },
  pack: { ...cell, width: "12%", textAlign: "right" },
  number: { ...cell, textAlign: "right", fontVariantNumeric: "tabular-nums" },
  right: { ...cell, "& > div": { justifyContent: "flex-end", whiteSpace: "nowrap" } },
  group: { ...cell, ...typographyStyles.caption1Strong },
  detail: { color: tokens.colorNeutralForeground2 },
  row: { height: "40px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** The rows of a pricing table, one group for each CAL, narrow enough for the narrowest pane. */
export function OfferTable({ offers, label }: { offers: readonly Offer[]; label: string }) {
  const styles = useStyles();
  const [all, showAll] = useState(false);
  const rows = all ? offers : offers.slice(0, firstRows);
  return (
    <>
      <Table size="extra-small" aria-label={label}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.type}>
              CAL type, channel
              <div className={styles.detail}>Part number (SKU)</div>
            </TableHeaderCell>
            <TableHeaderCell className={mergeClasses(styles.pack, styles.right)}>
              Pack
            </TableHeaderCell>
            <TableHeaderCell className={styles.right}>Price</TableHeaderCell>
            <TableHeaderCell className={styles.right}>Per CAL</TableHeaderCell>
          </TableRow>
        </TableHeader>
        {[...new Set(rows.map(({ cal }) => cal))].map((cal) => (
          <CalGroup key={cal} cal={cal} offers={rows.filter((offer) => offer.cal === cal)} />
        ))}
      </Table>
      {rows.length < offers.length && (
        <Button size="small" onClick={() => showAll(true)}>
          Show all {offers.length} rows
        </Button>
      )}
    </>
  );
}

function CalGroup({ cal, offers }: { cal: string; offers: readonly Offer[] }) {
  const styles = useStyles();
  return (
    <TableBody>
      <TableRow className={styles.row}>
        <TableHeaderCell scope="rowgroup" colSpan={4} className={styles.group}>
          {cal}
        </TableHeaderCell>
      </TableRow>
      {offers.map((offer, i) => (
        <OfferRow key={i} {...offer} />
      ))}
    </TableBody>
  );
}

function OfferRow({ calType, channel, part, pack, price }: Offer) {
  const styles = useStyles();
  return (
    <TableRow className={styles.row}>
      <TableCell className={styles.name}>
        {calType}, {channelName(channel)}
        {part && <div className={styles.detail}>{part}</div>}
      </TableCell>
      <TableCell className={styles.number}>{pack}</TableCell>
      {price ? (
        <>
          <TableCell className={styles.number}>{moneyText(price)}</TableCell>
          <TableCell className={styles.number}>{perCalText(price, pack)}</TableCell>
        </>
      ) : (
        <TableCell colSpan={2} className={mergeClasses(styles.number, styles.detail)}>
          no published price
        </TableCell>
      )}
    </TableRow>
  );
}
