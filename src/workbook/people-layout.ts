import { columnLetters, type Place } from "./cell-address";
import { asText, type CellValue } from "./cell-text";
import { ownedCals } from "./owned-cals";
import {
  firstFormula,
  ownedColumns,
  ownedFormulas,
  ownedRow,
  sharesOf,
  toNumber,
  type Demand,
} from "./owned-table";
import type { OwnedEntry, Questionnaire } from "./questionnaire";
import { requirementRows } from "./requirement";
import type { RequirementRow } from "./requirement-row";
import {
  formulaText,
  type AnswerColumn,
  type Column,
  type InputColumn,
  type Setting,
} from "./requirement-formula";
import type { TableColumn } from "./table-on-ground";

/** The columns of the requirement, in order, with the width of each in points. */
const widths: Readonly<Record<Column, number>> = {
  ...{ What: 190, Server: 215, Users: 60, Devices: 65, Servers: 65, Channel: 65 },
  ...{ "Wanted type": 90, "Planned users": 95, "Planned devices": 105, CAL: 165, Type: 60 },
  ...{ Required: 75, Included: 75, Owned: 65, "To buy": 65, Why: 340 },
};
const headers = Object.keys(widths) as Column[];
const firstAnswer = headers.indexOf("Planned users");
const inputHeaders = headers.slice(0, firstAnswer) as InputColumn[];
const answerHeaders = headers.slice(firstAnswer) as AnswerColumn[];
const texts: readonly Column[] = ["What", "Server", "Channel", "Wanted type", "CAL", "Type", "Why"];

const settingLabels: Readonly<Record<Setting, string>> = {
  Reserve: "Reserve in percent",
  "Connector price": "Price of one External Connector",
  "CAL price": "Price of one CAL",
};

/** A table to be written: its place holds its header too. */
export interface TableLayout {
  readonly name: string;
  readonly place: Place;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Everything that is written, and where. The settings stand above the tables, which they change. */
export interface PeopleLayout {
  readonly settings: { readonly place: Place; readonly cells: readonly (readonly CellValue[])[] };
  readonly requirement: TableLayout;
  /** Undefined where no CALs are owned. */
  readonly owned: TableLayout | undefined;
  readonly formulas: readonly { readonly place: Place; readonly cells: readonly string[][] }[];
}

/** Lays a questionnaire out from a cell on, down and to the right. */
export function layOut(
  questionnaire: Questionnaire,
  names: { readonly table: string; readonly owned: string },
  { row, column }: Pick<Place, "row" | "column">,
): PeopleLayout {
  const lines = settingsOf(questionnaire);
  const rows = requirementRows(questionnaire);
  const place: Place = {
    ...{ row: row + lines.length + 1, column },
    ...{ rows: rows.length + 1, columns: headers.length },
  };
  const demands = rows
    .map((each, i) => demandOf(each, place, i))
    .filter((demand) => demand !== undefined);
  const owned = ownedLayout(questionnaire, names.owned, demands, {
    ...{ row: place.row + place.rows + 1, column },
  });
  const settings = Object.fromEntries(
    lines.map(([setting], i) => [setting, `$${columnLetters(column + 1)}$${row + i + 1}`]),
  );
  const shares = rows.map((each, i) => {
    const at = rows.slice(0, i).filter(({ takesOwned }) => takesOwned).length;
    const isServed = owned && each.takesOwned;
    return isServed ? sharesOf(at, owned.rows.length, below(owned.place)) : undefined;
  });
  return {
    settings: {
      place: { row, column, rows: lines.length, columns: 2 },
      cells: lines.map(([setting, entry]) => [asText(settingLabels[setting]), toNumber(entry)]),
    },
    requirement: {
      ...{ name: names.table, place },
      columns: headers.map((header) => ({
        ...{ header, width: widths[header] },
        format: texts.includes(header) ? "General" : "#,##0",
      })),
      rows: rows.map(({ inputs }) => [
        ...inputHeaders.map((header) => inputCell(header, inputs[header])),
        ...answerHeaders.map(() => ""),
      ]),
    },
    owned,
    formulas: [
      {
        place: {
          ...{ row: place.row + 1, column: column + firstAnswer },
          ...{ rows: rows.length, columns: answerHeaders.length },
        },
        cells: rows.map(({ formulas }, i) =>
          answerHeaders.map((header) => {
            const formula = formulas[header];
            const where = { table: names.table, settings, owned: shares[i] };
            return formula ? `=${formulaText(formula, where)}` : "";
          }),
        ),
      },
      ...(owned ? [formulasIn(owned, ownedCals(questionnaire), demands)] : []),
    ],
  };
}

function settingsOf({ reserve, external }: Questionnaire): [Setting, string][] {
  const { connectorPrice, calPrice } = external;
  const reserved: [Setting, string] = ["Reserve", reserve.trim() || "0"];
  if (!connectorPrice.trim() || !calPrice.trim()) return [reserved];
  return [reserved, ["Connector price", connectorPrice], ["CAL price", calPrice]];
}

const inputCell = (header: InputColumn, entry = ""): CellValue =>
  texts.includes(header) ? asText(entry) : toNumber(entry);

/** The cells of a row that owned CALs can serve. */
function demandOf(
  { inputs, takesOwned, formulas }: RequirementRow,
  { row, column }: Place,
  i: number,
): Demand | undefined {
  if (!takesOwned) return undefined;
  const at = (header: Column) =>
    `$${columnLetters(column + headers.indexOf(header))}$${row + i + 2}`;
  return {
    what: inputs.What!,
    kind: takesOwned,
    server: at("Server"),
    type: at("Type"),
    required: at("Required"),
    included: formulas.Included ? at("Included") : "",
  };
}

function ownedLayout(
  questionnaire: Questionnaire,
  name: string,
  demands: readonly Demand[],
  { row, column }: Pick<Place, "row" | "column">,
): TableLayout | undefined {
  const rows = ownedCals(questionnaire);
  if (rows.length === 0) return undefined;
  const columns = ownedColumns(demands);
  return {
    ...{ name, columns, rows: rows.map((entry) => ownedRow(entry, demands)) },
    place: { row, column, rows: rows.length + 1, columns: columns.length },
  };
}

function formulasIn(
  { place }: TableLayout,
  owned: readonly OwnedEntry[],
  demands: readonly Demand[],
) {
  return {
    place: {
      ...{ row: place.row + 1, column: place.column + firstFormula },
      ...{ rows: owned.length, columns: place.columns - firstFormula },
    },
    cells: ownedFormulas(owned, demands, below(place)),
  };
}

const below = ({ row, column }: Place) => ({ row: row + 1, column });
