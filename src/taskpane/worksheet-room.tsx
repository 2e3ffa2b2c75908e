import { BuyerColumns } from "./buyer-columns";
import { Reasons } from "./reasons";
import { useRoomStyles } from "./room-styles";
import { WriteButton } from "./write-button";
import { rulebook } from "../catalog/catalog";
import { insertCalWorksheet } from "../workbook/cal-worksheet";

/** How many CALs to buy, group by group, worked out in the sheet itself. */
export function WorksheetRoom() {
  const styles = useRoomStyles();
  return (
    <div className={styles.stack}>
      <h2 className={styles.title}>CAL worksheet</h2>
      <p className={styles.text}>
        A table with one row for each group of people and the server they use. Type the counts; its
        formulas say how many CALs are required, included and still to buy, and why.
      </p>
      <WriteButton label="Insert CAL worksheet" write={insertCalWorksheet} />
      <BuyerColumns />
      <section className={styles.section} aria-label="When you sell servers">
        <h3 className={styles.subtitle}>When you sell servers</h3>
        <Reasons because={[rulebook.reason("offer-with-server")]} />
      </section>
    </div>
  );
}
