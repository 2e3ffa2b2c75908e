/** Everything that the pane does in a workbook, each with a workbook to do it in. */
import { choices, withoutFirstRow } from "./a-pricing-table";
import { calculate } from "./freezing";
import { openWorkbook, type OpenWorkbook } from "./open-workbook";
import { addCalColumns, buyerTable } from "../../src/workbook/cal-columns";
import { insertCalWorksheet } from "../../src/workbook/cal-worksheet";
import { forget } from "../../src/workbook/forget";
import { freeze, lookAtFreeze } from "../../src/workbook/freeze";
import { insertRequirement } from "../../src/workbook/people-sheet";
import { lookAtPreparation, prepareForSharing } from "../../src/workbook/prepare-for-sharing";
import { insertPricingTable, pricingTables } from "../../src/workbook/pricing-table";
import { emptyGroup, emptyQuestionnaire } from "../../src/workbook/questionnaire";
import { refreshPricingTable } from "../../src/workbook/refresh-pricing-table";
import { lookAtRepair, repair } from "../../src/workbook/repair";
import { onSelectionChanged, selectedFormula } from "../../src/workbook/selected-formula";
import { lookAtThaw, thaw } from "../../src/workbook/thaw";

export interface Command {
  /** As the refusal of an Excel that is too old names it. */
  readonly to: string;
  /** The version of ExcelApi that it asks for. */
  readonly needs: string;
  run(): Promise<unknown>;
}

const server = "Windows Server 2022 Standard";
const questionnaire = {
  ...emptyQuestionnaire(server),
  groups: [{ ...emptyGroup(server), name: "Office", users: "40", devices: "25" }],
};
const mapping = { edition: "Server", users: "Users", devices: "Devices" };
const explaining = { to: "explain a cell", needs: "1.12" };

export const commands: readonly Command[] = [
  { to: "insert a pricing table", needs: "1.13", run: () => insertPricingTable(choices) },
  { to: "find the pricing tables of a workbook", needs: "1.4", run: pricingTables },
  { to: "refresh a pricing table", needs: "1.13", run: () => refreshPricingTable("CalsPrices") },
  { to: "insert a CAL worksheet", needs: "1.13", run: () => insertCalWorksheet() },
  { to: "read the selected table", needs: "1.9", run: buyerTable },
  {
    ...{ to: "add CAL columns to a table", needs: "1.13" },
    run: () => addCalColumns("Sites", mapping, ["CAL type", "Required"]),
  },
  {
    ...{ to: "insert the requirement", needs: "1.13" },
    run: () => insertRequirement(questionnaire),
  },
  { ...explaining, run: selectedFormula },
  {
    ...{ to: "follow the selection", needs: "1.9" },
    run: async () => (await onSelectionChanged(() => {}))(),
  },
  { to: "find CALS formulas", needs: "1.12", run: () => lookAtFreeze("workbook") },
  { to: "freeze formulas", needs: "1.12", run: () => freeze("workbook") },
  { to: "find frozen formulas", needs: "1.12", run: lookAtThaw },
  {
    ...{ to: "thaw formulas", needs: "1.12" },
    run: () => thaw({ changed: "thaw" }),
  },
  { to: "forget frozen formulas", needs: "1.12", run: () => forget([]) },
  { to: "find formulas to repair", needs: "1.12", run: lookAtRepair },
  { to: "repair formulas", needs: "1.12", run: repair },
  { to: "see what a preparation would do", needs: "1.12", run: lookAtPreparation },
  { to: "prepare a workbook for sharing", needs: "1.12", run: prepareForSharing },
];

/**
 * A workbook with something for each of them: a pricing table that lacks a row, a buyer's table, a
 * formula that was frozen, one that is live and one that is broken. An empty cell is selected, or,
 * where a cell is to be explained, a formula.
 */
export async function aWorkbookFor({ to }: Command): Promise<OpenWorkbook> {
  const book = await openWorkbook({ calculate });
  await book.select("B3");
  await insertPricingTable(choices);
  await withoutFirstRow(book);
  await book.addSheet("Sites");
  await book.put("Sites!A1:C3", [
    ["Server", "Users", "Devices"],
    ["2012 R2 Standard", 40, 25],
    ["2022 Standard", 3, 9],
  ]);
  await book.addTable("Sites!A1:C3", "Sites");
  await book.put("Sites!F1", [["=CALS.CALTYPE(A2,B2,C2)"]]);
  await freeze("workbook");
  await book.put("Sites!F2:F3", [["=CALS.REQUIRED(A2,B2,C2)"], ["=_xldudf_CALS_REQUIRED(A3,B3)"]]);
  await book.put("Sites!H9", [["=1+CALS.REQUIRED(A2,B2)"]]);
  const selected: Readonly<Record<string, string>> = {
    [explaining.to]: "Sites!F2",
    "read the selected table": "Sites!A2",
  };
  await book.select(selected[to] ?? "Sites!M1");
  return book;
}
