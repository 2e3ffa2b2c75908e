import { Choice } from "./choice";
import { useRoomStyles } from "./room-styles";
import type { OfferChoices as Choices, PriceList } from "../calculator/offers";
import {
  calTypeChoices,
  channelChoices,
  currencyChoices,
  versionChoices,
} from "../catalog/price-list";

interface OfferChoicesProps {
  readonly choices: Choices;
  readonly list: PriceList;
  onChange(choices: Choices): void;
}

/** What the buyer has, and how they buy. */
export function OfferChoices({ choices, list, onChange }: OfferChoicesProps) {
  const styles = useRoomStyles();
  const change = (changed: Partial<Choices>) => onChange({ ...choices, ...changed });
  return (
    <div className={styles.fields}>
      <Choice
        className={styles.wide}
        label="Server version"
        value={choices.version}
        options={versionChoices}
        tell={serverName}
        onChange={(version) => change({ version })}
      />
      <Choice
        label="CAL type"
        value={choices.calType}
        options={calTypeChoices}
        onChange={(calType) => change({ calType })}
      />
      <Choice
        label="Channel"
        value={choices.channel}
        options={channelChoices}
        tell={channelName}
        onChange={(channel) => change({ channel })}
      />
      <Choice
        label="Currency"
        value={choices.currency}
        options={currencyChoices(list)}
        onChange={(currency) => change({ currency })}
      />
    </div>
  );
}

/** Versions of Windows Server go by their number, products by their name. */
export const serverName = (version: string): string =>
  /^\d/.test(version) ? `Windows Server ${version}` : version;

export function channelName(channel: Choices["channel"]): string {
  if (channel === "All") return "All channels";
  return channel === "Volume" ? "Volume Licensing" : channel;
}
