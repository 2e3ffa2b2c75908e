import type { Reason } from "./answer";
import type { Product } from "./product";
import type { Terms } from "./terms";

/** What is told with every count of a product: its traps, and the further CALs that it asks for. */
export function remarks({ name, cal, alsoCals, remarks, cites }: Product, terms: Terms): Reason[] {
  const further = alsoCals.map((also) =>
    terms.reason("also-needs-cal", { edition: name, cal: cal.name, also }, { cites }),
  );
  return [...further, ...remarks.map((remark) => terms.reason(remark))];
}
