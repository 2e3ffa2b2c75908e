/** The cells that a row's CALS formulas ask with, as formula text; "" for what the table does not have. */
export interface RowCells {
  readonly edition: string;
  readonly users: string;
  readonly devices: string;
  readonly calType: string;
  /** Whether the CAL type is worked out by our formula: where that has no answer, it knows why. */
  readonly isCalTypeOurs?: boolean;
  readonly channel: string;
  readonly owned: string;
}

/** The columns that our formulas fill, in order, with the width of each in points. */
export const calColumns = {
  "CAL type": 80,
  CAL: 165,
  Required: 80,
  Included: 75,
  "To buy": 65,
  Why: 340,
} as const;

export type CalColumn = keyof typeof calColumns;

export const calHeaders = Object.keys(calColumns) as CalColumn[];

/** The formula of each CAL column: nothing where the edition is blank. */
export function calsFormulas(cells: RowCells): Record<CalColumn, string> {
  const { edition, users, devices, calType, isCalTypeOurs, channel, owned } = cells;
  const group = [edition, users, devices];
  const cheaper = call("CALTYPE", group, group.length);
  // Owned CALs count only with their type, so where none is named the cheaper one is taken.
  const type = calType || (owned && cheaper);
  const buying = [...group, type, owned, channel];
  const why = call("WHY", ['"TOBUY"', ...buying]);
  const whyNoType = call("WHY", ['"CALTYPE"', ...group], group.length + 1);
  const formulas = {
    "CAL type": cheaper,
    CAL: call("CAL", [edition]),
    Required: call("REQUIRED", [...group, calType]),
    Included: call("INCLUDED", [edition, channel]),
    "To buy": call("TOBUY", buying),
    Why: isCalTypeOurs ? `IF(ISERROR(${calType}),${whyNoType},${why})` : why,
  };
  const guarded = Object.entries(formulas).map(([column, formula]) => [
    column,
    `=IF(${edition}="","",${formula})`,
  ]);
  return Object.fromEntries(guarded) as Record<CalColumn, string>;
}

/** Arguments left out at the end are not written, as far as Excel lets a formula do without them. */
function call(name: string, args: readonly string[], fewest = 1): string {
  const given = args.map((arg) => arg !== "").lastIndexOf(true) + 1;
  return `CALS.${name}(${args.slice(0, Math.max(given, fewest)).join(",")})`;
}
