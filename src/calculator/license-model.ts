import { answer, type Answer, type Reason } from "./answer";
import type { Product } from "./product";
import type { Terms } from "./terms";

/** How an edition is licensed, such as "Server + CAL", and what one server license covers. */
export function licenseModel(product: Product, terms: Terms): Answer<string> {
  const model = product.model.value!;
  const facts = { edition: product.name, model };
  const because: Reason[] = [terms.reason("license-model", facts, product.model)];
  if (product.unit) because.push(terms.reason(product.unit));
  return answer(model, ...because);
}
