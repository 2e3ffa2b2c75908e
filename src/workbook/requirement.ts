import type { OwnedKind } from "./owned-cals";
import { groupName, isTyped, type GroupEntry, type Questionnaire } from "./questionnaire";
import {
  ask,
  cell,
  setting,
  text,
  type AnswerColumn,
  type Ask,
  type Formula,
  type InputColumn,
} from "./requirement-formula";

/** One thing to buy or to know: what was typed for it, and how its cells are worked out. */
export interface RequirementRow {
  readonly inputs: Readonly<Partial<Record<InputColumn, string>>>;
  /** A column left out does not apply to this row. */
  readonly formulas: Readonly<Partial<Record<AnswerColumn, Formula>>>;
  /** The question that the row stands on; its reasons are the row's. */
  readonly asks: Ask;
  /** The kind of owned CALs that can serve it. */
  readonly takesOwned?: OwnedKind;
}

const planned: RequirementRow["formulas"] = {
  "Planned users": { kind: "grown", column: "Users" },
  "Planned devices": { kind: "grown", column: "Devices" },
};
const people = [cell("Server"), cell("Planned users"), cell("Planned devices")];
const cheaper = ask("CALTYPE", ...people);

/** The rows that a questionnaire asks for; what was left blank has none. */
export function requirementRows(questionnaire: Questionnaire): readonly RequirementRow[] {
  const { groups } = questionnaire;
  const counted = groups.map((group, i) => ({ ...group, name: groupName(group, i) }));
  return [
    ...counted.filter(({ users, devices }) => isTyped(users) || isTyped(devices)).map(groupRow),
    ...remoteRows(questionnaire),
    ...externalRows(questionnaire),
    ...deviceRows(questionnaire),
  ];
}

function groupRow(group: GroupEntry): RequirementRow {
  const { name, edition, users, devices, servers, channel, calType } = group;
  const toBuy = ask(
    ...(["TOBUY", ...people, cell("Type"), cell("Owned"), cell("Channel")] as const),
    cell("Servers"),
  );
  return {
    inputs: {
      ...{ What: name, Server: edition, Users: users, Devices: devices },
      ...{ Servers: servers, Channel: channel, "Wanted type": calType },
    },
    formulas: {
      ...planned,
      CAL: ask("CAL", cell("Server")),
      Type: { kind: "wanted", otherwise: cheaper },
      Required: ask("REQUIRED", ...people, cell("Type")),
      Included: ask("INCLUDED", cell("Server"), cell("Channel"), cell("Servers")),
      Owned: { kind: "owned" },
      "To buy": toBuy,
      Why: { kind: "why", ask: toBuy, noType: cheaper },
    },
    asks: toBuy,
    takesOwned: "Base",
  };
}

/** RDS CALs come on top of the base CALs of the groups. */
function remoteRows({ remote }: Questionnaire): readonly RequirementRow[] {
  const { sessionHost, users, devices, calType } = remote;
  if (!isTyped(users) && !isTyped(devices)) return [];
  const required = ask("RDSREQUIRED", ...people, cell("Type"));
  const untyped = ask("RDSREQUIRED", ...people);
  return [
    {
      inputs: {
        ...{ What: "Remote desktop", Server: sessionHost, Users: users, Devices: devices },
        "Wanted type": calType,
      },
      formulas: {
        ...planned,
        CAL: text("RDS CAL"),
        Type: { kind: "wanted", otherwise: { kind: "counted type", ask: untyped } },
        Required: required,
        Owned: { kind: "owned" },
        "To buy": { kind: "lacking" },
        Why: { kind: "why", ask: required, noType: untyped },
      },
      asks: required,
      takesOwned: "RDS",
    },
  ];
}

const breakEven = ask(
  "CONNECTORBREAKEVEN",
  setting("Connector price"),
  setting("CAL price"),
  cell("Servers"),
);

/** Connectors or CALs, one or the other: prices decide, and without prices connectors are counted. */
function externalRows(questionnaire: Questionnaire): readonly RequirementRow[] {
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

function deviceRows(questionnaire: Questionnaire): readonly RequirementRow[] {
  const { devices } = questionnaire;
  if (!isTyped(devices.devices)) return [];
  const kind = text("employee's device");
  const required = ask("NEEDED", kind, cell("Planned devices"), cell("Server"));
  return [
    {
      inputs: {
        What: "Printers and other devices",
        Server: editionOf(devices, questionnaire),
        Devices: devices.devices,
      },
      formulas: {
        "Planned devices": planned["Planned devices"],
        CAL: ask("CAL", cell("Server")),
        Type: text("Device"),
        Required: required,
        Owned: { kind: "owned" },
        "To buy": { kind: "lacking" },
        Why: { kind: "why", ask: required },
      },
      asks: required,
      takesOwned: "Base",
    },
  ];
}

/** The server of the first group, where no other is named. */
const editionOf = ({ edition }: { edition: string }, { groups }: Questionnaire): string =>
  edition || groups[0].edition;
