// The CALS.* functions about a product's life: until when it is supported, and what to buy for it today.
import { daySerial } from "./day-serial";
import { inCell } from "./in-cell";
import { questions } from "./questions";

/**
 * Gives the last day of support of an edition; format the cell as a date. None where it has no such phase.
 * @customfunction ENDOFSUPPORT
 * @param edition Server edition, such as Windows Server 2012 R2 Standard.
 * @param [phase] mainstream, extended or esu (Extended Security Updates). If left out, the last phase before esu.
 * @returns The day as a number that a date format shows, or None. CALS.EXPLAIN writes it as 2023-10-10.
 */
export function endOfSupport(edition: any, phase?: any): any {
  return inCell(() => {
    const { value } = questions.ENDOFSUPPORT.ask([edition, phase]);
    return value === "None" ? value : daySerial(value);
  });
}

/**
 * Names the CAL on sale today that gives access to an edition: its own version, else the oldest that reaches it.
 * @customfunction BUY
 * @param edition Server edition, such as Windows Server 2012 R2 Standard.
 * @returns The name of the CAL; None where the edition needs none, #N/A where none on sale is confirmed to reach it.
 */
export function buy(edition: any): any {
  return inCell(() => questions.BUY.ask([edition]).value);
}
