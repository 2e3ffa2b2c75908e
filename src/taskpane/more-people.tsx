import { Choice } from "./choice";
import { Details } from "./details";
import { EntryField } from "./entry-field";
import { readers } from "./entry-readers";
import { EditionChoice, ReachedServerChoice, WantedTypeChoice } from "./people-choices";
import { useRoomStyles } from "./room-styles";
import { planChoices } from "../workbook/owned-cals";
import type {
  DeviceEntry,
  ExternalEntry,
  Microsoft365Entry,
  RemoteEntry,
} from "../workbook/questionnaire";

interface EntryProps<T> {
  readonly entry: T;
  onChange(entry: T): void;
}

/** Who opens a desktop or an application on a session host needs an RDS CAL, too. */
export function RemoteFields({ entry, onChange }: EntryProps<RemoteEntry>) {
  const styles = useRoomStyles();
  const change = (changed: Partial<RemoteEntry>) => onChange({ ...entry, ...changed });
  return (
    <Details summary="Remote desktop">
      <div role="group" aria-label="Remote desktop" className={styles.fields}>
        <EditionChoice
          label="Session host"
          value={entry.sessionHost}
          onChange={(sessionHost) => change({ sessionHost })}
        />
        <EntryField
          label="Users of it"
          value={entry.users}
          reader={readers.users}
          onChange={(users) => change({ users })}
        />
        <EntryField
          label="Devices of it"
          value={entry.devices}
          reader={readers.devices}
          onChange={(devices) => change({ devices })}
        />
        <WantedTypeChoice value={entry.calType} onChange={(calType) => change({ calType })} />
      </div>
    </Details>
  );
}

/** A connector on each server they can reach, or a CAL for each of them. */
export function ExternalFields({ entry, onChange }: EntryProps<ExternalEntry>) {
  const styles = useRoomStyles();
  const change = (changed: Partial<ExternalEntry>) => onChange({ ...entry, ...changed });
  return (
    <Details summary="External users">
      <div role="group" aria-label="External users" className={styles.fields}>
        <ReachedServerChoice
          label="Server they reach"
          value={entry.edition}
          onChange={(edition) => change({ edition })}
        />
        <EntryField
          label="Number of external users"
          value={entry.users}
          reader={readers.users}
          onChange={(users) => change({ users })}
        />
        <EntryField
          label="Physical servers"
          value={entry.servers}
          reader={readers.hosts}
          onChange={(servers) => change({ servers })}
        />
        <EntryField
          label="Connector price"
          value={entry.connectorPrice}
          reader={readers.connectorPrice}
          onChange={(connectorPrice) => change({ connectorPrice })}
        />
        <EntryField
          label="Price of a CAL"
          value={entry.calPrice}
          reader={readers.calPrice}
          onChange={(calPrice) => change({ calPrice })}
        />
        <p className={`${styles.quiet} ${styles.wide}`}>
          Both prices decide between connectors and CALs. Without them connectors are counted.
        </p>
      </div>
    </Details>
  );
}

export function DeviceFields({ entry, onChange }: EntryProps<DeviceEntry>) {
  const styles = useRoomStyles();
  const change = (changed: Partial<DeviceEntry>) => onChange({ ...entry, ...changed });
  return (
    <Details summary="Printers and other devices">
      <div role="group" aria-label="Printers and other devices" className={styles.fields}>
        <ReachedServerChoice
          label="Server they reach"
          value={entry.edition}
          onChange={(edition) => change({ edition })}
        />
        <EntryField
          label="Printers, scanners and others"
          className={styles.wide}
          value={entry.devices}
          reader={readers.devices}
          onChange={(devices) => change({ devices })}
        />
      </div>
    </Details>
  );
}

/** Some plans hold the right of a User CAL. They count as owned. */
export function Microsoft365Fields({ entry, onChange }: EntryProps<Microsoft365Entry>) {
  const styles = useRoomStyles();
  return (
    <Details summary="Microsoft 365 users">
      <div role="group" aria-label="Microsoft 365 users" className={styles.fields}>
        <Choice
          label="Plan"
          value={entry.plan}
          options={planChoices}
          onChange={(plan) => onChange({ ...entry, plan })}
        />
        <EntryField
          label="Users with it"
          value={entry.users}
          reader={readers.users}
          onChange={(users) => onChange({ ...entry, users })}
        />
      </div>
    </Details>
  );
}
