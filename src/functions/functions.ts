// The CALS.* functions as Excel sees them. The comments are the help of the person in the cell. Every
// parameter is `any`, because only then does Excel hand over what the cell really holds.
import { explained, explainRows, whyText } from "./explain";
import { inCell } from "./in-cell";
import { questions } from "./questions";
import { spilledRows } from "./spilled-rows";

/**
 * Counts the CALs of one type that are enough for a group of people and the devices they use.
 * @customfunction REQUIRED
 * @param edition Server edition, such as Windows Server 2012 R2 Standard. CALS.EDITIONS() lists them.
 * @param users Number of people who use the server, at work or at home. Blank or 0: not known.
 * @param [devices] Number of devices they use. Blank or 0: not known.
 * @param [calType] User or Device. If left out, the type with the smaller count.
 * @returns Number of CALs; 0 where the edition needs none.
 */
export function required(edition: any, users: any, devices?: any, calType?: any): any {
  return inCell(() => questions.REQUIRED.ask([edition, users, devices, calType]).value);
}

/**
 * Tells whether User CALs or Device CALs are cheaper for a group: User, Device or None.
 * @customfunction CALTYPE
 * @param edition Server edition, such as Windows Server 2012 R2 Standard.
 * @param users Number of people who use the server. Blank or 0: not known.
 * @param devices Number of devices they use. Blank or 0: not known.
 * @param [userPrice] Price of one User CAL. Without prices the counts are compared.
 * @param [devicePrice] Price of one Device CAL, in the same currency.
 * @returns User, Device or None.
 */
export function calType(
  edition: any,
  users: any,
  devices: any,
  userPrice?: any,
  devicePrice?: any,
): any {
  return inCell(
    () => questions.CALTYPE.ask([edition, users, devices, userPrice, devicePrice]).value,
  );
}

/**
 * Counts the CALs that come in the box with a server license.
 * @customfunction INCLUDED
 * @param edition Server edition; name the box where there are several, such as Windows Server 2008 R2 Enterprise with 25 CALs.
 * @param [channel] OEM, Retail, Volume or CSP. OEM if left out.
 * @param [servers] Number of server licenses. 1 if left out.
 * @returns Number of CALs included.
 */
export function included(edition: any, channel?: any, servers?: any): any {
  return inCell(() => questions.INCLUDED.ask([edition, channel, servers]).value);
}

/**
 * Counts the CALs still to buy: required, less those in the box, less those owned.
 * @customfunction TOBUY
 * @param edition Server edition, such as Windows Server 2012 R2 Standard.
 * @param users Number of people who use the server. Blank or 0: not known.
 * @param [devices] Number of devices they use. Blank or 0: not known.
 * @param [calType] User or Device. Needed where owned CALs are given.
 * @param [owned] CALs already owned, of that type and of a version that reaches this server.
 * @param [channel] OEM, Retail, Volume or CSP. OEM if left out.
 * @param [servers] Number of server licenses bought, each with the CALs of its box. 1 if left out.
 * @returns Number of CALs to buy, never below 0.
 */
export function toBuy(
  edition: any,
  users: any,
  devices?: any,
  calType?: any,
  owned?: any,
  channel?: any,
  servers?: any,
): any {
  return inCell(
    () => questions.TOBUY.ask([edition, users, devices, calType, owned, channel, servers]).value,
  );
}

/**
 * Tells whether a group and its server are within the limits of the edition.
 * @customfunction FITS
 * @param edition Server edition, such as Windows Server 2022 Essentials.
 * @param users Number of people who use the server. Blank or 0: not checked.
 * @param [devices] Number of devices they use. Blank or 0: not checked.
 * @param [processors] Number of processors in the server. Blank or 0: not checked.
 * @param [coresPerProcessor] Number of cores in each processor. Blank or 0: not checked.
 * @returns TRUE or FALSE.
 */
export function fits(
  edition: any,
  users: any,
  devices?: any,
  processors?: any,
  coresPerProcessor?: any,
): any {
  return inCell(
    () => questions.FITS.ask([edition, users, devices, processors, coresPerProcessor]).value,
  );
}

/**
 * Gives a limit of the edition; None where there is none, #N/A where it is not confirmed.
 * @customfunction LIMIT
 * @param edition Server edition, such as Windows Server 2022 Essentials.
 * @param limit users, devices, processors or cores.
 * @returns The limit, or None.
 */
export function limit(edition: any, limit: any): any {
  return inCell(() => questions.LIMIT.ask([edition, limit]).value);
}

/**
 * Gives the license model of an edition, such as Server + CAL.
 * @customfunction MODEL
 * @param edition Server edition, such as Windows Server 2012 R2 Standard.
 * @returns The license model.
 */
export function model(edition: any): any {
  return inCell(() => questions.MODEL.ask([edition]).value);
}

/**
 * Names the CAL that an edition needs, such as Windows Server 2012 CAL; None where it needs none.
 * @customfunction CAL
 * @param edition Server edition, such as Windows Server 2012 R2 Standard.
 * @returns The name of the CAL, or None.
 */
export function cal(edition: any): any {
  return inCell(() => questions.CAL.ask([edition]).value);
}

/**
 * Tells whether a CAL, an RDS CAL, a CAL suite or a Microsoft 365 plan is one for a server, by family and version.
 * @customfunction COVERS
 * @param cal CAL, such as Windows Server 2022 CAL, Windows Server 2022 RDS CAL, Core CAL Suite with SA or Microsoft 365 E3.
 * @param edition Server edition, such as Windows Server 2012 R2 Standard.
 * @returns TRUE or FALSE.
 */
export function covers(cal: any, edition: any): any {
  return inCell(() => questions.COVERS.ask([cal, edition]).value);
}

/**
 * Lists the sizes of the packs in which a CAL is sold.
 * @customfunction PACKSIZES
 * @param cal CAL, such as Windows Server 2022 CAL.
 * @param [channel] OEM, Retail, Volume or CSP. OEM if left out.
 * @returns The sizes, smallest first, one below the other.
 */
export function packSizes(cal: any, channel?: any): any[][] {
  return inCell(() => questions.PACKSIZES.ask([cal, channel]).value.map((size) => [size]));
}

/**
 * Counts the CALs that a kind of access needs.
 * @customfunction NEEDED
 * @param access Kind of access, such as on-site contractor, network printer or scanner, or administrator. CALS.ACCESS() lists them.
 * @param [count] How many of them; 0 is 0. 1 if left out.
 * @param [edition] Server edition they reach. Any edition that needs CALs, if left out; needed where its version decides, as for web customers who sign in.
 * @returns Number of CALs; #N/A where no source confirms what the kind needs.
 */
export function needed(access: any, count?: any, edition?: any): any {
  return inCell(() => questions.NEEDED.ask([access, count, edition]).value);
}

/**
 * Lists the editions of the catalog with their license model, CALs and limits.
 * @customfunction EDITIONS
 * @param [filter] Words that the name must have, such as 2012 or Essentials.
 * @returns A header row and one row for each edition.
 */
export function editions(filter?: any): any[][] {
  return inCell(() =>
    spilledRows(
      {
        Edition: "edition",
        "License model": "model",
        "CALs required": "calsRequired",
        "CALs included": "calsIncluded",
        Limits: "limits",
      },
      questions.EDITIONS.ask([filter]).value,
    ),
  );
}

/**
 * Explains the answer of any other CALS function, or why it has none: one row for each reason.
 * @customfunction EXPLAIN
 * @param question Name of the function, such as REQUIRED.
 * @param [args] The arguments of that function, in its order.
 * @returns A header row, then rule, what it says here, source, where, and the day it was checked.
 */
export function explain(question: any, args?: any[][][]): string[][] {
  return inCell(() => explainRows(explained(question, args ?? [])));
}

/**
 * Explains the answer of any other CALS function in one cell, for tables.
 * @customfunction WHY
 * @param question Name of the function, such as REQUIRED.
 * @param [args] The arguments of that function, in its order.
 * @returns The reasons in one text.
 */
export function why(question: any, args?: any[][][]): string {
  return inCell(() => whyText(explained(question, args ?? [])));
}
