import { useMemo, useState } from "react";
import { Details } from "./details";
import { faultsOf } from "./entry-readers";
import { NewServerCheck } from "./new-server-check";
import { PeopleFields } from "./people-fields";
import { answerRequirement } from "./requirement-answers";
import { RequirementTable } from "./requirement-table";
import { useRoomStyles } from "./room-styles";
import { ScenarioTable } from "./scenario-table";
import { ServerComparison } from "./server-comparison";
import { WriteButton } from "./write-button";
import { products } from "../catalog/catalog";
import { insertRequirement } from "../workbook/people-sheet";
import { emptyQuestionnaire, type Questionnaire } from "../workbook/questionnaire";
import { WorkbookTrouble, type Occupied } from "../workbook/written";

/** Who and how many: what a buyer tells of their people, and what has to be bought for them. */
export function PeopleRoom() {
  const styles = useRoomStyles();
  const [questionnaire, setQuestionnaire] = useState(() => emptyQuestionnaire(newest));
  const answer = useMemo(() => answerRequirement(questionnaire), [questionnaire]);
  return (
    <div className={styles.stack}>
      <h2 className={styles.title}>Who and how many</h2>
      <p className={styles.text}>
        Say who uses your server, and see the CALs they need, what to buy, and why.
      </p>
      <PeopleFields questionnaire={questionnaire} onChange={setQuestionnaire} />
      <section className={styles.section} aria-label="What you need">
        <h3 className={styles.subtitle}>What you need</h3>
        {answer.rows.length === 0 ? (
          <p className={styles.text}>Type the number of users, of devices, or both.</p>
        ) : (
          <>
            <RequirementTable {...answer} />
            <WriteButton
              label="Insert with live formulas"
              write={(agreed) => insert(questionnaire, agreed)}
            />
            <Details onDemand summary="Compare ways to license">
              <ScenarioTable questionnaire={questionnaire} />
            </Details>
          </>
        )}
      </section>
      <section className={styles.section} aria-label="Before you buy a server">
        <h3 className={styles.subtitle}>Before you buy a server</h3>
        <Details onDemand summary="One newer server for everyone">
          <NewServerCheck questionnaire={questionnaire} />
        </Details>
        <Details onDemand summary="Standard or Datacenter">
          <ServerComparison />
        </Details>
      </section>
    </div>
  );
}

/** The product that a buyer of today most likely has in mind. */
const newest = products[0].name;

async function insert(questionnaire: Questionnaire, agreed?: Occupied) {
  const [fault] = faultsOf(questionnaire);
  if (fault) throw new WorkbookTrouble(`Mend the entry first: ${fault}`);
  return insertRequirement(questionnaire, agreed);
}
