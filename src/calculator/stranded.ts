import { answer, type Answer, type Reason } from "./answer";
import { calsOnSale, saleReason } from "./cals-on-sale";
import type { OwnedCals } from "./owned-pool";
import { Problem } from "./problem";
import type { Cal, CalType, Product } from "./product";
import { newestOf, reaches } from "./reaches";
import { remarks } from "./remarks";
import { noCalsRequired } from "./required-cals";
import { goodOrBad, isBad, leftOut, rowNote, type BadRow } from "./table-row";
import type { Terms } from "./terms";

/** What a new server does to one row of owned CALs, or to all of them in the last line. */
export interface StrandedLine {
  readonly cal: string;
  readonly calType: CalType | "";
  readonly quantity: number | "";
  /** CALs that do not reach the new server. */
  readonly stranded: number | "";
  /** The CAL on sale today to buy in their place. */
  readonly buy: string;
  /** CALs that reach it by Software Assurance, or would if they had it. */
  readonly saved: number | "";
  readonly note: string;
}

interface Fate extends OwnedCals {
  readonly stranded: number;
  readonly saved: number;
  readonly remark?: Reason;
}

/** The owned CALs that do not reach a new server, what to buy instead, and what Software Assurance saves. */
export function strandedCals(
  owned: readonly (OwnedCals | BadRow)[],
  product: Product,
  cals: readonly Cal[],
  terms: Terms,
): Answer<readonly StrandedLine[]> {
  if (owned.length === 0) {
    throw new Problem(
      "not-understood",
      "Owned has no rows. Give a row for each kind of CAL, with its type and quantity.",
    );
  }
  const none = noCalsRequired(product, terms);
  const fates = owned.map((row) =>
    isBad(row)
      ? row
      : goodOrBad(row.row, row.cal.name, () => fateOf(row, product, !none, cals, terms)),
  );
  const good = fates.filter((row): row is Fate => !isBad(row));
  const bad = fates.filter(isBad);
  const onSale = calsOnSale(product.cal, cals);
  const buy = onSale[0]?.name ?? "None on sale";
  const lines = fates.map((row) => (isBad(row) ? badLine(row) : lineOf(row, buy)));
  const because = none
    ? [none, ...remarks(product, terms)]
    : [
        ...reasonsOf(good, product, terms),
        saleReason(product.name, product.cal, onSale, terms),
        ...remarks(product, terms),
      ];
  return answer([...lines, totalLine(good, bad, buy, terms)], ...because, ...leftOut(bad, terms));
}

function fateOf(
  owned: OwnedCals,
  product: Product,
  asks: boolean,
  cals: readonly Cal[],
  terms: Terms,
): Fate {
  if (!asks) return { ...owned, stranded: 0, saved: 0 };
  const { cal, quantity, softwareAssurance } = owned;
  const reached = reaches(cal, product);
  if (reached === undefined) {
    const facts = { cal: cal.name, edition: product.name };
    const reason = terms.reason("access-not-confirmed", facts, cal.unclear);
    throw new Problem("not-confirmed", reason.says, [reason]);
  }
  if (reached) return { ...owned, stranded: 0, saved: 0 };
  const saved = reaches(newestOf(cal, cals), product) ? quantity : 0;
  const stranded = softwareAssurance && saved > 0 ? 0 : quantity;
  if (cal.family === product.cal.family) return { ...owned, stranded, saved };
  const facts = { cal: cal.name, edition: product.name, needed: product.cal.name };
  return { ...owned, stranded, saved, remark: terms.reason("family-differs", facts) };
}

function reasonsOf(fates: readonly Fate[], product: Product, terms: Terms): Reason[] {
  const { quantity, stranded, saved } = sums(fates);
  const facts = { edition: product.name, needed: product.cal.name, quantity, stranded };
  const reasons = [terms.reason("stranded-cals", facts), terms.reason("newer-server-for-all")];
  const families = new Map(fates.flatMap(({ remark }) => (remark ? [[remark.says, remark]] : [])));
  reasons.push(...families.values());
  if (saved > 0) {
    const kept = sums(fates.filter(({ softwareAssurance }) => softwareAssurance)).saved;
    const would = saved - kept;
    reasons.push(terms.reason("software-assurance"));
    reasons.push(terms.reason("assurance-saves", { kept, would, needed: product.cal.name }));
  }
  return reasons;
}

function sums(fates: readonly Fate[]) {
  const of = (count: (fate: Fate) => number) => fates.reduce((sum, fate) => sum + count(fate), 0);
  return {
    quantity: of(({ quantity }) => quantity),
    stranded: of(({ stranded }) => stranded),
    saved: of(({ saved }) => saved),
  };
}

const lineOf = (fate: Fate, buy: string): StrandedLine => ({
  cal: fate.cal.name,
  calType: fate.calType,
  quantity: fate.quantity,
  stranded: fate.stranded,
  buy: fate.stranded > 0 ? buy : "",
  saved: fate.saved,
  note: fate.remark?.says ?? "",
});

const badLine = (row: BadRow): StrandedLine => ({
  cal: row.name ?? "",
  calType: "",
  quantity: "",
  stranded: "",
  buy: "",
  saved: "",
  note: rowNote(row),
});

function totalLine(
  fates: readonly Fate[],
  bad: readonly BadRow[],
  buy: string,
  terms: Terms,
): StrandedLine {
  const total = sums(fates);
  const note = leftOut(bad, terms)
    .map(({ says }) => says)
    .join(" ");
  return { cal: "Total", calType: "", ...total, buy: total.stranded > 0 ? buy : "", note };
}
