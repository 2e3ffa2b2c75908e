import { quoted, thisRow } from "./table-formula";

/** The columns of a requirement table: first those that are typed, then those that are worked out. */
export type InputColumn =
  "What" | "Server" | "Users" | "Devices" | "Servers" | "Channel" | "Wanted type";
export type AnswerColumn =
  | ("Planned users" | "Planned devices" | "CAL" | "Type")
  | ("Required" | "Included" | "Owned" | "To buy" | "Why");
export type Column = InputColumn | AnswerColumn;

/** What stands beside the table, because it is asked once for all rows. */
export type Setting = "Reserve" | "Connector price" | "CAL price";

/**
 * What a cell works out. It is told once and read twice: the pane asks it, the sheet writes it, so the
 * two cannot come to say different things.
 */
export type Formula =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "cell"; readonly column: Column }
  | { readonly kind: "setting"; readonly setting: Setting }
  | { readonly kind: "ask"; readonly question: string; readonly args: readonly Formula[] }
  /** The reasons of a question; of another one where the first has no arguments to ask with. */
  | { readonly kind: "why"; readonly ask: Ask; readonly noType?: Ask }
  /** With the reserve on top, rounded up to whole people or devices. */
  | { readonly kind: "grown"; readonly column: "Users" | "Devices" }
  /** What the person wants, where they said it. */
  | { readonly kind: "wanted"; readonly otherwise: Formula }
  /** The type that a question counts by where nobody named one. */
  | { readonly kind: "counted type"; readonly ask: Ask }
  /** What the owned CALs give to this row. */
  | { readonly kind: "owned" }
  /** Required, less owned, never below 0. */
  | { readonly kind: "lacking" }
  /** Only where there are this many users, or fewer than this many. */
  | {
      readonly kind: "where";
      readonly users: "at least" | "below";
      readonly count: Ask;
      readonly then: Formula;
    };

export type Ask = Extract<Formula, { kind: "ask" }>;

export const text = (text: string): Formula => ({ kind: "text", text });
export const cell = (column: Column): Formula => ({ kind: "cell", column });
export const setting = (setting: Setting): Formula => ({ kind: "setting", setting });
export const ask = (question: string, ...args: readonly Formula[]): Ask => ({
  kind: "ask",
  question,
  args,
});

/** Where a formula finds what is outside its row. */
export interface FormulaPlace {
  readonly table: string;
  readonly settings: Readonly<Partial<Record<Setting, string>>>;
  /** The cells in which the owned CALs of this row stand; undefined where none are owned. */
  readonly owned: string | undefined;
}

/** A formula as Excel writes it, without its equals sign. */
export function formulaText(formula: Formula, place: FormulaPlace): string {
  const written = (inner: Formula) => formulaText(inner, place);
  const own = (column: Column) => thisRow(place.table, column);
  switch (formula.kind) {
    case "text":
      return quoted(formula.text);
    case "cell":
      return own(formula.column);
    case "setting":
      return place.settings[formula.setting] ?? quoted("");
    case "ask":
      return `CALS.${formula.question}(${formula.args.map(written).join(",")})`;
    case "why":
      return whyText(formula, written, own("Type"));
    case "grown":
      return `ROUNDUP(${own(formula.column)}*(100+${place.settings.Reserve})/100,0)`;
    case "wanted":
      return `IF(${own("Wanted type")}="",${written(formula.otherwise)},${own("Wanted type")})`;
    case "counted type":
      return `IF(${written(formula.ask)}=${own("Planned users")},"User","Device")`;
    case "owned":
      // Cells without an answer are seen where they stand; the others count.
      return place.owned ? `SUMIF(${place.owned},">0")` : "0";
    case "lacking":
      return `MAX(0,${own("Required")}-${own("Owned")})`;
    case "where": {
      const sign = formula.users === "below" ? "<" : ">=";
      return `IF(${own("Planned users")}${sign}${written(formula.count)},${written(formula.then)},0)`;
    }
  }
}

function whyText(
  { ask, noType }: Extract<Formula, { kind: "why" }>,
  written: (formula: Formula) => string,
  type: string,
): string {
  const why = ({ question, args }: Ask) =>
    `CALS.WHY(${[quoted(question), ...args.map(written)].join(",")})`;
  return noType ? `IF(ISERROR(${type}),${why(noType)},${why(ask)})` : why(ask);
}
