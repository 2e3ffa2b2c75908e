import { useState } from "react";
import { Checkbox, Text } from "@fluentui/react-components";
import { Choice } from "./choice";
import { useRoomStyles } from "./room-styles";
import { WriteButton } from "./write-button";
import {
  addCalColumns,
  type BuyerTable,
  type CalColumn,
  type CalField,
} from "../workbook/cal-columns";
import { WorkbookTrouble } from "../workbook/written";

const fields: readonly { field: CalField; label: string }[] = [
  { field: "edition", label: "Server edition" },
  { field: "users", label: "Users" },
  { field: "devices", label: "Devices" },
  { field: "calType", label: "CAL type" },
  { field: "channel", label: "Channel" },
  { field: "owned", label: "CALs owned" },
];

const allColumns: readonly CalColumn[] = [
  "CAL type",
  "CAL",
  "Required",
  "Included",
  "To buy",
  "Why",
];

type Mapping = BuyerTable["guess"];
const noColumn = "—";

/** Which of the table's columns holds what, and which columns to add. */
export function TableMapping({ table, headers, guess }: BuyerTable) {
  const styles = useRoomStyles();
  const [mapping, setMapping] = useState<Mapping>(guess);
  const [columns, setColumns] = useState<readonly CalColumn[]>(allColumns);
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
      <AddColumns table={table} mapping={mapping} columns={columns} />
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
        {allColumns.map((column) => (
          <Checkbox
            key={column}
            label={column}
            checked={columns.includes(column)}
            onChange={(_, { checked }) =>
              onChange(
                allColumns.filter((each) => (each === column ? checked : columns.includes(each))),
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
}

/** The cells beside a table are the buyer's; the columns are added only where those are free. */
function AddColumns({ table, mapping, columns }: AddColumnsProps) {
  const write = async () => {
    const written = await addCalColumns(table, mapping, columns);
    if (written.done) return written;
    throw new WorkbookTrouble(
      `${written.occupied} is not empty. Make room at the right of the table first.`,
    );
  };
  return (
    <WriteButton
      label="Add columns"
      write={write}
      tell={({ address }) => `Added the columns at ${address}.`}
    />
  );
}
