import type { Frozen, SheetTally } from "../workbook/freeze-plan";
import type { LeftOver } from "../workbook/left-over";
import type { Prepared } from "../workbook/prepare-for-sharing";
import type { StuckFormula, Thaw } from "../workbook/thaw";

/** A sentence, and what belongs under it. */
export interface Told {
  readonly says: string;
  readonly points: readonly string[];
}

export const countOf = (sheets: readonly SheetTally[]): number =>
  sheets.reduce((sum, { formulas }) => sum + formulas, 0);

/** Such as "4 formulas on 2 sheets (Quote 3, Data 1)". */
function tallyText(sheets: readonly SheetTally[]): string {
  const [only, ...others] = sheets;
  const count = counted(countOf(sheets), "formula");
  if (others.length === 0) return `${count} on ${only.sheet}`;
  const each = sheets.map(({ sheet, formulas }) => `${sheet} ${formulas}`).join(", ");
  return `${count} on ${sheets.length} sheets (${each})`;
}

export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

const becomes = (sheets: readonly SheetTally[]) =>
  countOf(sheets) === 1 ? "becomes its value" : "become values";

export const beforeFreeze = ({ sheets, left }: Frozen): Told => ({
  says:
    countOf(sheets) === 0
      ? left.length > 0
        ? "No CALS formula can be frozen here."
        : "There is no CALS formula here to freeze."
      : `${tallyText(sheets)} ${becomes(sheets)}. Thaw brings formulas back.`,
  points: left.map(leftText),
});

export const afterFreeze = ({ sheets, left }: Frozen): Told => ({
  says: `Frozen: ${tallyText(sheets)}. To go back, thaw.`,
  points: left.map(leftText),
});

export const beforeRepair = ({ sheets, left }: Frozen): Told => ({
  says:
    countOf(sheets) === 0
      ? left.length > 0
        ? "No CALS formula can be repaired here."
        : "No CALS formula needs repair."
      : `${tallyText(sheets)} will be entered again, under the right name.`,
  points: left.map(leftText),
});

export const afterRepair = ({ sheets, left }: Frozen): Told => ({
  says:
    countOf(sheets) === 0
      ? "No formula could be repaired."
      : `Repaired: ${tallyText(sheets)}. Nothing else has changed.`,
  points: left.map(leftText),
});

export function beforePreparing(prepared: Prepared): Told {
  const says = [
    ...(countOf(prepared.sheets) > 0
      ? [`${tallyText(prepared.sheets)} ${becomes(prepared.sheets)}.`]
      : []),
    ...(prepared.starts ? ["The workbook will no longer open the add-in by itself."] : []),
    ...(prepared.settings > 0
      ? [`${counted(prepared.settings, "setting")} of the add-in will be taken out.`]
      : []),
  ];
  const ready = "The workbook is ready: it holds nothing that asks for the add-in.";
  const nothing =
    prepared.left.length > 0 ? `Nothing more can be taken out here. ${remain}` : ready;
  return {
    says: says.length > 0 ? `${says.join(" ")} Thaw brings formulas and settings back.` : nothing,
    points: prepared.left.map(leftText),
  };
}

export const hasWork = ({ sheets, starts, settings }: Prepared): boolean =>
  countOf(sheets) > 0 || starts || settings > 0;

const remain = "These still ask for the add-in:";

export function afterPreparing({ left, sheets }: Prepared): Told {
  const done = left.length > 0 ? "Prepared" : "Ready to share";
  const frozen = sheets.length > 0 ? `: ${tallyText(sheets)} frozen` : "";
  const but = left.length > 0 ? ` ${remain}` : "";
  return { says: `${done}${frozen}. To go back, thaw.${but}`, points: left.map(leftText) };
}

function leftText(left: LeftOver): string {
  switch (left.kind) {
    case "protected":
      return `${left.sheet} is protected: ${counted(left.formulas, "formula")} untouched. Unprotect it on the Review tab, then try again.`;
    case "no value":
      return `${left.cell} shows ${left.shows}, so its formula stays. Check the name of the function, and whether the add-in is loaded.`;
    case "name":
      return `The name ${left.name} says CALS and is not changed (Formulas, Name Manager).`;
    case "entry rule":
      return `The entry rules of ${left.cells} say CALS and are not changed (Data, Data Validation).`;
    case "conditional format":
      return `A conditional format of ${left.cells} says CALS and is not changed (Home, Conditional Formatting).`;
  }
}

export function beforeThaw(thaw: Thaw): Told {
  const { sheets, changed, settings } = thaw;
  const back = [
    ...(countOf(sheets) > 0 ? [tallyText(sheets)] : []),
    ...(settings > 0 ? [`${counted(settings, "setting")} of the add-in`] : []),
  ];
  const nothing = stuckPoints(thaw).length > 0 ? "Nothing can simply come back." : nothingFrozen;
  const says = back.length > 0 ? `${back.join(" and ")} can come back.` : nothing;
  return { says: says + losing(changed.length), points: stuckPoints(thaw) };
}

const nothingFrozen = "Nothing is frozen in this workbook.";

function losing(changed: number): string {
  if (changed === 0) return "";
  const them = changed === 1 ? "it" : "them";
  return ` ${counted(changed, "place")} changed since: to thaw ${them} is to lose what was written there.`;
}

export function afterThaw(thaw: Thaw): Told {
  const done =
    countOf(thaw.sheets) > 0
      ? `Thawed: ${tallyText(thaw.sheets)}. To go back, freeze.`
      : "The settings are back. No formula was thawed.";
  return { says: done + staying(thaw.changed.length), points: stuckPoints(thaw) };
}

function staying(changed: number): string {
  if (changed === 0) return "";
  if (changed === 1) return " 1 changed place stays as it is: thaw or forget its formula later.";
  return ` ${changed} changed places stay as they are: thaw or forget their formulas later.`;
}

export const beforeForgetting = (stuck: readonly StuckFormula[]): Told => ({
  says:
    stuck.length > 0
      ? `${counted(stuck.length, "formula")} would be gone for good. What the cells hold now stays.`
      : "Every frozen formula can come back: there is nothing to forget.",
  points: stuck.map(stuckText),
});

export const afterForgetting = (stuck: readonly StuckFormula[]): Told => ({
  says: `${counted(stuck.length, "formula")} forgotten.`,
  points: [],
});

const stuckText = ({ cell, was, is, formula }: StuckFormula): string =>
  `${cell} was ${was || "empty"}, is ${is || "empty"}: ${short(formula)}`;

/** With Excel's own short form of a cell in the same row of a table, such as `Groups[@[Users]]`. */
const short = (formula: string): string => formula.replace(/\[\[#This Row\],/g, "[@");

function stuckPoints(thaw: Thaw): readonly string[] {
  return [
    ...thaw.changed.map(stuckText),
    ...inputTexts(thaw.inputs),
    ...thaw.protected.map((tally) => leftText({ kind: "protected", ...tally })),
    ...thaw.moved.map(
      ({ cell, formula }) =>
        `${cell} stays a value: what became of its cells cannot be told. Cells were inserted into its result, or hidden names deleted. Undo that, or enter it yourself: ${short(formula)}`,
    ),
    ...thaw.lost.map(
      ({ cell, formula }) => `${cell} is gone, its cells were deleted: ${short(formula)}`,
    ),
  ];
}

/** A cell that changed is told once, with the formulas that read it. */
function inputTexts(inputs: Thaw["inputs"]): readonly string[] {
  const readers = new Map<string, string[]>();
  for (const { cell, at, held, holds } of inputs) {
    const input = `${short(at)}, which was ${held || "empty"} and is ${holds || "empty"}.`;
    readers.set(input, [...(readers.get(input) ?? []), cell]);
  }
  return [...readers].map(
    ([input, cells]) => `${cellsText(cells)} ${cells.length === 1 ? "reads" : "read"} ${input}`,
  );
}

/** More cells than these are counted, not told. */
const mostCells = 4;

/** Such as "Quote!D2, D3, D4, D5 and 8 more": a sheet is named once for the cells that follow. */
function cellsText(cells: readonly string[]): string {
  const sheetOf = (cell: string) => cell.slice(0, cell.lastIndexOf("!") + 1);
  const told = cells
    .slice(0, mostCells)
    .map((cell, i) =>
      i > 0 && sheetOf(cell) === sheetOf(cells[i - 1]) ? cell.slice(sheetOf(cell).length) : cell,
    );
  const more = cells.length - told.length;
  return told.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
