import { Field, makeStyles, Select } from "@fluentui/react-components";

const useStyles = makeStyles({
  // A native list is as wide as its longest option, and would push its neighbors out of the pane.
  list: { minWidth: 0, "& > select": { minWidth: 0, width: "100%", textOverflow: "ellipsis" } },
});

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly required?: boolean;
  readonly className?: string;
  /** What a person reads, where it is more than the value. */
  tell?(value: T): string;
  onChange(value: T): void;
}

/** One of a few: the browser's own list, which every keyboard and screen reader knows. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, required, className, onChange } = props;
  const tell = props.tell ?? ((option: T) => option);
  return (
    <Field label={label} required={required} className={className}>
      <Select
        className={useStyles().list}
        value={value}
        onChange={(_, { value }) => onChange(value as T)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {tell(option)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
