import type { Answer } from "../calculator/answer";
import { datacenterBreakEven } from "../calculator/datacenter-break-even";
import { connectorBreakEven, externalConnectors } from "../calculator/external-connectors";
import { licenseUnit } from "../calculator/license-unit";
import { licensesByVm } from "../calculator/licenses-by-vm";
import { serverLicenses } from "../calculator/server-licenses";
import { rulebook } from "../catalog/catalog";
import { productNamed, versionNamed } from "../catalog/names";

/** The members of `cals` that ask about the licenses of servers, not of those who use them. */
export const serverQuestions = {
  /** Server licenses, in the unit of the edition's version. */
  licenses({
    edition,
    servers = 1,
    ...each
  }: {
    edition: string;
    processors?: number;
    coresPerProcessor?: number;
    vms?: number;
    servers?: number;
  }): Answer<number> {
    return serverLicenses(productNamed(edition), { ...each, servers }, rulebook);
  },

  /** In what the server licenses of an edition are counted, such as `core`. */
  licenseunit({ edition }: { edition: string }): Answer<string> {
    return licenseUnit(productNamed(edition), rulebook);
  },

  /** Core licenses of a customer who licenses each virtual machine by its own virtual cores. */
  licensesbyvm({ edition, vcpus }: { edition: string; vcpus: readonly number[] }): Answer<number> {
    return licensesByVm(productNamed(edition), vcpus, rulebook);
  },

  /** Virtual machines on one server from which Datacenter is strictly cheaper than Standard. */
  breakeven({
    version,
    standardPrice,
    datacenterPrice,
    ...hardware
  }: {
    version: string;
    processors?: number;
    coresPerProcessor?: number;
    standardPrice?: number;
    datacenterPrice?: number;
  }): Answer<number> {
    const named = versionNamed(version);
    const standard = productNamed(`${named} Standard`);
    const datacenter = productNamed(`${named} Datacenter`);
    const editions = { standard, datacenter, standardPrice, datacenterPrice };
    return datacenterBreakEven(editions, hardware, rulebook);
  },

  /** External Connectors: the physical servers that external users can reach, counted or by name. */
  connectors({
    hosts,
    edition,
  }: {
    hosts: number | readonly string[];
    edition?: string;
  }): Answer<number> {
    return externalConnectors(
      hosts,
      edition === undefined ? undefined : productNamed(edition),
      rulebook,
    );
  },

  /** External users from which connectors are strictly cheaper than CALs. */
  connectorbreakeven({
    connectorPrice,
    calPrice,
    servers = 1,
  }: {
    connectorPrice?: number;
    calPrice?: number;
    servers?: number;
  }): Answer<number> {
    return connectorBreakEven(connectorPrice, calPrice, servers, rulebook);
  },
};
