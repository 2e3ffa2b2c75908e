/** A group of people with the devices they use. All entries are as typed: what is wrong is told, not lost. */
export interface GroupEntry {
  readonly name: string;
  readonly edition: string;
  readonly users: string;
  readonly devices: string;
  /** "" for the type with the smaller count. */
  readonly calType: string;
  readonly channel: string;
  readonly servers: string;
}

export interface RemoteEntry {
  readonly sessionHost: string;
  readonly users: string;
  readonly devices: string;
  readonly calType: string;
}

export interface ExternalEntry {
  readonly edition: string;
  readonly users: string;
  /** Physical servers they can reach. */
  readonly servers: string;
  readonly connectorPrice: string;
  readonly calPrice: string;
}

/** Printers, scanners and whatever else reaches a server by itself. */
export interface DeviceEntry {
  readonly edition: string;
  readonly devices: string;
}

/** People whose plan includes the right of a User CAL. */
export interface Microsoft365Entry {
  readonly plan: string;
  readonly users: string;
}

export interface OwnedEntry {
  readonly cal: string;
  readonly calType: string;
  readonly quantity: string;
  readonly softwareAssurance: boolean;
}

/** What a buyer tells of their people. It lives in the pane, and in the sheet once it is inserted. */
export interface Questionnaire {
  readonly groups: readonly GroupEntry[];
  readonly remote: RemoteEntry;
  readonly external: ExternalEntry;
  readonly devices: DeviceEntry;
  readonly microsoft365: Microsoft365Entry;
  readonly owned: readonly OwnedEntry[];
  /** In percent, added to people and devices. */
  readonly reserve: string;
}

export const emptyGroup = (edition: string): GroupEntry => ({
  ...{ name: "", edition, users: "", devices: "" },
  ...{ calType: "", channel: "", servers: "" },
});

export const emptyQuestionnaire = (edition: string): Questionnaire => ({
  groups: [emptyGroup(edition)],
  remote: { sessionHost: edition, users: "", devices: "", calType: "" },
  external: { edition: "", users: "", servers: "", connectorPrice: "", calPrice: "" },
  devices: { edition: "", devices: "" },
  microsoft365: { plan: "Microsoft 365 E3", users: "" },
  owned: [],
  reserve: "",
});

/** A group without a name goes by its number. */
export const groupName = ({ name }: GroupEntry, i: number): string =>
  name.trim() || `Group ${i + 1}`;

export const isTyped = (entry: string): boolean => entry.trim() !== "";
