import { Button, Checkbox } from "@fluentui/react-components";
import { Choice } from "./choice";
import { Details } from "./details";
import { EntryField } from "./entry-field";
import { readers } from "./entry-readers";
import { useRoomStyles } from "./room-styles";
import { ownedChoices } from "../workbook/owned-cals";
import type { OwnedEntry } from "../workbook/questionnaire";

const types = ["User", "Device"] as const;
const first: OwnedEntry = {
  ...{ cal: ownedChoices[0], calType: "User", quantity: "", softwareAssurance: false },
};

interface OwnedFieldsProps {
  readonly owned: readonly OwnedEntry[];
  onChange(owned: readonly OwnedEntry[]): void;
}

/** The CALs that a buyer has. The oldest that reach a server are used for it first. */
export function OwnedFields({ owned, onChange }: OwnedFieldsProps) {
  const styles = useRoomStyles();
  return (
    <Details summary="CALs you own">
      <div className={styles.stack}>
        {owned.map((entry, i) => (
          <OwnedRow
            key={i}
            entry={entry}
            title={`Owned CALs ${i + 1}`}
            onChange={(changed) => onChange(owned.map((each, j) => (j === i ? changed : each)))}
            onRemove={() => onChange(owned.filter((_, j) => j !== i))}
          />
        ))}
        <div>
          <Button size="small" onClick={() => onChange([...owned, first])}>
            Add owned CALs
          </Button>
        </div>
      </div>
    </Details>
  );
}

interface OwnedRowProps {
  readonly entry: OwnedEntry;
  readonly title: string;
  onChange(entry: OwnedEntry): void;
  onRemove(): void;
}

function OwnedRow({ entry, title, onChange, onRemove }: OwnedRowProps) {
  const styles = useRoomStyles();
  const change = (changed: Partial<OwnedEntry>) => onChange({ ...entry, ...changed });
  return (
    <div role="group" aria-label={title} className={styles.fields}>
      <Choice
        className={styles.wide}
        label="Owned CAL"
        value={entry.cal}
        options={ownedChoices}
        onChange={(cal) => change({ cal })}
      />
      <Choice
        label="Of type"
        value={entry.calType as (typeof types)[number]}
        options={types}
        onChange={(calType) => change({ calType })}
      />
      <EntryField
        label="Quantity"
        value={entry.quantity}
        reader={readers.quantity}
        onChange={(quantity) => change({ quantity })}
      />
      <Checkbox
        label="Software Assurance"
        checked={entry.softwareAssurance}
        onChange={(_, { checked }) => change({ softwareAssurance: checked === true })}
      />
      <Button size="small" aria-label={`Remove ${title}`} onClick={onRemove}>
        Remove
      </Button>
    </div>
  );
}
