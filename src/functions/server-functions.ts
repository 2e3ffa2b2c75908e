// The CALS.* functions about the licenses of servers. The comments are the help of the person in the cell.
import { inCell } from "./in-cell";
import { questions } from "./questions";

/**
 * Counts the server licenses of one server, or of several alike, in the unit of the version: cores, two-processor licenses, processors or servers.
 * @customfunction LICENSES
 * @param edition Server edition, such as Windows Server 2022 Standard.
 * @param processors Processors in one server. May be blank where servers are counted.
 * @param coresPerProcessor Cores of one processor. May be blank where cores are not counted.
 * @param [vms] Virtual machines with Windows on one server. None if left out.
 * @param [servers] Number of servers like this. 1 if left out.
 * @returns Number of licenses, in the unit that CALS.LICENSEUNIT names; 0 where none are bought.
 */
export function licenses(
  edition: any,
  processors: any,
  coresPerProcessor: any,
  vms?: any,
  servers?: any,
): any {
  return inCell(
    () => questions.LICENSES.ask([edition, processors, coresPerProcessor, vms, servers]).value,
  );
}

/**
 * Names the unit in which the server licenses of an edition are counted.
 * @customfunction LICENSEUNIT
 * @param edition Server edition, such as Windows Server 2012 R2 Standard.
 * @returns core, two-processor license, processor or server; None where no licenses are bought.
 */
export function licenseUnit(edition: any): any {
  return inCell(() => questions.LICENSEUNIT.ask([edition]).value);
}

/**
 * Counts the core licenses of one customer who licenses each virtual machine by its own virtual cores. Needs Software Assurance or subscriptions.
 * @customfunction LICENSESBYVM
 * @param edition Server edition, such as Windows Server 2022 Standard.
 * @param vcpus Virtual cores of each virtual machine, a cell for each. Blank cells are left out.
 * @returns Number of core licenses for all of them.
 */
export function licensesByVm(edition: any, vcpus: any[][]): any {
  return inCell(() => questions.LICENSESBYVM.ask([edition, vcpus]).value);
}

/**
 * Finds the number of virtual machines on one server from which Datacenter is cheaper than Standard.
 * @customfunction BREAKEVEN
 * @param version Version of Windows Server, such as 2022 or 2012 R2.
 * @param processors Processors in the server.
 * @param coresPerProcessor Cores of one processor. May be blank for 2012 and 2012 R2.
 * @param standardPrice Price of Standard: for 16 cores from 2016 on, for one two-processor license before.
 * @param datacenterPrice Price of Datacenter, in the same unit and currency.
 * @returns Number of virtual machines; 0 where Datacenter is cheaper even without any.
 */
export function breakEven(
  version: any,
  processors: any,
  coresPerProcessor: any,
  standardPrice: any,
  datacenterPrice: any,
): any {
  return inCell(
    () =>
      questions.BREAKEVEN.ask([
        version,
        processors,
        coresPerProcessor,
        standardPrice,
        datacenterPrice,
      ]).value,
  );
}

/**
 * Counts External Connectors: the physical servers that external users can reach, each once.
 * @customfunction CONNECTORS
 * @param hosts Number of physical servers, or a range without its header: a name in each row, or in two columns each virtual machine and a server it may run on.
 * @param [edition] Server edition they reach. Any edition that needs CALs, if left out.
 * @returns Number of External Connectors.
 */
export function connectors(hosts: any[][], edition?: any): any {
  return inCell(() => questions.CONNECTORS.ask([hosts, edition]).value);
}

/**
 * Finds the number of external users from which External Connectors are cheaper than CALs.
 * @customfunction CONNECTORBREAKEVEN
 * @param connectorPrice Price of one External Connector.
 * @param calPrice Price of one CAL, in the same currency.
 * @param [servers] Physical servers that external users can reach. 1 if left out.
 * @returns Number of external users.
 */
export function connectorBreakEven(connectorPrice: any, calPrice: any, servers?: any): any {
  return inCell(() => questions.CONNECTORBREAKEVEN.ask([connectorPrice, calPrice, servers]).value);
}
