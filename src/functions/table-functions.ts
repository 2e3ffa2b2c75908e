// The CALS.* functions that read whole tables. The comments are the help of the person in the cell.
import { inCell } from "./in-cell";
import { questions } from "./questions";
import { spilledRows } from "./spilled-rows";

/**
 * Plans the CALs of groups of people in one table: required, included, covered by owned CALs, and to buy.
 * @customfunction PLAN
 * @param groups Range with headers: Group, Edition, Users, Devices, CAL type, Channel, Servers, in any order. Rows of one group are the same people.
 * @param [owned] Range with headers: CAL, CAL type, Quantity, Software Assurance. Each CAL is used once, the oldest that reaches first.
 * @returns A header row and one row for each group; a row that could not be counted says why in its note.
 */
export function plan(groups: any[][], owned?: any[][]): any[][] {
  return inCell(() =>
    spilledRows(
      {
        Group: "group",
        CAL: "cal",
        "CAL type": "calType",
        Required: "required",
        Included: "included",
        Covered: "covered",
        "To buy": "toBuy",
        Note: "note",
      },
      questions.PLAN.ask([groups, owned]).value,
    ),
  );
}

/**
 * Finds the cheaper CAL type for each of several groups that share neither people nor devices, and the total.
 * @customfunction MIXGROUPS
 * @param groups Range with headers: Group, Users, Devices, in any order. One row for each group.
 * @param userPrice Price of one User CAL.
 * @param devicePrice Price of one Device CAL, in the same currency.
 * @returns A header row, one row for each group, and a total; at the same cost User CALs.
 */
export function mixGroups(groups: any[][], userPrice: any, devicePrice: any): any[][] {
  return inCell(() =>
    spilledRows(
      { Group: "group", "CAL type": "calType", CALs: "count", Cost: "cost", Note: "note" },
      questions.MIXGROUPS.ask([groups, userPrice, devicePrice]).value,
    ),
  );
}

/**
 * Shows which owned CALs do not reach a new server, such as a domain controller, and what to buy in their place.
 * @customfunction STRANDED
 * @param owned Range with headers: CAL, CAL type, Quantity, Software Assurance, in any order.
 * @param edition Edition of the new server, such as Windows Server 2025 Standard.
 * @returns A header row, one row for each row of owned CALs, and a total. Saved by SA: what Software Assurance keeps, or would have kept.
 */
export function stranded(owned: any[][], edition: any): any[][] {
  return inCell(() =>
    spilledRows(
      {
        CAL: "cal",
        "CAL type": "calType",
        Quantity: "quantity",
        Stranded: "stranded",
        "Buy instead": "buy",
        "Saved by SA": "saved",
        Note: "note",
      },
      questions.STRANDED.ask([owned, edition]).value,
    ),
  );
}
