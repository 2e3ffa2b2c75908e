import { Choice } from "./choice";
import { useRoomStyles } from "./room-styles";
import { products } from "../catalog/catalog";
import { channelChoices } from "../catalog/price-list";

const editions = products.map(({ name }) => name);
const types = ["", "User", "Device"] as const;
const channels = ["", ...channelChoices.filter((channel) => channel !== "All")] as const;

interface ChoiceOfOne {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

/** A server product of the catalog. */
export function EditionChoice(props: ChoiceOfOne) {
  return <Choice {...props} className={useRoomStyles().wide} options={editions} />;
}

/** A server product of the catalog, or that of the first group. */
export function ReachedServerChoice(props: ChoiceOfOne) {
  return (
    <Choice
      {...props}
      className={useRoomStyles().wide}
      options={["", ...editions]}
      tell={(edition) => edition || "That of the first group"}
    />
  );
}

export function WantedTypeChoice(props: Omit<ChoiceOfOne, "label">) {
  return (
    <Choice<string>
      {...props}
      label="Wanted CAL type"
      options={types}
      tell={(type) => type || "Smaller count"}
    />
  );
}

export function BoughtThroughChoice(props: Omit<ChoiceOfOne, "label">) {
  return (
    <Choice<string>
      {...props}
      label="Bought through"
      options={channels}
      tell={(channel) => channel || "Not known"}
    />
  );
}
