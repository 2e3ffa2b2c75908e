import { cals } from "../cals";
import type { Answer } from "../calculator/answer";
import { Problem } from "../calculator/problem";
import { oneOf } from "../catalog/names";
import { count, optionalText, price, text, wholeNumber, type Argument } from "./read-cell";
import { groupsOfTheirOwn, ownedCals, planGroups } from "./read-groups";
import { counts, hosts, texts } from "./read-range";

/** A question with its arguments in the order of the cells. */
export interface Question<T = unknown> {
  readonly name: string;
  readonly labels: readonly string[];
  ask(cells: readonly unknown[]): Answer<T>;
}

type ArgumentsOf<G> = { readonly [K in keyof Required<G>]: Argument<G[K]> };

function question<G, T>(
  name: string,
  member: (given: G) => Answer<T>,
  args: ArgumentsOf<G>,
): Question<T> {
  const entries = Object.entries(args) as [keyof G, Argument<unknown>][];
  return {
    name,
    labels: entries.map(([, { label }]) => label),
    ask(cells) {
      if (cells.length > entries.length) {
        throw new Problem(
          "not-understood",
          `CALS.${name} takes ${entries.length === 1 ? "1 argument" : `${entries.length} arguments`}: ${entries.map(([, { label }]) => label).join(", ")}. ${cells.length} were given.`,
        );
      }
      const given = entries.map(([key, argument], i) => [key, argument.read(cells[i])]);
      return member(Object.fromEntries(given) as G);
    },
  };
}

const edition = text("Edition");
const users = count("Users");
const devices = count("Devices");
const calType = optionalText("CAL type");
const channel = optionalText("Channel");
const servers = count("Servers");
const processors = count("Processors");
const coresPerProcessor = count("Cores per processor");
const cal = text("CAL");

/** Every question that a cell can ask, by the name of its function. */
export const questions = {
  REQUIRED: question("REQUIRED", cals.required, { edition, users, devices, calType }),
  CALTYPE: question("CALTYPE", cals.caltype, {
    edition,
    users,
    devices,
    userPrice: price("User price"),
    devicePrice: price("Device price"),
  }),
  INCLUDED: question("INCLUDED", cals.included, { edition, channel, servers }),
  TOBUY: question("TOBUY", cals.tobuy, {
    edition,
    users,
    devices,
    calType,
    owned: count("Owned"),
    channel,
    servers,
  }),
  FITS: question("FITS", cals.fits, {
    edition,
    users,
    devices,
    processors,
    coresPerProcessor,
  }),
  LIMIT: question("LIMIT", cals.limit, { edition, limit: text("Limit") }),
  MODEL: question("MODEL", cals.model, { edition }),
  CAL: question("CAL", cals.cal, { edition }),
  COVERS: question("COVERS", cals.covers, { cal, edition }),
  PACKSIZES: question("PACKSIZES", cals.packsizes, { cal, channel }),
  NEEDED: question("NEEDED", cals.needed, {
    access: text("Access"),
    count: wholeNumber("Count"),
    edition: optionalText("Edition"),
  }),
  ACCESS: question("ACCESS", cals.access, { filter: optionalText("Filter") }),
  ENDOFSUPPORT: question("ENDOFSUPPORT", cals.endofsupport, {
    edition,
    phase: optionalText("Phase"),
  }),
  BUY: question("BUY", cals.buy, { edition }),
  EDITIONS: question("EDITIONS", cals.editions, { filter: optionalText("Filter") }),
  LICENSES: question("LICENSES", cals.licenses, {
    edition,
    processors,
    coresPerProcessor,
    vms: count("VMs"),
    servers,
  }),
  LICENSEUNIT: question("LICENSEUNIT", cals.licenseunit, { edition }),
  LICENSESBYVM: question("LICENSESBYVM", cals.licensesbyvm, { edition, vcpus: counts("vCPUs") }),
  BREAKEVEN: question("BREAKEVEN", cals.breakeven, {
    version: text("Version"),
    processors,
    coresPerProcessor,
    standardPrice: price("Standard price"),
    datacenterPrice: price("Datacenter price"),
  }),
  CONNECTORS: question("CONNECTORS", cals.connectors, {
    hosts: hosts("Hosts"),
    edition: optionalText("Edition"),
  }),
  CONNECTORBREAKEVEN: question("CONNECTORBREAKEVEN", cals.connectorbreakeven, {
    connectorPrice: price("Connector price"),
    calPrice: price("CAL price"),
    servers,
  }),
  CALFORALL: question("CALFORALL", cals.calforall, { editions: texts("Editions") }),
  CANISSUE: question("CANISSUE", cals.canissue, {
    licenseServer: text("License server"),
    rdsCal: text("RDS CAL"),
  }),
  RDSREQUIRED: question("RDSREQUIRED", cals.rdsrequired, {
    sessionHost: text("Session host"),
    users,
    devices,
    calType,
  }),
  PLAN: question("PLAN", cals.plan, { groups: planGroups("Groups"), owned: ownedCals("Owned") }),
  MIXGROUPS: question("MIXGROUPS", cals.mixgroups, {
    groups: groupsOfTheirOwn("Groups"),
    userPrice: price("User price"),
    devicePrice: price("Device price"),
  }),
  STRANDED: question("STRANDED", cals.stranded, { owned: ownedCals("Owned"), edition }),
};

export type QuestionName = keyof typeof questions;

/** The question a person names: "REQUIRED", "required" or "CALS.REQUIRED". */
export function questionNamed(name: string): Question {
  const known = Object.fromEntries(Object.keys(questions).map((key) => [key, [`CALS.${key}`]]));
  return questions[oneOf("Question", name, known) as QuestionName];
}
