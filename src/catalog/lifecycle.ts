import type { Citations, Day } from "../calculator/answer";
import type { Lifecycle, Phase } from "../calculator/product";
import { citeAll } from "./cite";
import { data, type LifecycleRecord, type ProductRecord } from "./data";
import { readFacts } from "./fact";

/** The lifecycle of a product: its own, or that of its version of Windows Server; else nothing was read. */
export function lifecycleOf(product: ProductRecord, cites: Citations): Lifecycle {
  const version = data.versions.find(({ version }) => version === product.version);
  const ofVersion = product.family === "Windows Server" ? version?.lifecycle : undefined;
  return readLifecycle(product.lifecycle ?? ofVersion, cites);
}

function readLifecycle(record: LifecycleRecord | undefined, inherited: Citations): Lifecycle {
  const cites = record ? citeAll(record.cites) : inherited;
  return {
    modern: record?.modern ?? false,
    cites,
    ...readFacts<Phase | "released", Day | "none">(
      ["released", "mainstream", "extended", "esu"],
      record,
      cites,
    ),
  };
}
