import { answer, type Answer, type Reason } from "./answer";
import { unitOf } from "./license-unit";
import { Problem } from "./problem";
import type { LicenseUnit, Product } from "./product";
import { packs } from "./server-licenses";
import type { Terms } from "./terms";

/** The core licenses of a customer who licenses each virtual machine by its own virtual cores. */
export function licensesByVm(
  product: Product,
  vcpus: readonly number[],
  terms: Terms,
): Answer<number> {
  const unit = unitOf(product, terms);
  if (unit.counts === "nothing") return answer(0, terms.reason(unit.rule));
  refuseNotByVm(product, unit, terms);
  if (vcpus.length === 0) {
    throw new Problem(
      "not-understood",
      "vCPUs has no number above 0. Give the virtual cores of each virtual machine, a cell for each.",
    );
  }
  const { perVm, perCustomer } = terms.values("license-by-vm");
  const sum = total(vcpus.map((cores) => Math.max(cores, perVm)));
  const licenses = Math.max(sum, perCustomer);
  const facts = { vms: vcpus.length, vcpus: total(vcpus), minimum: perVm, sum };
  const because: Reason[] = [
    terms.reason("license-by-vm", {}, product.byVm),
    terms.reason("vm-cores-counted", facts),
  ];
  if (licenses > sum) {
    because.push(terms.reason("customer-minimum", { minimum: perCustomer, sum }));
  }
  because.push(terms.reason("by-vm-conditions"), packs(licenses, 1, terms));
  return answer(licenses, ...because);
}

function refuseNotByVm({ name: edition, byVm }: Product, unit: LicenseUnit, terms: Terms): void {
  if (unit.counts !== "cores" || byVm.value === false) {
    const reason = terms.reason("not-by-vm", { edition, unit: unit.name });
    throw new Problem("over-limit", `${reason.says} Ask CALS.LICENSES.`, [reason]);
  }
  if (byVm.value) return;
  const facts = { what: "Licensing by virtual machine", subject: edition };
  const reason = terms.reason("not-confirmed", facts, byVm);
  throw new Problem("not-confirmed", reason.says, [reason]);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
