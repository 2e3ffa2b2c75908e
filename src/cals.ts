import type { Answer, Day } from "./calculator/answer";
import { calsForAccess } from "./calculator/access";
import { calType, type TypePrices } from "./calculator/cal-type";
import { calsToBuy } from "./calculator/cals-to-buy";
import { calToBuy } from "./calculator/cals-on-sale";
import { editionLimit, fits } from "./calculator/edition-limits";
import { editionTable, type EditionRow } from "./calculator/editions";
import { endOfSupport } from "./calculator/end-of-support";
import { includedCals } from "./calculator/included-cals";
import { licenseModel } from "./calculator/license-model";
import { packSizes } from "./calculator/pack-sizes";
import { Problem } from "./calculator/problem";
import type { NamedCalType } from "./calculator/product";
import { licenseCovers } from "./calculator/owned-license";
import { requiredCals } from "./calculator/required-cals";
import { calNeeded } from "./calculator/version-rights";
import { calProducts, rulebook } from "./catalog/catalog";
import { licenseNamed } from "./catalog/license-names";
import {
  accessKindNamed,
  calNamed,
  calTypeNamed,
  channelNamed,
  limitNamed,
  phaseNamed,
  productNamed,
  productsLike,
} from "./catalog/names";
import { rdsQuestions } from "./cals/rds-questions";
import { serverQuestions } from "./cals/server-questions";
import { tableQuestions } from "./cals/table-questions";

/** Names are as people write them. A count that is undefined is not known. */
interface GroupGiven {
  readonly edition: string;
  readonly users?: number;
  readonly devices?: number;
}

const given = <A, B>(value: A | undefined, read: (value: A) => B): B | undefined =>
  value === undefined ? undefined : read(value);

/** One member for each CALS.* function. Excel, the pane, the workbench and the test cases all ask here. */
export const cals = {
  /** CALs of one type that are enough for a group of people and the devices they use. */
  required({ edition, calType, ...group }: GroupGiven & { calType?: string }): Answer<number> {
    const product = productNamed(edition);
    const named = given(calType, calTypeNamed);
    const { value, because } = requiredCals(product, group, named, rulebook);
    return { value: value.count, because };
  },

  /** The cheaper CAL type: `User`, `Device`, or `None` where no CALs are required. */
  caltype({
    edition,
    userPrice,
    devicePrice,
    ...group
  }: GroupGiven & { userPrice?: number; devicePrice?: number }): Answer<NamedCalType> {
    const prices: TypePrices = { user: userPrice, device: devicePrice };
    return calType(productNamed(edition), group, prices, rulebook);
  },

  /** CALs in the box. */
  included({
    edition,
    channel,
    servers = 1,
  }: {
    edition: string;
    channel?: string;
    servers?: number;
  }): Answer<number> {
    return includedCals(productNamed(edition), given(channel, channelNamed), servers, rulebook);
  },

  /** CALs still to buy: required, less included, less owned. */
  tobuy({
    edition,
    calType,
    owned = 0,
    channel,
    servers = 1,
    ...group
  }: GroupGiven & {
    calType?: string;
    owned?: number;
    channel?: string;
    servers?: number;
  }): Answer<number> {
    const supply = { owned, channel: given(channel, channelNamed), servers };
    const named = given(calType, calTypeNamed);
    return calsToBuy(productNamed(edition), group, named, supply, rulebook);
  },

  /** Whether a group and its server are within the edition's limits. */
  fits({
    edition,
    users,
    devices,
    processors,
    coresPerProcessor,
  }: GroupGiven & { processors?: number; coresPerProcessor?: number }): Answer<boolean> {
    if (coresPerProcessor !== undefined && processors === undefined) {
      throw new Problem(
        "not-understood",
        "Cores per processor are given without Processors. Give the number of processors too.",
      );
    }
    const cores = given(coresPerProcessor, (each) => each * processors!);
    return fits(productNamed(edition), { users, devices, processors, cores }, rulebook);
  },

  /** A limit of the edition; "None" where there is none. */
  limit({ edition, limit }: { edition: string; limit: string }): Answer<number | "None"> {
    return editionLimit(productNamed(edition), limitNamed(limit), rulebook);
  },

  /** The license model, such as `Server + CAL`. */
  model({ edition }: { edition: string }): Answer<string> {
    return licenseModel(productNamed(edition), rulebook);
  },

  /** The CAL an edition needs, such as `Windows Server 2012 CAL`; "None" where it needs none. */
  cal({ edition }: { edition: string }): Answer<string> {
    return calNeeded(productNamed(edition), rulebook);
  },

  /** The CAL to buy today for an edition; "None" where it needs none. */
  buy({ edition }: { edition: string }): Answer<string> {
    return calToBuy(productNamed(edition), calProducts, rulebook);
  },

  /** The last day of a phase of support, "None" where there is no such phase. */
  endofsupport({ edition, phase }: { edition: string; phase?: string }): Answer<Day | "None"> {
    return endOfSupport(productNamed(edition), given(phase, phaseNamed), rulebook);
  },

  /** Whether a CAL, an RDS CAL or a suite is one for a server, by family and version. */
  covers({ cal, edition }: { cal: string; edition: string }): Answer<boolean> {
    return licenseCovers(licenseNamed(cal), productNamed(edition), rulebook);
  },

  /** The sizes a CAL is sold in, smallest first. */
  packsizes({ cal, channel }: { cal: string; channel?: string }): Answer<readonly number[]> {
    return packSizes(calNamed(cal), given(channel, channelNamed), rulebook);
  },

  /** How many CALs a kind of access needs. */
  needed({
    access,
    count,
    edition,
  }: {
    access: string;
    count?: number;
    edition?: string;
  }): Answer<number> {
    const product = given(edition, productNamed);
    return calsForAccess(accessKindNamed(access), count, product, rulebook);
  },

  /** The editions of the catalog whose names hold every word of the filter. */
  editions({ filter = "" }: { filter?: string }): Answer<readonly EditionRow[]> {
    const found = productsLike(filter);
    if (found.length === 0) {
      throw new Problem(
        "not-in-catalog",
        `No edition has all the words of “${filter}”. Use fewer words, such as 2012 or Essentials.`,
      );
    }
    return editionTable(found, rulebook);
  },

  ...serverQuestions,
  ...rdsQuestions,
  ...tableQuestions,
};
