import { faultOf, readers } from "./entry-readers";
import { shareOut, type OwnedNote } from "./owned-shares";
import type { Reason } from "../calculator/answer";
import { Problem } from "../calculator/problem";
import { questionNamed } from "../functions/questions";
import type { Argument } from "../functions/read-cell";
import { ownedCals } from "../workbook/owned-cals";
import type { Questionnaire } from "../workbook/questionnaire";
import { requirementRows } from "../workbook/requirement";
import type { RequirementRow } from "../workbook/requirement-row";
import type { AnswerColumn, Ask, Column, Formula } from "../workbook/requirement-formula";

/** What a cell shows: a value, or why it has none. */
export type CellAnswer = { readonly value: unknown } | { readonly problem: Problem };

export interface RowAnswer {
  readonly row: RequirementRow;
  readonly cells: Readonly<Partial<Record<AnswerColumn, CellAnswer>>>;
  readonly because: readonly Reason[];
}

export interface RequirementAnswer {
  readonly rows: readonly RowAnswer[];
  /** Owned CALs of which no one can say whether they count, and why. */
  readonly notes: readonly OwnedNote[];
}

/** Works the requirement out in the pane, from the very formulas that the sheet would get. */
export function answerRequirement(questionnaire: Questionnaire): RequirementAnswer {
  const owned = ownedCals(questionnaire);
  const left = owned.map(({ quantity }) =>
    faultOf(readers.quantity, quantity) ? 0 : Number(quantity),
  );
  const notes: OwnedNote[] = [];
  const rows = requirementRows(questionnaire).map((row) => {
    const cells: Partial<Record<AnswerColumn, CellAnswer>> = {};
    const given = () => {
      const demand = {
        ...{ kind: row.takesOwned!, server: row.inputs.Server! },
        ...{ type: valueOf(cells.Type), need: need(cells) },
      };
      const { total, unclear } = shareOut(owned, left, demand);
      notes.push(...unclear.map((note) => ({ ...note, what: row.inputs.What! })));
      return total;
    };
    const asked = { row, cells, questionnaire, given };
    for (const [column, formula] of Object.entries(row.formulas)) {
      if (column !== "Why") cells[column as AnswerColumn] = tried(() => worked(formula, asked));
    }
    return { row, cells, because: becauseOf(asked) };
  });
  return { rows, notes };
}

interface Asked {
  readonly row: RequirementRow;
  readonly cells: Readonly<Partial<Record<AnswerColumn, CellAnswer>>>;
  readonly questionnaire: Questionnaire;
  given(): number;
}

/** What a formula comes to, as Excel would work it out. */
function worked(formula: Formula, asked: Asked): unknown {
  switch (formula.kind) {
    case "text":
      return formula.text;
    case "cell":
      return cellIn(asked, formula.column);
    case "setting": {
      const { connectorPrice, calPrice } = asked.questionnaire.external;
      if (formula.setting === "Reserve") return asked.questionnaire.reserve;
      return formula.setting === "CAL price" ? calPrice : connectorPrice;
    }
    case "ask":
      return answerOf(formula, asked).value;
    case "why":
      throw new Error("Reasons are told apart.");
    case "grown":
      return withReserve(
        formula.column === "Users" ? readers.users : readers.devices,
        asked.row.inputs[formula.column] ?? "",
        asked.questionnaire.reserve,
      );
    case "wanted":
      return asked.row.inputs["Wanted type"] || worked(formula.otherwise, asked);
    case "counted type":
      return worked(formula.ask, asked) === number(asked, "Planned users") ? "User" : "Device";
    case "owned":
      return asked.given();
    case "lacking":
      return Math.max(0, number(asked, "Required") - number(asked, "Owned"));
    case "where": {
      const isEnough = number(asked, "Planned users") >= Number(worked(formula.count, asked));
      return isEnough === (formula.users === "at least") ? worked(formula.then, asked) : 0;
    }
  }
}

/** Whole numbers all the way, so that 10 percent of 40 is 4 and not a little more. */
export function withReserve(
  reader: Argument<number | undefined>,
  entry: string,
  reserve: string,
): number {
  const count = reader.read(entry) ?? 0;
  return Math.ceil((count * (100 + (readers.reserve.read(reserve) ?? 0))) / 100);
}

/** A cell that has no answer gives none to those that refer to it. */
function cellIn({ row, cells }: Asked, column: Column): unknown {
  const found = cells[column as AnswerColumn];
  if (found && "problem" in found) throw found.problem;
  return found ? found.value : row.inputs[column as keyof RequirementRow["inputs"]];
}

const number = (asked: Asked, column: AnswerColumn): number => Number(cellIn(asked, column) ?? 0);

const answerOf = ({ question, args }: Ask, asked: Asked) =>
  questionNamed(question).ask(args.map((arg) => worked(arg, asked)));

const valueOf = (cell: CellAnswer | undefined): unknown =>
  cell && "value" in cell ? cell.value : "";

function need({ Required, Included }: Asked["cells"]): number {
  const without = [Required, Included].some((cell) => cell && "problem" in cell);
  return without ? 0 : Number(valueOf(Required)) - Number(valueOf(Included));
}

function becauseOf(asked: Asked): readonly Reason[] {
  try {
    return answerOf(asked.row.asks, asked).because;
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    return trouble.because;
  }
}

function tried(work: () => unknown): CellAnswer {
  try {
    return { value: work() };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { problem };
  }
}
