import { answer, type Answer, type Day, type Reason } from "./answer";
import { Problem } from "./problem";
import type { LifecycleDay, Phase, Product } from "./product";
import type { Terms } from "./terms";

/**
 * The last day of a phase of support; "None" where the product has no such phase. Without a phase it is
 * the last day that comes without Extended Security Updates: that of the extended phase, where there is one.
 */
export function endOfSupport(
  product: Product,
  named: Phase | undefined,
  terms: Terms,
): Answer<Day | "None"> {
  const { name: edition, lifecycle } = product;
  if (lifecycle.modern) {
    return answer("None", terms.reason("modern-lifecycle", { edition }, lifecycle));
  }
  const phase = named ?? (lifecycle.extended.value === "none" ? "mainstream" : "extended");
  const last = lifecycle[phase];
  if (last.value === undefined) throw unconfirmedDay(product, phase, terms);
  const because = [dayReason(edition, phase, last, terms)];
  if (!named) because.push(terms.reason("phase-left-out", { phase }));
  return answer(last.value === "none" ? "None" : last.value, ...because);
}

function dayReason(edition: string, phase: Phase, last: LifecycleDay, terms: Terms): Reason {
  const { value: day, years } = last;
  if (day === "none") return terms.reason("no-such-phase", { edition, phase: words[phase] }, last);
  if (phase !== "esu") return terms.reason("end-of-support", { edition, phase, day: day! }, last);
  const each = years ? `; its years end on ${years.join(", ")}` : "";
  return terms.reason("last-esu-day", { edition, day: day!, years: each }, last);
}

function unconfirmedDay(product: Product, phase: Phase, terms: Terms): Problem {
  const facts = { what: `The last day of ${words[phase]}`, subject: product.name };
  const reason = terms.reason("not-confirmed", facts, product.lifecycle[phase]);
  return new Problem("not-confirmed", reason.says, [reason]);
}

const words: Readonly<Record<Phase, string>> = {
  mainstream: "mainstream support",
  extended: "extended support",
  esu: "Extended Security Updates",
};
