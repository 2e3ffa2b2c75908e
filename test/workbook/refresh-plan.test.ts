import type { Offer } from "../../src/calculator/offers";
import type { Priced } from "../../src/workbook/priced";
import { cellsOf, keyOf, pricingHeaders } from "../../src/workbook/pricing-rows";
import { planRefresh, type TableCells } from "../../src/workbook/refresh-plan";
import { toRemember } from "../../src/workbook/remembered-tables";

const source = { title: "A catalog", publisher: "P", checked: "2026-01-02" };
const offer = (pack: number, minor: number | undefined, from = source): Offer => ({
  part: `P-${pack}`,
  title: "",
  cal: "Windows Server 2025 CAL",
  calType: "User",
  channel: "OEM",
  pack,
  price: minor === undefined ? undefined : { minor, currency: "USD" },
  source: from,
});
const choices = { version: "2025", calType: "Both", channel: "All", currency: "USD" } as const;
const priced = (offers: readonly Offer[]): Priced => ({
  choices,
  list: { name: "List", date: "2027-01-01", offers, sample: false },
  offers,
  line: "",
});
const before = (offers: readonly Offer[]) =>
  toRemember({ id: "1", name: "CalsPrices" }, priced(offers));

const headers = ["Note", ...pricingHeaders];
const cellsOfOffer = (each: Offer) => {
  const cells = cellsOf(each, "USD");
  return ["mine", ...pricingHeaders.map((header) => cells[header])];
};
/** A table written from offers, with a column of the buyer's at the left; then cells change. */
function written(offers: readonly Offer[], own: Record<string, string | number> = {}): TableCells {
  const values = offers.map(cellsOfOffer);
  for (const [header, value] of Object.entries(own)) values[0][headers.indexOf(header)] = value;
  return { headers, formulas: values, values };
}

describe("A refresh", () => {
  const [one, five] = [offer(1, 1000), offer(5, 4500)];
  const dearer = offer(1, 1100, { ...source, title: "A newer catalog" });
  const newSource = "A newer catalog, P. Checked 2026-01-02.";

  it("writes nothing where nothing changed", () => {
    const plan = planRefresh(written([one, five]), priced([one, five]), before([one, five]));
    expect(plan).toMatchObject({ updated: 0, kept: 0, gone: 0, added: [] });
    expect(plan.changes.size).toBe(0);
  });

  it("changes only cells that differ", () => {
    const offers = [one, offer(5, 4600)];
    const plan = planRefresh(written([one, five]), priced(offers), before([one, five]));
    expect(plan.updated).toBe(1);
    expect([...plan.changes]).toEqual([["Price", [null, 46]]]);
  });

  it("counts prices: a source that changes is no price that changes", () => {
    const plan = planRefresh(
      written([one]),
      priced([{ ...one, source: dearer.source }]),
      before([one]),
    );
    expect(plan.updated).toBe(0);
    expect([...plan.changes]).toEqual([["Source", [newSource]]]);
  });

  it("finds rows in any order, and leaves the buyer's own rows alone", () => {
    const own = ["mine", "Another CAL", "User", "OEM", 1, "X", 9, "USD", 9, "me"];
    const values = [own, ...written([five, one]).values];
    const table = { headers, formulas: values, values };
    const plan = planRefresh(table, priced([offer(1, 1100), five]), before([one, five]));
    expect([...plan.changes]).toEqual([["Price", [null, null, 11]]]);
    expect(plan.gone).toBe(0);
  });

  it("keeps a price of the buyer's own, and what stands beside it", () => {
    const plan = planRefresh(written([one], { Price: 7.5 }), priced([dearer]), before([one]));
    expect(plan).toMatchObject({ kept: 1, updated: 0 });
    expect(plan.changes.size).toBe(0);
  });

  it("keeps a formula of the buyer's, whatever it comes to", () => {
    const { values } = written([one]);
    const formulas = values.map((row) => row.map((cell) => (cell === 10 ? "=5+5" : cell)));
    const plan = planRefresh({ headers, formulas, values }, priced([dearer]), before([one]));
    expect(plan).toMatchObject({ kept: 1, updated: 0 });
  });

  it("keeps the buyer's words in any cell, and writes the others", () => {
    const table = written([one], { Source: "my quote 123" });
    expect(planRefresh(table, priced([one]), before([one])).changes.size).toBe(0);
    const plan = planRefresh(table, priced([dearer]), before([one]));
    expect(plan.updated).toBe(1);
    expect([...plan.changes]).toEqual([["Price", [11]]]);
  });

  it("fills in a price that was blank, or that the buyer cleared", () => {
    const blank = offer(1, undefined);
    for (const known of [blank, one]) {
      const plan = planRefresh(written([blank]), priced([one]), before([known]));
      expect([...plan.changes]).toEqual([["Price", [10]]]);
    }
  });

  it("takes no row for its own that the buyer wrote before the list had it", () => {
    const plan = planRefresh(written([one], { Price: 9 }), priced([dearer]), before([]));
    expect(plan).toMatchObject({ kept: 1, added: [] });
    expect(plan.changes.size).toBe(0);
  });

  it("clears the price of a row no longer in the list, and says so once", () => {
    const plan = planRefresh(written([one, five]), priced([one]), before([one, five]));
    const Source = "Not in List, 2027-01-01, any more.";
    expect(plan.gone).toBe(1);
    expect(plan.changes.get("Price")).toEqual([null, ""]);
    expect(plan.changes.get("Source")).toEqual([null, Source]);
    expect(plan.rows[keyOf(five)]).toEqual({ Price: "", Currency: "USD", Source });
    const again = planRefresh(written([one, five], {}), priced([one]), {
      ...before([one]),
      rows: plan.rows,
    });
    expect(again.changes.get("Source")).toBeUndefined();
    // Should it come back, its cells are still known as ours.
    const values = written([one, five]).values.map((row) => [...row]);
    values[1].splice(headers.indexOf("Price"), 1, "");
    values[1].splice(headers.indexOf("Source"), 1, Source);
    const back = planRefresh({ headers, formulas: values, values }, priced([one, five]), {
      ...before([one]),
      rows: plan.rows,
    });
    expect(back.updated).toBe(1);
  });

  it("keeps the buyer's words in a row no longer in the list", () => {
    const own = { Price: 8, Source: "still to be had" };
    const plan = planRefresh(written([one], own), priced([]), before([one]));
    expect(plan.gone).toBe(1);
    expect(plan.changes.size).toBe(0);
  });

  it("adds what is new, and not what the buyer deleted", () => {
    const ten = offer(10, 9000);
    const plan = planRefresh(written([one]), priced([one, five, ten]), before([one, five]));
    expect(plan.added).toEqual([ten]);
  });

  it("does without columns that the buyer deleted", () => {
    const { values } = written([one]);
    const at = headers.indexOf("Source");
    const without = values.map((row) => row.filter((_, i) => i !== at));
    const plan = planRefresh(
      { headers: headers.filter((_, i) => i !== at), formulas: without, values: without },
      priced([dearer]),
      before([one]),
    );
    expect([...plan.changes.keys()]).toEqual(["Price"]);
  });
});
