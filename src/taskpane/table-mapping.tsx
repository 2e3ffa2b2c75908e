import { useState } from "react";
import { Button, Checkbox, Text } from "@fluentui/react-components";
import { Choice } from "./choice";
import { useRoomStyles } from "./room-styles";
import { TaskStatus } from "./task-status";
import { useTask } from "./use-task";
import { addCalColumns, type BuyerTable } from "../workbook/cal-columns";
import { calHeaders, type CalColumn } from "../workbook/cals-formulas";
import type { CalField } from "../workbook/guess-fields";

const fields: readonly { field: CalField; label: string }[] = [
  { field: "edition", label: "Server edition" },
  { field: "users", label: "Users" },
  { field: "devices", label: "Devices" },
  { field: "calType", label: "CAL type" },
  { field: "channel", label: "Channel" },
  { field: "owned", label: "CALs owned" },
];

type Mapping = BuyerTable["guess"];
const noColumn = "—";

interface TableMappingProps extends BuyerTable {
  onAdded(address: string): void;
}

/** Which of the table's columns holds what, and which columns to add. */
export function TableMapping({ table, headers, guess, onAdded }: TableMappingProps) {
  const styles = useRoomStyles();
  const [mapping, setMapping] = useState<Mapping>(guess);
  const [columns, setColumns] = useState<readonly CalColumn[]>(calHeaders);
  return (
    <>
      <Text weight="semibold">What the columns of {table} hold</Text>
      <div role="group" aria-label="What its columns hold" className={styles.fields}>
        {fields.map(({ field, label }) => (
          <Choice
            key={field}
            label={label}
            required={field === "edition"}
            value={mapping[field] ?? noColumn}
            options={[noColumn, ...headers]}
            onChange={(header) =>
              setMapping({ ...mapping, [field]: header === noColumn ? undefined : header })
            }
          />
        ))}
      </div>
      <ColumnsToAdd columns={columns} onChange={setColumns} />
      <AddColumns table={table} mapping={mapping} columns={columns} onAdded={onAdded} />
    </>
  );
}

interface ColumnsToAddProps {
  readonly columns: readonly CalColumn[];
  onChange(columns: readonly CalColumn[]): void;
}

function ColumnsToAdd({ columns, onChange }: ColumnsToAddProps) {
  const styles = useRoomStyles();
  return (
    <div role="group" aria-label="Columns to add">
      <Text weight="semibold">Columns to add</Text>
      <div className={styles.fields}>
        {calHeaders.map((column) => (
          <Checkbox
            key={column}
            label={column}
            checked={columns.includes(column)}
            onChange={(_, { checked }) =>
              onChange(
                calHeaders.filter((each) => (each === column ? checked : columns.includes(each))),
              )
            }
          />
        ))}
      </div>
    </div>
  );
}

interface AddColumnsProps {
  readonly table: string;
  readonly mapping: Mapping;
  readonly columns: readonly CalColumn[];
  onAdded(address: string): void;
}

/** The cells beside a table are the buyer's; the columns are added only where those are free. */
function AddColumns({ table, mapping, columns, onAdded }: AddColumnsProps) {
  const styles = useRoomStyles();
  const { busy, said, run } = useTask();
  const add = () => run(async () => onAdded(await addCalColumns(table, mapping, columns)));
  return (
    <div>
      <Button
        className={styles.whole}
        appearance="primary"
        disabledFocusable={busy}
        onClick={() => void add()}
      >
        Add columns
      </Button>
      <TaskStatus said={said} />
    </div>
  );
}
