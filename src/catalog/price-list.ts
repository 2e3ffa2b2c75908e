import { calProducts, rulebook } from "./catalog";
import { cite } from "./cite";
import { data } from "./data";
import { calTypeNamed, channelNamed, productNamed } from "./names";
import csv from "../data/sample-price-list.csv";
import type { Answer } from "../calculator/answer";
import { moneyOf, type Money } from "../calculator/money";
import {
  offersFor,
  type Offer,
  type OfferChoices,
  type PriceList,
  type ServerToReach,
} from "../calculator/offers";
import type { CalType, Channel } from "../calculator/product";

/** The list that comes with the add-in: published prices only, to be replaced by the buyer's own. */
export const samplePriceList: PriceList = readSample(csv);

const smallBusinessServer = "SBS 2011";

/** What the buyer may have: versions of Windows Server, newest first, and Small Business Server. */
export const versionChoices: readonly string[] = [
  ...data.versions.map(({ version }) => version),
  smallBusinessServer,
];

export const channelChoices: readonly (Channel | "All")[] = [
  "All",
  ...(Object.keys(data.words.channels) as Channel[]),
];

export const calTypeChoices: readonly (CalType | "Both")[] = ["Both", "User", "Device"];

/** The currencies that a list has prices in, the most frequent first. */
export function currencyChoices(list: PriceList): readonly string[] {
  const priced = list.offers.flatMap(({ price }) => (price ? [price.currency] : []));
  const count = (currency: string) => priced.filter((other) => other === currency).length;
  return [...new Set(priced)].sort((a, b) => count(b) - count(a));
}

/** The offers of a list that reach what the buyer has, and why. */
export function offersIn(list: PriceList, choices: OfferChoices): Answer<readonly Offer[]> {
  return offersFor(serverNamed(choices.version), list, choices, calProducts, rulebook);
}

/** A version stands for all its editions that need CALs; a product for itself. */
function serverNamed(name: string): ServerToReach {
  if (name === smallBusinessServer) {
    const ownCals = calProducts.filter(({ family }) => family.startsWith(name));
    const family = "Windows Small Business Server";
    return { name: `${family} 2011`, family, version: "2011", ownCals };
  }
  const known = data.versions.find(({ version }) => version === name.trim());
  if (known) {
    const ownCals = calProducts.filter(
      ({ family, version }) => family === "Windows Server" && version === known.cal,
    );
    const family = "Windows Server";
    return { name: `${family} ${known.version}`, family, version: known.version, ownCals };
  }
  const product = productNamed(name);
  const ownCals = product.calsRequired.value === false ? [] : [product.cal];
  return { name: product.name, family: product.family, version: product.version, ownCals };
}

/**
 * Reads our own file, and stops at the first thing it does not understand: a broken row must never
 * reach a buyer. A CSV library is not taken here: the one the field trusts brings a downloader, which
 * the add-in promises not to have.
 */
function readSample(text: string): PriceList {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  if (text.includes('"')) throw new Error("The sample price list has quoted fields.");
  const columns = header.split(",");
  const rows = lines.map((line, i) => {
    const fields = line.split(",");
    if (fields.length !== columns.length) {
      throw new Error(`Line ${i + 2} of the sample price list has ${fields.length} fields.`);
    }
    return Object.fromEntries(columns.map((column, j) => [column, fields[j]]));
  });
  const [{ list: name, date }] = rows;
  if (rows.some((row) => row.list !== name || row.date !== date)) {
    throw new Error("The sample price list has two names or dates.");
  }
  return { name, date, offers: rows.map(readOffer), sample: true };
}

function readOffer(row: Readonly<Record<string, string>>): Offer {
  const { part, title, cal } = row;
  const broken = (what: string) => new Error(`Sample price list, “${title}”: ${what}.`);
  const pack = Number(row.pack);
  if (!Number.isInteger(pack) || pack < 1) throw broken(`pack “${row.pack}”`);
  if (!calProducts.some(({ name }) => name === cal)) throw broken(`no CAL “${cal}”`);
  const calType = calTypeNamed(row.calType);
  if (calType === "None") throw broken("no CAL type");
  const price = readPrice(row.price, row.currency);
  if (price === null) throw broken(`price “${row.price}”`);
  const channel = channelNamed(row.channel);
  return { part, title, cal, calType, channel, pack, price, source: cite(row.source) };
}

/** Undefined where no price is published; null where it is not a price. */
function readPrice(digits: string, currency: string): Money | undefined | null {
  return digits === "" ? undefined : (moneyOf(digits, currency) ?? null);
}
