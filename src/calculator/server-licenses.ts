import { answer, type Answer, type Reason } from "./answer";
import { refuseOverLimit } from "./edition-limits";
import { unitOf } from "./license-unit";
import { Problem } from "./problem";
import type { LicenseUnit, Product } from "./product";
import { hardwareLicenses, type Hardware } from "./server-hardware";
import type { Terms } from "./terms";

/** Servers that are alike: what is in each, and how many virtual machines with Windows it runs. */
export interface Servers extends Hardware {
  /** Undefined where none, or not known. */
  readonly vms?: number;
  readonly servers: number;
}

/** The server licenses of a number of servers, in the unit of the edition. */
export function serverLicenses(
  product: Product,
  { processors, coresPerProcessor, vms, servers }: Servers,
  terms: Terms,
): Answer<number> {
  const unit = unitOf(product, terms);
  if (unit.counts === "nothing") return answer(0, terms.reason(unit.rule));
  const hardware = hardwareLicenses(unit, { processors, coresPerProcessor }, terms);
  const cores = processors && coresPerProcessor && processors * coresPerProcessor;
  refuseOverLimit(product, { processors, cores }, terms);
  const each = withVms(product, unit, hardware.value, vms, terms);
  const total = each.value * servers;
  return answer(
    total,
    ...hardware.because,
    ...each.because,
    terms.reason("each-server-alone", { servers, each: each.value, total }),
    ...(unit.counts === "cores" ? [packs(each.value, servers, terms)] : []),
    ...(unit.counts === "servers" ? [] : [terms.reason("one-edition-per-server")]),
  );
}

/** The licenses of one server that are enough for its virtual machines too. */
function withVms(
  product: Product,
  unit: LicenseUnit,
  base: number,
  vms: number | undefined,
  terms: Terms,
): Answer<number> {
  const right = vmRight(product, vms, terms);
  if (right === undefined) return answer(base);
  const facts = { edition: product.name };
  if (right === "unlimited") {
    return answer(base, terms.reason("any-number-of-vms", facts, product.vms));
  }
  const because = [terms.reason("vms-with-license", { ...facts, vms: right }, product.vms)];
  if (vms === undefined) return answer(base, ...because);
  const sets = Math.ceil(vms / right);
  const licenses = unit.counts === "cores" ? base * sets : Math.max(base, sets);
  if (vms > right)
    because.push(further(product, { each: right, vms, sets, base, licenses }, terms));
  because.push(terms.reason("host-only-for-vms"));
  return answer(licenses, ...because);
}

/** How many virtual machines a server licensed once may run; undefined where nobody asks and no source tells. */
function vmRight(
  { name, vms }: Product,
  asked: number | undefined,
  terms: Terms,
): number | "unlimited" | undefined {
  if (asked === undefined && vms.value === 0) return undefined;
  if (vms.value === 0) {
    const reason = terms.reason("no-vms", { edition: name }, vms);
    throw new Problem("over-limit", `${reason.says} Leave VMs blank, or move to Standard.`, [
      reason,
    ]);
  }
  if (vms.value !== undefined || asked === undefined) return vms.value;
  const facts = { what: "The number of virtual machines", subject: name };
  const reason = terms.reason("not-confirmed", facts, vms);
  throw new Problem("not-confirmed", reason.says, [reason]);
}

interface FurtherVms {
  readonly each: number;
  readonly vms: number;
  readonly sets: number;
  readonly base: number;
  readonly licenses: number;
}

function further({ name, vms, moreVms }: Product, facts: FurtherVms, terms: Terms): Reason {
  if (moreVms) return terms.reason(moreVms, { ...facts });
  const reason = terms.reason("more-vms-not-confirmed", { edition: name, each: facts.each }, vms);
  throw new Problem("not-confirmed", reason.says, [reason]);
}

/** How many packs hold the core licenses: counted for each server, because a license is not split. */
export function packs(cores: number, servers: number, terms: Terms): Reason {
  const { small } = terms.values("core-packs");
  const facts = { total: cores * servers, packs: Math.ceil(cores / small) * servers };
  return terms.reason("core-packs", facts);
}
