import { useState } from "react";
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { differenceText } from "./difference-text";
import { EntryField } from "./entry-field";
import { faultOf, readers } from "./entry-readers";
import { NumberTable } from "./number-table";
import { numberText } from "./requirement-table";
import { useRoomStyles } from "./room-styles";
import { isPriced, scenarios, type Scenario } from "./scenarios";
import { priceText } from "../calculator/money";
import type { Questionnaire } from "../workbook/questionnaire";

/** The same groups licensed in other ways, each with its difference to the first. */
export function ScenarioTable({ questionnaire }: { questionnaire: Questionnaire }) {
  const styles = useRoomStyles();
  const [prices, setPrices] = useState({ user: "", device: "" });
  const readable = {
    user: faultOf(readers.userPrice, prices.user) ? "" : prices.user,
    device: faultOf(readers.devicePrice, prices.device) ? "" : prices.device,
  };
  const compared = scenarios(questionnaire, readable);
  const withCost = isPriced(readable);
  return (
    <div className={styles.stack}>
      <div role="group" aria-label="Prices to compare with" className={styles.fields}>
        <EntryField
          label="User CAL price"
          value={prices.user}
          reader={readers.userPrice}
          onChange={(user) => setPrices({ ...prices, user })}
        />
        <EntryField
          label="Device CAL price"
          value={prices.device}
          reader={readers.devicePrice}
          onChange={(device) => setPrices({ ...prices, device })}
        />
      </div>
      <p className={styles.quiet}>
        {withCost
          ? "The difference is that of the cost to the first way."
          : "The difference is that of CALs to buy to the first way. Both prices compare by cost."}
      </p>
      <NumberTable
        label="Ways to license the groups"
        headers={["Required", "To buy", ...(withCost ? ["Cost"] : []), "Difference"]}
        rows={compared.map((scenario) => ({
          name: scenario.name,
          detail: scenario.detail,
          numbers: numbersOf(scenario, compared[0], withCost),
          more: isNews(scenario, compared) && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{scenario.problem!.message}</MessageBarBody>
            </MessageBar>
          ),
        }))}
      />
    </div>
  );
}

function numbersOf(scenario: Scenario, first: Scenario, withCost: boolean): string[] {
  const { required, toBuy, cost, problem } = scenario;
  if (problem) return ["?", "?", ...(withCost ? ["?"] : []), "?"];
  const difference = withCost
    ? differenceText(cost! - first.cost!, priceText)
    : differenceText(toBuy - first.toBuy, numberText);
  return [
    numberText(required),
    numberText(toBuy),
    ...(withCost ? [priceText(cost!)] : []),
    first.problem ? "?" : difference,
  ];
}

/** What stops every way in the same words is said once. */
function isNews({ problem }: Scenario, all: readonly Scenario[]): boolean {
  const first = all.find((other) => other.problem?.message === problem?.message);
  return problem !== undefined && first?.problem === problem;
}
