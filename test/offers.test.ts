import type { OfferChoices } from "../src/calculator/offers";
import { amountOf, moneyOf } from "../src/calculator/money";
import {
  channelChoices,
  currencyChoices,
  offersIn,
  samplePriceList,
  versionChoices,
} from "../src/catalog/price-list";

const ask = (choices: Partial<OfferChoices>) =>
  offersIn(samplePriceList, {
    version: "2012 R2",
    calType: "Both",
    channel: "All",
    currency: "USD",
    ...choices,
  });

const calsOf = (choices: Partial<OfferChoices>) => [
  ...new Set(ask(choices).value.map(({ cal }) => cal)),
];

describe("The sample price list", () => {
  it("is dated, is plainly a sample, and has a source on every row", () => {
    expect(samplePriceList.sample).toBe(true);
    expect(samplePriceList.name).toMatch(/sample/i);
    expect(samplePriceList.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const { source } of samplePriceList.offers) {
      expect(source.title).not.toBe("");
      expect(source.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it("has no price where none is published: before 2022", () => {
    const priced = samplePriceList.offers.filter(({ price }) => price !== undefined);
    expect([...new Set(priced.map(({ cal }) => cal))]).toEqual([
      "Windows Server 2025 CAL",
      "Windows Server 2022 CAL",
    ]);
  });

  it("has no row twice", () => {
    const keys = samplePriceList.offers.map(({ cal, calType, channel, pack, part }) =>
      [cal, calType, channel, pack, part].join("|"),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is in one currency, and offers every channel", () => {
    expect(currencyChoices(samplePriceList)).toEqual(["USD"]);
    expect(channelChoices).toEqual(["All", "OEM", "Retail", "Volume", "CSP"]);
  });
});

describe("Offers for a server", () => {
  it("that is 2012 R2: the CALs on sale that reach it, then its own without a price, and says so", () => {
    const { value, because } = ask({});
    expect(calsOf({})).toEqual([
      "Windows Server 2022 CAL",
      "Windows Server 2025 CAL",
      "Windows Server 2012 CAL",
    ]);
    const own = value.filter(({ cal }) => cal === "Windows Server 2012 CAL");
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ price }) => price === undefined)).toBe(true);
    expect(because[0].rule).toBe("sold-today");
    expect(because[0].says).toContain("Windows Server 2012 CAL is ");
    expect(because[0].says).toContain("Windows Server 2022 CAL, Windows Server 2025 CAL");
    expect(because.map(({ rule }) => rule)).toContain("r2-has-no-cal");
  });

  it("that is 2022: its own CAL first, then the newer one", () => {
    expect(calsOf({ version: "2022" })).toEqual([
      "Windows Server 2022 CAL",
      "Windows Server 2025 CAL",
    ]);
    expect(ask({ version: "2022" }).because[0].rule).toBe("version-rights");
  });

  it("that is 2025: an older CAL does not reach it", () => {
    expect(calsOf({ version: "2025" })).toEqual(["Windows Server 2025 CAL"]);
  });

  it("that is SBS 2011: nothing on sale is confirmed to reach it", () => {
    const { value, because } = ask({ version: "SBS 2011" });
    expect(value.length).toBeGreaterThan(0);
    expect(value.every(({ price }) => price === undefined)).toBe(true);
    expect(because[0].rule).toBe("not-sold-today");
  });

  it("by its product name, as people write it", () => {
    expect(calsOf({ version: "2012 Standard R2" })).toEqual(calsOf({}));
  });

  it("that needs no CALs: none, and says so", () => {
    const { value, because } = ask({ version: "Windows Server 2012 R2 Essentials" });
    expect(value).toEqual([]);
    expect(because[0].rule).toBe("no-cals-required");
  });

  it("of every version that can be chosen: at least one", () => {
    for (const version of versionChoices) {
      expect([version, ask({ version }).value.length > 0]).toEqual([version, true]);
    }
  });

  it("of one type, channel and currency", () => {
    const { value } = ask({ calType: "Device", channel: "OEM" });
    expect(value.every((o) => o.calType === "Device" && o.channel === "OEM")).toBe(true);
    expect(ask({ currency: "EUR" }).value.filter(({ price }) => price)).toEqual([]);
  });
});

describe("Money", () => {
  it("is whole minor units", () => {
    expect(moneyOf("52.00", "USD")).toEqual({ minor: 5200, currency: "USD" });
    expect(moneyOf("52", "USD")).toEqual({ minor: 5200, currency: "USD" });
    expect(moneyOf("52", "JPY")).toEqual({ minor: 52, currency: "JPY" });
    expect(amountOf({ minor: 5255, currency: "USD" })).toBe(52.55);
  });

  it("is not read from anything else", () => {
    for (const text of ["", "-1", "1,000", "1.005", "$5", "1e3"]) {
      expect(moneyOf(text, "USD")).toBeUndefined();
    }
  });
});
