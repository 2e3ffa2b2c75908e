import type { Reason } from "./answer";
import { includedCals } from "./included-cals";
import { newestServer } from "./newest-server";
import type { OwnedPool } from "./owned-pool";
import type { CalType, NamedCalType, Product } from "./product";
import { reaches } from "./reaches";
import { requiredCals } from "./required-cals";
import { samePeople, type People, type ServerOfGroup } from "./same-people";
import type { Terms } from "./terms";

/** What a group needs and has, and what is left to buy. */
export interface PlannedGroup {
  readonly group: string;
  readonly people: People;
  readonly products: readonly Product[];
  /** The server that decides; undefined where none asks for CALs. */
  readonly newest?: Product;
  readonly calType: NamedCalType;
  readonly required: number;
  readonly included: number;
  readonly covered: number;
  readonly toBuy: number;
  /** Rows whose boxes were counted. */
  readonly boxes: readonly ServerOfGroup[];
  /** What is particular to this group, for its note. */
  readonly remarks: readonly Reason[];
}

/** Plans one group: its rows are the same people, and the newest server they reach decides. */
export function planGroup(
  rows: readonly ServerOfGroup[],
  pool: OwnedPool,
  terms: Terms,
): PlannedGroup {
  const [{ group }] = rows;
  const people = samePeople(rows, terms);
  const products = [...new Set(rows.map(({ product }) => product))];
  const newest = newestServer(group, people, products, terms);
  const { value } = requiredCals(newest ?? products[0], people, people.calType, terms);
  const { calType, count: required } = value;
  const planned = { group, people, products, newest, calType, required };
  if (!newest) return { ...planned, ...nothing };
  const { boxes, included, remarks } = boxesOf(rows, newest, terms);
  const wanted = Math.max(0, required - included);
  const covered = pool.take(newest, calType as CalType, wanted);
  if (products.length > 1) remarks.unshift(decides(newest, terms));
  return { ...planned, boxes, included, covered, toBuy: wanted - covered, remarks };
}

const nothing = { included: 0, covered: 0, toBuy: 0, boxes: [], remarks: [] };

/** The CALs in the boxes of a group's servers, as far as they reach the newest of them. */
function boxesOf(rows: readonly ServerOfGroup[], newest: Product, terms: Terms) {
  const boxes: ServerOfGroup[] = [];
  const remarks = new Map<string, Reason>();
  const tell = (rule: string, product: Product, inEach: number) => {
    const facts = { edition: product.name, newest: newest.name, included: inEach };
    remarks.set(rule + product.id, terms.reason(rule, facts));
  };
  let included = 0;
  for (const row of rows) {
    const { product, channel, servers } = row;
    const inEach = product.included[channel ?? product.channel ?? "OEM"]?.value ?? 0;
    const reached = reaches(product.cal, newest);
    if (servers > 0 && reached) {
      included += includedCals(product, channel, servers, terms).value;
      boxes.push(row);
    } else if (inEach > 0 && (servers > 0 || reached)) {
      tell(reached ? "boxes-not-given" : "boxes-too-old", product, inEach);
    }
  }
  return { boxes, included, remarks: [...remarks.values()] };
}

const decides = (newest: Product, terms: Terms): Reason =>
  terms.reason("newest-of-group", { edition: newest.name, cal: newest.cal.name });
