/** A CALS function call found in a formula, with its arguments as Excel would hand them over. */
export interface CalsCall {
  /** The function's name without its namespace, such as "REQUIRED". */
  readonly question: string;
  /** The call as it is written. */
  readonly text: string;
  readonly cells: readonly unknown[];
  /** Why an argument could not be read here; then the explain formula is the way. */
  readonly unread?: string;
  /** Such as `=CALS.EXPLAIN("REQUIRED",B2,C2,D2)`. */
  readonly explainFormula: string;
}

export interface SelectedFormula {
  readonly address: string;
  readonly formula: string;
  /** What the cell shows. */
  readonly shown: string;
  readonly calls: readonly CalsCall[];
}

/** The CALS formula of the active cell; undefined where it has none. */
export async function selectedFormula(): Promise<SelectedFormula | undefined> {
  return undefined;
}

/** Tells when another cell is selected; gives back what stops it. */
export async function onSelectionChanged(_tell: () => void): Promise<() => Promise<void>> {
  return async () => undefined;
}
