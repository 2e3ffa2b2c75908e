import { useState } from "react";
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { Details } from "./details";
import { OfferChoices } from "./offer-choices";
import { OfferTable } from "./offer-table";
import { PricingTables } from "./pricing-tables";
import { Reasons } from "./reasons";
import { useRoomStyles } from "./room-styles";
import { WriteButton } from "./write-button";
import type { Reason } from "../calculator/answer";
import type { OfferChoices as Choices, PriceList } from "../calculator/offers";
import { currencyChoices, offersIn, samplePriceList, versionChoices } from "../catalog/price-list";
import { insertPricingTable } from "../workbook/pricing-table";

const list = samplePriceList;
const firstChoices: Choices = {
  version: versionChoices[0],
  calType: "Both",
  channel: "All",
  currency: currencyChoices(list)[0],
};

/** Prices of the CALs that reach a server, as a table in the sheet. */
export function PricingRoom({ shown }: { shown: boolean }) {
  const styles = useRoomStyles();
  const [choices, choose] = useState(firstChoices);
  const [written, setWritten] = useState(0);
  const { value: offers, because } = offersIn(list, choices);
  return (
    <div className={styles.stack}>
      <h2 className={styles.title}>Pricing table</h2>
      <p className={styles.text}>
        The CALs that give access to your server, with prices, as an Excel table.
      </p>
      <OfferChoices choices={choices} list={list} onChange={choose} />
      <NoLongerSold because={because} />
      {offers.length > 0 && (
        <WriteButton
          label="Insert at selected cell"
          write={(agreed) => insertPricingTable(choices, agreed)}
          onWritten={() => setWritten(written + 1)}
        />
      )}
      <section className={styles.stack} aria-label="Rows to insert">
        <h3 className={styles.subtitle}>{rowsText(offers.length)}</h3>
        <ListNote {...list} />
        {offers.length > 0 && <OfferTable offers={offers} label="Rows to insert" />}
        <Details summary="Why these CALs">
          <Reasons because={because} />
        </Details>
      </section>
      <PricingTables shown={shown} written={written} />
    </div>
  );
}

/** Buyers of old servers look for CALs that are no longer made. */
function NoLongerSold({ because: [first] }: { because: readonly Reason[] }) {
  if (!/sold-today$/.test(first.rule)) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>{first.says}</MessageBarBody>
    </MessageBar>
  );
}

function ListNote({ name, date, sample }: PriceList) {
  const styles = useRoomStyles();
  return (
    <p className={styles.quiet}>
      {name}, {date}.
      {sample && " A sample of published list prices: replace them by the prices you were quoted."}
    </p>
  );
}

function rowsText(count: number): string {
  if (count === 0) return "The list has no such CALs. Choose another channel or CAL type.";
  return `Rows to insert: ${count}`;
}
