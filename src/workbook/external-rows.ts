import { isTyped, type Questionnaire } from "./questionnaire";
import { ask, cell, setting, text, type Formula } from "./requirement-formula";
import { editionOf, planned, type RequirementRow } from "./requirement-row";

const breakEven = ask(
  "CONNECTORBREAKEVEN",
  setting("Connector price"),
  setting("CAL price"),
  cell("Servers"),
);

/** Connectors or CALs, one or the other: prices decide, and without prices connectors are counted. */
export function externalRows(questionnaire: Questionnaire): readonly RequirementRow[] {
  const { external } = questionnaire;
  const { users, servers, connectorPrice, calPrice } = external;
  const [hasUsers, hasServers] = [isTyped(users), isTyped(servers)];
  const isPriced = hasUsers && hasServers && isTyped(connectorPrice) && isTyped(calPrice);
  const inputs = { Server: editionOf(external, questionnaire), Users: users, Servers: servers };
  const rows: RequirementRow[] = [];
  if (hasServers) rows.push(connectorRow(inputs, isPriced));
  if (hasUsers) rows.push(externalCalRow(inputs, hasServers, isPriced));
  if (isPriced) rows.push(breakEvenRow(inputs));
  return rows;
}

type Inputs = RequirementRow["inputs"];

function connectorRow(inputs: Inputs, isPriced: boolean): RequirementRow {
  const required = ask("CONNECTORS", cell("Servers"), cell("Server"));
  const lacking: Formula = cell("Required");
  return {
    inputs: { ...inputs, What: "External users" },
    formulas: {
      "Planned users": planned["Planned users"],
      CAL: text("External Connector"),
      Type: text("Per server"),
      Required: required,
      "To buy": isPriced
        ? { kind: "where", users: "at least", count: breakEven, then: lacking }
        : lacking,
      Why: { kind: "why", ask: required },
    },
    asks: required,
  };
}

function externalCalRow(inputs: Inputs, isChoice: boolean, isPriced: boolean): RequirementRow {
  const required = ask(
    ...(["REQUIRED", cell("Server"), cell("Planned users")] as const),
    ...[text(""), cell("Type")],
  );
  const unpriced: Formula = isChoice ? text("or") : { kind: "lacking" };
  return {
    inputs: { ...inputs, What: isChoice ? "External users, by CAL instead" : "External users" },
    formulas: {
      "Planned users": planned["Planned users"],
      CAL: ask("CAL", cell("Server")),
      Type: text("User"),
      Required: required,
      ...(isChoice ? {} : { Owned: { kind: "owned" } as const }),
      "To buy": isPriced
        ? { kind: "where", users: "below", count: breakEven, then: cell("Required") }
        : unpriced,
      Why: { kind: "why", ask: required },
    },
    asks: required,
    takesOwned: isChoice ? undefined : "Base",
  };
}

/** No license, but what decides between the two rows before. */
function breakEvenRow(inputs: Inputs): RequirementRow {
  return {
    inputs: { ...inputs, What: "Connectors are cheaper from, external users" },
    formulas: { Required: breakEven, Why: { kind: "why", ask: breakEven } },
    asks: breakEven,
  };
}
