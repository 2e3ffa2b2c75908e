import { cals } from "../cals";
import type { Answer } from "../calculator/answer";
import { Problem } from "../calculator/problem";
import { oneOf } from "../catalog/names";
import { calType, channel, devices, servers, users } from "./group-arguments";
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

/** A question that waits for its name. */
type Unnamed<T = unknown> = (name: string) => Question<T>;

function question<G, T>(member: (given: G) => Answer<T>, args: ArgumentsOf<G>): Unnamed<T> {
  const entries = Object.entries(args) as [keyof G, Argument<unknown>][];
  return (name) => ({
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
  });
}

type Named<Q extends Readonly<Record<string, Unnamed>>> = {
  readonly [K in keyof Q]: ReturnType<Q[K]>;
};

/** Each question takes the name of its place. */
const named = <Q extends Readonly<Record<string, Unnamed>>>(questions: Q): Named<Q> =>
  Object.fromEntries(Object.entries(questions).map(([name, of]) => [name, of(name)])) as Named<Q>;

const edition = text("Edition");
const processors = count("Processors");
const coresPerProcessor = count("Cores per processor");
const cal = text("CAL");

/** Every question that a cell can ask, by the name of its function. */
export const questions = named({
  REQUIRED: question(cals.required, { edition, users, devices, calType }),
  CALTYPE: question(cals.caltype, {
    edition,
    users,
    devices,
    userPrice: price("User price"),
    devicePrice: price("Device price"),
  }),
  INCLUDED: question(cals.included, { edition, channel, servers }),
  TOBUY: question(cals.tobuy, {
    edition,
    users,
    devices,
    calType,
    owned: count("Owned"),
    channel,
    servers,
  }),
  FITS: question(cals.fits, {
    edition,
    users,
    devices,
    processors,
    coresPerProcessor,
  }),
  LIMIT: question(cals.limit, { edition, limit: text("Limit") }),
  MODEL: question(cals.model, { edition }),
  CAL: question(cals.cal, { edition }),
  COVERS: question(cals.covers, { cal, edition }),
  PACKSIZES: question(cals.packsizes, { cal, channel }),
  NEEDED: question(cals.needed, {
    access: text("Access"),
    count: wholeNumber("Count"),
    edition: optionalText("Edition"),
  }),
  ACCESS: question(cals.access, { filter: optionalText("Filter") }),
  ENDOFSUPPORT: question(cals.endofsupport, {
    edition,
    phase: optionalText("Phase"),
  }),
  BUY: question(cals.buy, { edition }),
  EDITIONS: question(cals.editions, { filter: optionalText("Filter") }),
  LICENSES: question(cals.licenses, {
    edition,
    processors,
    coresPerProcessor,
    vms: count("VMs"),
    servers,
  }),
  LICENSEUNIT: question(cals.licenseunit, { edition }),
  LICENSESBYVM: question(cals.licensesbyvm, { edition, vcpus: counts("vCPUs") }),
  BREAKEVEN: question(cals.breakeven, {
    version: text("Version"),
    processors,
    coresPerProcessor,
    standardPrice: price("Standard price"),
    datacenterPrice: price("Datacenter price"),
  }),
  CONNECTORS: question(cals.connectors, {
    hosts: hosts("Hosts"),
    edition: optionalText("Edition"),
  }),
  CONNECTORBREAKEVEN: question(cals.connectorbreakeven, {
    connectorPrice: price("Connector price"),
    calPrice: price("CAL price"),
    servers,
  }),
  CALFORALL: question(cals.calforall, { editions: texts("Editions") }),
  CANISSUE: question(cals.canissue, {
    licenseServer: text("License server"),
    rdsCal: text("RDS CAL"),
  }),
  RDSREQUIRED: question(cals.rdsrequired, {
    sessionHost: text("Session host"),
    users,
    devices,
    calType,
  }),
  PLAN: question(cals.plan, { groups: planGroups("Groups"), owned: ownedCals("Owned") }),
  MIXGROUPS: question(cals.mixgroups, {
    groups: groupsOfTheirOwn("Groups"),
    userPrice: price("User price"),
    devicePrice: price("Device price"),
  }),
  STRANDED: question(cals.stranded, { owned: ownedCals("Owned"), edition }),
});

export type QuestionName = keyof typeof questions;

/** The question a person names: "REQUIRED", "required" or "CALS.REQUIRED". */
export function questionNamed(name: string): Question {
  const known = Object.fromEntries(Object.keys(questions).map((key) => [key, [`CALS.${key}`]]));
  return questions[oneOf("Question", name, known) as QuestionName];
}
