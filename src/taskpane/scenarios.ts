import { faultOf, readers } from "./entry-readers";
import {
  answerRequirement,
  withReserve,
  type CellAnswer,
  type RowAnswer,
} from "./requirement-answers";
import { Problem } from "../calculator/problem";
import { products } from "../catalog/catalog";
import { productNamed } from "../catalog/names";
import { questions } from "../functions/questions";
import type { Argument } from "../functions/read-cell";
import {
  emptyQuestionnaire,
  isTyped,
  type GroupEntry,
  type Questionnaire,
} from "../workbook/questionnaire";

/** Prices of one CAL as typed; both, or the counts are compared. */
export interface CalPrices {
  readonly user: string;
  readonly device: string;
}

/** What the groups come to if they were licensed in one way. */
export interface Scenario {
  readonly name: string;
  readonly detail: string;
  readonly required: number;
  readonly toBuy: number;
  /** Undefined where the prices are not given. */
  readonly cost?: number;
  /** Why there are no such numbers. */
  readonly problem?: Problem;
}

/** The ways to license the same groups, the one to compare with first. */
export function scenarios(questionnaire: Questionnaire, prices: CalPrices): readonly Scenario[] {
  const { groups, owned, microsoft365, reserve } = questionnaire;
  const counted = groups.filter(({ users, devices }) => isTyped(users) || isTyped(devices));
  const scenario = (name: string, detail: string, change: (group: GroupEntry) => GroupEntry) => {
    const blank = emptyQuestionnaire(groups[0].edition);
    return totalled({ name, detail }, prices, () => {
      const changed = { owned, microsoft365, reserve, groups: counted.map(change) };
      return answerRequirement({ ...blank, ...changed }).rows;
    });
  };
  const cheaper = (group: GroupEntry): GroupEntry => ({
    ...group,
    calType: cheaperType(group, reserve, prices),
  });
  const newest = (group: GroupEntry): GroupEntry =>
    cheaper({ ...group, edition: newestOf(group.edition) });
  const versions = [...new Set(counted.map(({ edition }) => newestOf(edition)))].join(", ");
  return [
    scenario("User CALs only", "", (group) => ({ ...group, calType: "User" })),
    scenario("Device CALs only", "", (group) => ({ ...group, calType: "Device" })),
    scenario("Mixed", "The cheaper type for each group", cheaper),
    scenario("Newest version", `Mixed, on ${versions}`, newest),
  ];
}

/** By cost where both prices are given, else by count. */
function cheaperType(
  { edition, users, devices }: GroupEntry,
  reserve: string,
  prices: CalPrices,
): string {
  const counts = [
    withReserve(readers.users, users, reserve),
    withReserve(readers.devices, devices, reserve),
  ];
  const both = isPriced(prices) ? [prices.user, prices.device] : [];
  return questions.CALTYPE.ask([edition, ...counts, ...both]).value;
}

/** The newest product of the same edition, which is the same one where there is none. */
function newestOf(name: string): string {
  const product = productNamed(name);
  const { family, edition } = product;
  const alike = products.find((other) => other.family === family && other.edition === edition);
  return (alike ?? product).name;
}

export const isPriced = ({ user, device }: CalPrices): boolean =>
  isPrice(readers.userPrice, user) && isPrice(readers.devicePrice, device);

/** A price that the functions refuse, such as “1.234”, is none. */
const isPrice = (reader: Argument<unknown>, entry: string): boolean =>
  !faultOf(reader, entry) && Number(entry) > 0;

function totalled(
  told: Pick<Scenario, "name" | "detail">,
  prices: CalPrices,
  work: () => readonly RowAnswer[],
): Scenario {
  try {
    const rows = work();
    const cost = (row: RowAnswer) =>
      number(row.cells["To buy"]) * Number(typeOf(row) === "User" ? prices.user : prices.device);
    return {
      ...told,
      required: sum(rows, ({ cells }) => number(cells.Required)),
      toBuy: sum(rows, ({ cells }) => number(cells["To buy"])),
      ...(isPriced(prices) ? { cost: sum(rows, cost) } : {}),
    };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { ...told, required: NaN, toBuy: NaN, problem };
  }
}

const typeOf = ({ cells: { Type } }: RowAnswer) => Type && "value" in Type && Type.value;

function number(cell: CellAnswer | undefined): number {
  if (cell && "problem" in cell) throw cell.problem;
  return Number(cell?.value ?? 0);
}

const sum = (rows: readonly RowAnswer[], of: (row: RowAnswer) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
