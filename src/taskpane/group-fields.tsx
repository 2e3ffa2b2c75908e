import { Button } from "@fluentui/react-components";
import { Details } from "./details";
import { EntryField } from "./entry-field";
import { readers } from "./entry-readers";
import { BoughtThroughChoice, EditionChoice, WantedTypeChoice } from "./people-choices";
import { useRoomStyles } from "./room-styles";
import type { GroupEntry } from "../workbook/questionnaire";

interface GroupFieldsProps {
  readonly group: GroupEntry;
  /** How it is called as long as it has no name of its own. */
  readonly title: string;
  onChange(group: GroupEntry): void;
  /** Undefined for the only group. */
  readonly onRemove?: () => void;
}

/** A group of people and the server they use: three entries, and more for who wants it. */
export function GroupFields({ group, title, onChange, onRemove }: GroupFieldsProps) {
  const styles = useRoomStyles();
  const change = (changed: Partial<GroupEntry>) => onChange({ ...group, ...changed });
  return (
    <div role="group" aria-label={title} className={styles.stack}>
      {onRemove && (
        <div className={styles.spread}>
          <h3 className={styles.subtitle}>{title}</h3>
          <Button size="small" aria-label={`Remove ${title}`} onClick={onRemove}>
            Remove
          </Button>
        </div>
      )}
      <div className={styles.fields}>
        <EditionChoice
          label="Server they use"
          value={group.edition}
          onChange={(edition) => change({ edition })}
        />
        <EntryField
          label="Number of users"
          value={group.users}
          reader={readers.users}
          onChange={(users) => change({ users })}
        />
        <EntryField
          label="Number of devices"
          value={group.devices}
          reader={readers.devices}
          onChange={(devices) => change({ devices })}
        />
      </div>
      <Details small summary="Name, CAL type, server licenses">
        <div className={styles.fields}>
          <EntryField
            label="Name of the group"
            value={group.name}
            onChange={(name) => change({ name })}
          />
          <WantedTypeChoice value={group.calType} onChange={(calType) => change({ calType })} />
          <BoughtThroughChoice value={group.channel} onChange={(channel) => change({ channel })} />
          <EntryField
            label="Server licenses"
            value={group.servers}
            reader={readers.servers}
            onChange={(servers) => change({ servers })}
          />
        </div>
      </Details>
    </div>
  );
}
