// The CALS.* functions about Remote Desktop Services and about several servers. The comments are the help of
// the person in the cell.
import { inCell } from "./in-cell";
import { questions } from "./questions";

/**
 * Names the CAL that reaches all the servers that the same people use: the newest server decides.
 * @customfunction CALFORALL
 * @param editions Server editions, a cell for each. Blank cells are left out.
 * @returns The name of the CAL; None where no edition needs CALs.
 */
export function calForAll(editions: any[][]): any {
  return inCell(() => questions.CALFORALL.ask([editions]).value);
}

/**
 * Tells whether a Remote Desktop license server may issue an RDS CAL: of its own version or an earlier one.
 * @customfunction CANISSUE
 * @param licenseServer Version of the license server, such as Windows Server 2019.
 * @param rdsCal RDS CAL, such as Windows Server 2022 RDS CAL.
 * @returns TRUE or FALSE.
 */
export function canIssue(licenseServer: any, rdsCal: any): any {
  return inCell(() => questions.CANISSUE.ask([licenseServer, rdsCal]).value);
}

/**
 * Counts the RDS CALs of one type for a group that works on a session host. Base CALs come on top.
 * @customfunction RDSREQUIRED
 * @param sessionHost Edition of the session host, such as Windows Server 2022 Standard.
 * @param users Number of people who work on it, without sessions of administration. Blank or 0: not known.
 * @param [devices] Number of devices they use. Blank or 0: not known.
 * @param [calType] User or Device. If left out, the type with the smaller count; User where only that can be used.
 * @returns Number of RDS CALs.
 */
export function rdsRequired(sessionHost: any, users: any, devices?: any, calType?: any): any {
  return inCell(() => questions.RDSREQUIRED.ask([sessionHost, users, devices, calType]).value);
}
