// The CALS.* functions about kinds of access. The comments are the help of the person in the cell.
import { inCell } from "./in-cell";
import { questions } from "./questions";
import { spilledRows } from "./spilled-rows";

/**
 * Lists the kinds of access that CALS.NEEDED knows, with what each needs and why.
 * @customfunction ACCESS
 * @param [filter] Words that a name of the kind must have, such as printer or Azure. All kinds if left out.
 * @returns A header row and one row for each kind; #N/A where no kind has the words.
 */
export function access(filter?: any): any[][] {
  return inCell(() =>
    spilledRows(
      { Access: "access", Needs: "needs", Why: "why", Source: "source" },
      questions.ACCESS.ask([filter]).value,
    ),
  );
}
