/** Every command of src/workbook that writes, and a workbook for it to write into. */
import {
  choices as pricing,
  keyOfRow,
  makeOlder,
  withoutFirstRow,
} from "../workbook/a-pricing-table";
import { insertRows, protect } from "../workbook/freezing";
import type { OpenWorkbook } from "../workbook/open-workbook";
import { addCalColumns } from "../../src/workbook/cal-columns";
import { insertCalWorksheet } from "../../src/workbook/cal-worksheet";
import { forget, lookAtForgetting } from "../../src/workbook/forget";
import { freeze } from "../../src/workbook/freeze";
import { insertRequirement } from "../../src/workbook/people-sheet";
import { prepareForSharing } from "../../src/workbook/prepare-for-sharing";
import { insertPricingTable } from "../../src/workbook/pricing-table";
import { emptyGroup, emptyQuestionnaire } from "../../src/workbook/questionnaire";
import { refreshPricingTable } from "../../src/workbook/refresh-pricing-table";
import { repair } from "../../src/workbook/repair";
import { lookAtThaw, thaw } from "../../src/workbook/thaw";
import type { Occupied, Written } from "../../src/workbook/written";

/** A command in one of the ways in which it writes. */
export interface WritingCommand {
  readonly name: string;
  /** The exported function. */
  readonly writes: (...args: never[]) => Promise<unknown>;
  /** Brings the workbook to where the command is given, and answers how to give it. */
  readonly open: (book: OpenWorkbook) => Promise<() => Promise<unknown>>;
}

/** Whoever is asked about occupied cells says yes. */
async function agreeing(insert: (agreed?: Occupied) => Promise<Written>) {
  const asked = (await insert()) as Occupied;
  if (asked.done as boolean) throw new Error("Nothing was in the way.");
  return () => insert(asked);
}

const newest = "Windows Server 2025 Standard";
const empty = emptyQuestionnaire(newest);
const questionnaire = {
  ...empty,
  groups: [{ ...emptyGroup(newest), name: "Office", users: "40", devices: "25" }],
  owned: [
    {
      ...{ cal: "Windows Server 2025 CAL", calType: "User" as const },
      ...{ quantity: "7", softwareAssurance: false },
    },
  ],
};

/** Cells of every kind and look, where tables are written over them. */
async function lived(book: OpenWorkbook): Promise<void> {
  await book.put("C4:G4", [["=1+1", "'=text", 7, "#N/A", "'12"]]);
  await book.put("B6:D6", [["under", "the", "table"]]);
  await book.setFormat("D4", "@");
  await book.setFormat("G4", "@");
  await book.setFormat("E4", "0.00");
  await book.setWidth("D1", 33);
  await book.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("C4:E5").format.fill.color = "#FFEE00";
    sheet.getRange("B6").format.font.set({ bold: true, italic: true, color: "#AA0000", size: 14 });
    sheet.getRange("D6").format.wrapText = true;
    sheet.getRange("D6").format.horizontalAlignment = "Center";
    sheet.getRange("B3").format.fill.color = "#FFFFFF";
  });
}

async function staleLists(book: OpenWorkbook): Promise<void> {
  await book.addSheet("CALS lists");
  await book.put("'CALS lists'!A1:A3", [["Lists of CALS for Excel"], ["An old server"], ["12"]]);
  await book.setFormat("'CALS lists'!A3", "@");
}

const formulas = [
  ["=CALS.REQUIRED(A22,B22,C22)", "=CALS.CALTYPE(A22,B22,C22)"],
  ["=CALS.LIMIT(A23)", '=IF(A23="","",CALS.REQUIRED(A23,B23,C23)*2)'],
];

async function formulasOnTwoSheets(book: OpenWorkbook): Promise<void> {
  await book.put("A22:C22", [["2012 R2 Standard", 40, 25]]);
  await book.put("D22:E23", formulas);
  await book.setFormat("E22", "0.0");
  await book.put("H22", [['=CALS.EDITIONS("2012 R2")']]);
  await book.put("Other!B2:B3", [["=CALS.REQUIRED(Sheet1!A22,1,2)"], ["=CALS.FITS(A1)"]]);
  await book.addSheet("Protected");
  await book.put("Protected!A1", [["=CALS.REQUIRED(1,2,3)"]]);
  await protect(book, "Protected");
}

async function frozen(book: OpenWorkbook): Promise<void> {
  await formulasOnTwoSheets(book);
  await book.select("M3");
  await insertPricingTable(pricing);
  await prepareForSharing();
  await book.put("A24", [["since"]]);
}

/** An older list: a row still to come, a price and a source that change, and the table's own line. */
async function olderPrices(book: OpenWorkbook): Promise<void> {
  await book.addSheet("Prices");
  await book.select("Prices!B3");
  await insertPricingTable(pricing);
  await withoutFirstRow(book);
  await book.addColumn("CalsPrices", "Ordered", "mine");
  await book.put("G4:J4", [[1, null, null, "An older list."]]);
  const [row] = await book.values("B4:J4");
  const lines = await book.values("B1:B40");
  await makeOlder(book, ({ rows }) =>
    Object.assign(rows[keyOfRow(row)], { Price: 1, Source: "An older list." }),
  );
  if (!lines.flat().some((text) => String(text).includes("A sample"))) throw new Error("No line.");
  // A table of this name that is gone: what is remembered of it goes with the refresh.
  const [[key, entry]] = Object.entries(await book.settings()).filter(([at]) => /^CALS/.test(at));
  const lost = { ...(JSON.parse(entry) as object), id: "77" };
  await book.setSetting(key.replace(/\d+$/, "77"), JSON.stringify(lost));
}

const startsWithWorkbook = async ({ host: { Office } }: OpenWorkbook): Promise<void> => {
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  const { settings } = Office.context.document;
  settings.set("Office.AutoShowTaskpaneWithDocument", true);
  await new Promise<void>((done) => settings.saveAsync(() => done()));
};

export const writingCommands: readonly WritingCommand[] = [
  {
    name: "pricing table",
    writes: insertPricingTable,
    open: async (book) => {
      await book.select("M3");
      return () => insertPricingTable(pricing);
    },
  },
  {
    name: "pricing table, over cells",
    writes: insertPricingTable,
    open: () => agreeing((agreed) => insertPricingTable(pricing, agreed)),
  },
  {
    name: "refresh",
    writes: refreshPricingTable,
    open: async (book) => {
      await olderPrices(book);
      return () => refreshPricingTable("CalsPrices");
    },
  },
  {
    name: "CAL worksheet",
    writes: insertCalWorksheet,
    open: async (book) => {
      await book.select("M3");
      return () => insertCalWorksheet();
    },
  },
  {
    name: "CAL worksheet, over cells",
    writes: insertCalWorksheet,
    open: async (book) => {
      await staleLists(book);
      return agreeing(insertCalWorksheet);
    },
  },
  {
    name: "requirement",
    writes: insertRequirement,
    open: async (book) => {
      await book.select("M3");
      return () => insertRequirement(questionnaire);
    },
  },
  {
    name: "requirement, over cells",
    writes: insertRequirement,
    open: async (book) => {
      await staleLists(book);
      return agreeing((agreed) => insertRequirement(questionnaire, agreed));
    },
  },
  {
    name: "CAL columns",
    writes: addCalColumns,
    open: async (book) => {
      await book.put("M2:O4", [
        ["Server OS", "Staff", "PCs"],
        ["2012 R2 Standard", 40, 25],
        ["", "", ""],
      ]);
      await book.addTable("M2:O4", "Sites");
      await book.setFormat("P3:Q3", "@");
      const mapping = { edition: "Server OS", users: "Staff", devices: "PCs" };
      return () => addCalColumns("Sites", mapping, ["CAL type", "Required"]);
    },
  },
  ...(["selection", "sheet", "workbook"] as const).map((scope): WritingCommand => ({
    name: `freeze ${scope}`,
    writes: freeze,
    open: async (book) => {
      await formulasOnTwoSheets(book);
      await book.select("D22:H22");
      return () => freeze(scope);
    },
  })),
  {
    name: "thaw",
    writes: thaw,
    open: async (book) => {
      await frozen(book);
      return () => thaw({ changed: "keep" });
    },
  },
  {
    name: "thaw, changed cells too",
    writes: thaw,
    open: async (book) => {
      await frozen(book);
      await book.put("D22", [["changed"]]);
      const { changed } = await lookAtThaw();
      return () => thaw({ changed: "thaw", agreed: changed });
    },
  },
  {
    name: "thaw, after rows were inserted",
    writes: thaw,
    open: async (book) => {
      await frozen(book);
      await insertRows(book, "22:23");
      return () => thaw({ changed: "keep" });
    },
  },
  {
    name: "forget",
    writes: forget,
    open: async (book) => {
      await frozen(book);
      await book.put("D22", [["changed"]]);
      const stuck = await lookAtForgetting();
      return () => forget(stuck);
    },
  },
  {
    name: "repair",
    writes: repair,
    open: async (book) => {
      await book.put("A22:A23", [["=_xldudf_CALS_REQUIRED(B22,C22)"], ["=_xldudf_CALS_FITS(B2)"]]);
      await book.put("Other!A2", [['=IF(B2="","_xldudf_CALS_",1+_xldudf_CALS_fits(B2))']]);
      await book.setFormat("A22", "0.0");
      return () => repair();
    },
  },
  {
    name: "prepare for sharing",
    writes: prepareForSharing,
    open: async (book) => {
      await formulasOnTwoSheets(book);
      await book.select("M3");
      await insertPricingTable(pricing);
      await startsWithWorkbook(book);
      return () => prepareForSharing();
    },
  },
];

/** What every one of these workbooks holds beside: none of it is a command's to touch. */
export async function aLivedInWorkbook(book: OpenWorkbook): Promise<void> {
  await lived(book);
  await book.addSheet("Other");
  await book.put("Other!D9:E10", [
    ["Mine", "Too"],
    [1, "=SUM(D10)"],
  ]);
  await book.addTable("Other!D9:E10", "Mine");
  await book.addName("Rate", "=Other!$D$10");
  await book.setSetting("Another.addIn", "kept");
  await book.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("Other");
    sheet.getRange("G1:H1").merge();
    sheet.getRange("G3").dataValidation.rule = {
      wholeNumber: { formula1: 0, operator: "GreaterThan" },
    };
  });
  await book.select("B3");
}
