import { useRef } from "react";
import { Button } from "@fluentui/react-components";
import { Details } from "./details";
import { EntryField } from "./entry-field";
import { readers } from "./entry-readers";
import { GroupFields } from "./group-fields";
import { DeviceFields, ExternalFields, Microsoft365Fields, RemoteFields } from "./more-people";
import { OwnedFields } from "./owned-fields";
import { useRoomStyles } from "./room-styles";
import { emptyGroup, groupName, type Questionnaire } from "../workbook/questionnaire";

interface PeopleFieldsProps {
  readonly questionnaire: Questionnaire;
  onChange(questionnaire: Questionnaire): void;
}

/** The questionnaire. One group is asked for; the rest is there for who needs it. */
export function PeopleFields({ questionnaire, onChange }: PeopleFieldsProps) {
  const styles = useRoomStyles();
  const { groups, remote, external, devices, microsoft365, owned, reserve } = questionnaire;
  const add = useRef<HTMLButtonElement>(null);
  const change = (changed: Partial<Questionnaire>) => onChange({ ...questionnaire, ...changed });
  const remove = (at: number) => {
    change({ groups: groups.filter((_, i) => i !== at) });
    // The button that was pressed goes away with its group.
    add.current?.focus();
  };
  return (
    <div className={styles.stack}>
      {groups.map((group, i) => (
        <GroupFields
          key={i}
          group={group}
          title={groupName(group, i)}
          onChange={(changed) =>
            change({ groups: groups.map((each, j) => (j === i ? changed : each)) })
          }
          onRemove={groups.length > 1 ? () => remove(i) : undefined}
        />
      ))}
      <div>
        <Button
          ref={add}
          size="small"
          onClick={() => change({ groups: [...groups, emptyGroup(groups[0].edition)] })}
        >
          Add a group
        </Button>
      </div>
      <div>
        <RemoteFields entry={remote} onChange={(remote) => change({ remote })} />
        <ExternalFields entry={external} onChange={(external) => change({ external })} />
        <DeviceFields entry={devices} onChange={(devices) => change({ devices })} />
        <Microsoft365Fields
          entry={microsoft365}
          onChange={(microsoft365) => change({ microsoft365 })}
        />
        <OwnedFields owned={owned} onChange={(owned) => change({ owned })} />
        <Details summary="Growth">
          <EntryField
            label="Reserve in percent"
            hint="Added to users and devices."
            value={reserve}
            reader={readers.reserve}
            onChange={(reserve) => change({ reserve })}
          />
        </Details>
      </div>
    </div>
  );
}
