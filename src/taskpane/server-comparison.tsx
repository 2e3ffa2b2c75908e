import { useState } from "react";
import { Choice } from "./choice";
import { CopyFormula } from "./copy-formula";
import { Details } from "./details";
import { differenceText } from "./difference-text";
import { EntryField } from "./entry-field";
import { readers } from "./entry-readers";
import { NumberTable } from "./number-table";
import { serverName } from "./offer-choices";
import { Reasons } from "./reasons";
import { numberText } from "./requirement-table";
import { useRoomStyles } from "./room-styles";
import {
  breakEvenCells,
  compareEditions,
  type Comparison,
  type ServerEntry,
} from "./server-editions";
import { priceText } from "../calculator/money";
import { Problem } from "../calculator/problem";
import { rulebook } from "../catalog/catalog";
import { versionChoices } from "../catalog/price-list";

const versions = versionChoices.filter((version) => /^\d/.test(version));
const empty: ServerEntry = {
  ...{ version: versions[0], processors: "", coresPerProcessor: "", vms: "" },
  ...{ standardPrice: "", datacenterPrice: "" },
};
const { large } = rulebook.values("core-packs");
const counts = [
  ["processors", "Processors"],
  ["coresPerProcessor", "Cores per processor"],
  ["vms", "Virtual machines"],
  ["standardPrice", "Standard price"],
  ["datacenterPrice", "Datacenter price"],
] as const;

/** Standard against Datacenter: the licenses of one server, and which edition is cheaper for its VMs. */
export function ServerComparison() {
  const styles = useRoomStyles();
  const [entry, setEntry] = useState(empty);
  const result = entry.processors.trim() ? compareEditions(entry) : undefined;
  return (
    <div className={styles.stack}>
      <div role="group" aria-label="One server" className={styles.fields}>
        <Choice
          className={styles.wide}
          label="Version"
          value={entry.version}
          options={versions}
          tell={serverName}
          onChange={(version) => setEntry({ ...entry, version })}
        />
        {counts.map(([key, label]) => (
          <EntryField
            key={key}
            label={label}
            value={entry[key]}
            reader={readers[key]}
            onChange={(value) => setEntry({ ...entry, [key]: value })}
          />
        ))}
      </div>
      <p className={styles.quiet}>
        Prices are for {large} cores, or for one license before 2016. Without them the licenses are
        counted.
      </p>
      {result instanceof Problem && <p className={styles.text}>{result.message}</p>}
      {result && !(result instanceof Problem) && <Compared {...result} entry={entry} />}
    </div>
  );
}

function Compared({ editions, breakEven, entry }: Comparison & { entry: ServerEntry }) {
  const styles = useRoomStyles();
  const [standard, datacenter] = editions;
  return (
    <>
      <NumberTable
        label="Standard against Datacenter"
        headers={["Licenses", ...(breakEven ? ["Cost"] : []), "Difference"]}
        rows={editions.map(({ edition, licenses, unit, cost }) => ({
          name: edition,
          detail: `Counted by ${unit}`,
          numbers: [
            numberText(licenses),
            ...(cost === undefined ? [] : [priceText(cost)]),
            edition === standard.edition ? "0" : differenceOf(datacenter, standard),
          ],
        }))}
      />
      {breakEven && (
        <>
          <p className={styles.text}>
            Datacenter is cheaper from {numberText(breakEven.value)} virtual machines on this
            server.
          </p>
          <CopyFormula formula={`=CALS.BREAKEVEN(${formulaCells(entry)})`} />
          <Details small onDemand summary="Because">
            <Reasons because={breakEven.because} />
          </Details>
        </>
      )}
    </>
  );
}

const formulaCells = (entry: ServerEntry): string => {
  const [version, ...numbers] = breakEvenCells(entry);
  return [`"${version}"`, ...numbers.map((number) => number.trim())].join(",");
};

type EditionOf = Comparison["editions"][number];

const differenceOf = (other: EditionOf, first: EditionOf): string =>
  other.cost === undefined
    ? differenceText(other.licenses - first.licenses, numberText)
    : differenceText(other.cost - first.cost!, priceText);
