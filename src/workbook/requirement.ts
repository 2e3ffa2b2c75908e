import { externalRows } from "./external-rows";
import { groupName, isTyped, type GroupEntry, type Questionnaire } from "./questionnaire";
import { ask, cell, text } from "./requirement-formula";
import { editionOf, planned, type RequirementRow } from "./requirement-row";

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

function deviceRows(questionnaire: Questionnaire): readonly RequirementRow[] {
  const { devices } = questionnaire;
  if (!isTyped(devices.devices)) return [];
  const kind = text("network printer or scanner");
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
