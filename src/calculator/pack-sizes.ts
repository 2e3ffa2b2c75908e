import { answer, type Answer } from "./answer";
import { Problem } from "./problem";
import type { Cal, Channel } from "./product";
import type { Terms } from "./terms";

/** The sizes of the packs a CAL is sold in, smallest first. */
export function packSizes(
  cal: Cal,
  channel: Channel | undefined,
  terms: Terms,
): Answer<readonly number[]> {
  const bought = channel ?? "OEM";
  const fact = cal.packs[bought];
  if (fact.value === undefined) {
    const facts = { what: `The list of pack sizes in channel ${bought}`, subject: cal.name };
    const reason = terms.reason("not-confirmed", facts, fact);
    throw new Problem("not-confirmed", reason.says, [reason]);
  }
  const facts = { cal: cal.name, channel: bought, sizes: fact.value.join(", ") };
  const because = [terms.reason("pack-sizes", facts, fact), terms.reason("pack-of-one-type")];
  if (!channel) because.push(terms.reason("channel-left-out", { channel: bought }));
  return answer(fact.value, ...because);
}
