import { answer, type Answer, type Reason } from "./answer";
import { Problem } from "./problem";
import type { LicenseUnit } from "./product";
import type { Terms } from "./terms";

/** What is inside one server; a count that is undefined is not known. */
export interface Hardware {
  readonly processors?: number;
  readonly coresPerProcessor?: number;
}

/** The licenses that the hardware of one server needs, before its virtual machines. */
export function hardwareLicenses(
  unit: LicenseUnit,
  { processors, coresPerProcessor }: Hardware,
  terms: Terms,
): Answer<number> {
  if (coresPerProcessor !== undefined && processors === undefined) {
    throw new Problem(
      "not-understood",
      "Cores per processor are given without Processors. Give the number of processors too.",
    );
  }
  if (unit.counts === "nothing") return answer(0, terms.reason(unit.rule));
  if (unit.counts === "servers") return answer(1, terms.reason(unit.rule));
  if (processors === undefined) throw missing("Processors");
  if (unit.counts === "processors") return byProcessor(unit.rule, processors, terms);
  if (coresPerProcessor === undefined) throw missing("Cores per processor");
  return byCore(unit.rule, processors, coresPerProcessor, terms);
}

/** All cores, at least so many for each processor, and then at least so many for the server. */
function byCore(
  rule: "core-license",
  processors: number,
  cores: number,
  terms: Terms,
): Answer<number> {
  const { perProcessor, perServer } = terms.values(rule);
  const sum = processors * cores;
  const because: Reason[] = [
    terms.reason(rule),
    terms.reason("cores-counted", { processors, cores, sum }),
  ];
  const raised = processors * Math.max(cores, perProcessor);
  if (raised > sum) {
    const facts = { minimum: perProcessor, processors, sum: raised };
    because.push(terms.reason("processor-minimum", facts));
  }
  const licenses = Math.max(raised, perServer);
  if (licenses > raised) {
    because.push(terms.reason("server-minimum", { minimum: perServer, sum: raised }));
  }
  return answer(licenses, ...because);
}

function byProcessor(
  rule: "processor-license" | "one-processor-license",
  processors: number,
  terms: Terms,
): Answer<number> {
  const { processors: each } = terms.values(rule);
  const licenses = Math.ceil(processors / each);
  const counted = terms.reason("processors-counted", { processors, each, licenses });
  return answer(licenses, terms.reason(rule), counted);
}

const missing = (what: string): Problem =>
  new Problem("not-understood", `${what} is blank or 0. Give the number in one server.`);
