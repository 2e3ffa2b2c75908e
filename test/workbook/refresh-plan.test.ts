import { planRefresh } from "../../src/workbook/refresh-plan";
import { keyOf, cellsOf, pricingHeaders, priceOf } from "../../src/workbook/pricing-rows";
import type { Offer } from "../../src/calculator/offers";
import type { Priced } from "../../src/workbook/priced";

const source = { title: "A catalog", publisher: "P", checked: "2026-01-02" };
const offer = (pack: number, minor: number | undefined): Offer => ({
  part: `P-${pack}`,
  title: "",
  cal: "Windows Server 2025 CAL",
  calType: "User",
  channel: "OEM",
  pack,
  price: minor === undefined ? undefined : { minor, currency: "USD" },
  source,
});
const choices = { version: "2025", calType: "Both", channel: "All", currency: "USD" } as const;
const priced = (offers: readonly Offer[]): Priced => ({
  choices,
  list: { name: "List", date: "2027-01-01", offers, sample: false },
  offers,
  line: "",
});

/** A table written from offers, with a column of the buyer's at the left. */
const written = (offers: readonly Offer[]) => ({
  headers: ["Note", ...pricingHeaders],
  rows: offers.map((each) => [
    "mine",
    ...pricingHeaders.map((header) => cellsOf(each, "USD")[header]),
  ]),
});
const before = (offers: readonly Offer[]) => ({
  id: "1",
  name: "CalsPrices",
  choices,
  list: "List",
  date: "2026-01-01",
  line: "",
  prices: Object.fromEntries(offers.map((each) => [keyOf(each), priceOf(each)])),
});

describe("A refresh", () => {
  const [one, five] = [offer(1, 1000), offer(5, 4500)];

  it("writes nothing where nothing changed", () => {
    const plan = planRefresh(written([one, five]), priced([one, five]), before([one, five]));
    expect(plan).toMatchObject({ updated: 0, kept: 0, gone: 0, added: [] });
    expect(plan.changes.size).toBe(0);
  });

  it("changes only cells that differ", () => {
    const plan = planRefresh(
      written([one, five]),
      priced([one, offer(5, 4600)]),
      before([one, five]),
    );
    expect(plan.updated).toBe(1);
    expect([...plan.changes]).toEqual([["Price", [null, 46]]]);
  });

  it("finds rows in any order, and leaves the buyer's own rows alone", () => {
    const table = written([five, one]);
    const own = ["mine", "Another CAL", "User", "OEM", 1, "X", 9, "USD", 9, "me"];
    const plan = planRefresh(
      { ...table, rows: [own, ...table.rows] },
      priced([offer(1, 1100), five]),
      before([one, five]),
    );
    expect([...plan.changes]).toEqual([["Price", [null, null, 11]]]);
    expect(plan.gone).toBe(0);
  });

  it("keeps a price of the buyer's own", () => {
    const table = written([one]);
    table.rows[0][table.headers.indexOf("Price")] = 7.5;
    const plan = planRefresh(table, priced([offer(1, 1100)]), before([one]));
    expect(plan).toMatchObject({ kept: 1, updated: 0 });
    expect(plan.changes.size).toBe(0);
  });

  it("fills in a price that was blank", () => {
    const blank = offer(1, undefined);
    const plan = planRefresh(written([blank]), priced([one]), before([blank]));
    expect([...plan.changes]).toEqual([["Price", [10]]]);
  });

  it("clears the price of a row no longer in the list, and says so once", () => {
    const plan = planRefresh(written([one, five]), priced([one]), before([one, five]));
    expect(plan.gone).toBe(1);
    expect(plan.changes.get("Price")).toEqual([null, ""]);
    expect(plan.changes.get("Source")).toEqual([null, "Not in List, 2027-01-01, any more."]);
    expect(plan.prices[keyOf(five)]).toBe("");
  });

  it("adds what is new, and not what the buyer deleted", () => {
    const ten = offer(10, 9000);
    const plan = planRefresh(written([one]), priced([one, five, ten]), before([one, five]));
    expect(plan.added).toEqual([ten]);
  });

  it("does without columns that the buyer deleted", () => {
    const table = written([one]);
    const at = table.headers.indexOf("Source");
    const without = {
      headers: table.headers.filter((_, i) => i !== at),
      rows: table.rows.map((row) => row.filter((_, i) => i !== at)),
    };
    const plan = planRefresh(without, priced([offer(1, 1100)]), before([one]));
    expect([...plan.changes.keys()]).toEqual(["Price"]);
  });
});
