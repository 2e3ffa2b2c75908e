import { Field, Input } from "@fluentui/react-components";
import { faultOf } from "./entry-readers";
import { withPlainDigits } from "../calculator/folded";
import type { Argument } from "../functions/read-cell";

interface EntryFieldProps {
  readonly label: string;
  readonly value: string;
  /** Names take any text. */
  readonly reader?: Argument<unknown>;
  readonly hint?: string;
  readonly className?: string;
  onChange(value: string): void;
}

/**
 * A number or a name as typed; digits of other scripts become those that formulas have. What is wrong is
 * told below it, and stays in it.
 */
export function EntryField(props: EntryFieldProps) {
  const { label, value, reader, hint, className, onChange } = props;
  const fault = reader && faultOf(reader, value);
  return (
    <Field label={label} hint={hint} validationMessage={fault} className={className}>
      <Input
        // A grid cell may be narrower than the browser's own idea of an entry.
        input={{ style: { minWidth: 0, width: "100%" } }}
        style={{ minWidth: 0 }}
        inputMode={reader ? "decimal" : "text"}
        value={value}
        onChange={(_, { value }) => onChange(reader ? withPlainDigits(value) : value)}
      />
    </Field>
  );
}
