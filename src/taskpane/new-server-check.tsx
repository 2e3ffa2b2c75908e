import { useState } from "react";
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { Details } from "./details";
import { NumberTable } from "./number-table";
import { newServer, type NewServer } from "./one-new-server";
import { EditionChoice } from "./people-choices";
import { Reasons } from "./reasons";
import { numberText } from "./requirement-table";
import { useRoomStyles } from "./room-styles";
import { Problem } from "../calculator/problem";
import { products } from "../catalog/catalog";
import type { Questionnaire } from "../workbook/questionnaire";

/** Before a domain controller or a DHCP server goes in that everyone reaches. */
export function NewServerCheck({ questionnaire }: { questionnaire: Questionnaire }) {
  const styles = useRoomStyles();
  const [edition, setEdition] = useState(products[0].name);
  const told = newServer(questionnaire, edition);
  return (
    <div className={styles.stack}>
      <p className={styles.text}>
        A domain controller or DHCP server is reached by everyone, so its version decides for all.
        This takes the groups and the CALs you own from above.
      </p>
      <EditionChoice label="New server" value={edition} onChange={setEdition} />
      {told instanceof Problem ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{told.message}</MessageBarBody>
        </MessageBar>
      ) : (
        <Told {...told} />
      )}
    </div>
  );
}

function Told({ lines, toBuy, spared, because }: NewServer) {
  const styles = useRoomStyles();
  return (
    <>
      {lines.length === 0 ? (
        <p className={styles.text}>No CALs are owned, so none are stranded.</p>
      ) : (
        <NumberTable
          label="Owned CALs and the new server"
          headers={["Quantity", "Saved by SA", "Stranded"]}
          rows={lines.map(({ cal, calType, quantity, saved, stranded, buy, note }) => ({
            name: cal,
            detail: [calType, buy && `buy ${buy} instead`, note].filter(Boolean).join(", "),
            numbers: [quantity, saved, stranded].map(numberText),
          }))}
        />
      )}
      {toBuy !== undefined && (
        <div className={styles.answer}>
          <p className={styles.quiet}>To buy for your groups</p>
          <p className={styles.value}>{numberText(toBuy)}</p>
          {lines.length > 0 && (
            <p className={styles.text}>
              Software Assurance on all that you own would have saved {numberText(spared)} of them.
            </p>
          )}
        </div>
      )}
      {because.length > 0 && (
        <Details small onDemand summary="Because">
          <Reasons because={because} />
        </Details>
      )}
    </>
  );
}
