/** What a cell can hold. Nothing is `""`, as `range.values` says it. */
export type CellValue = string | number | boolean;

/** An error in a cell, with the text that Excel's error card would show, where there is one. */
export interface CellError {
  error: string;
  message?: string | undefined;
}

/** What a custom function answered: a value, a block of values and errors, or an error. */
export type Outcome = CellValue | CellError | (CellValue | CellError)[][];

export const isError = (value: unknown): value is CellError =>
  typeof value === "object" && value !== null && "error" in value;

/** Excel's names of errors among data types, by the text in the cell. */
export const errorTypes: Readonly<Record<string, string>> = {
  "#BLOCKED!": "Blocked",
  "#BUSY!": "Busy",
  "#CALC!": "Calc",
  "#CONNECT!": "Connect",
  "#DIV/0!": "Div0",
  "#FIELD!": "Field",
  "#GETTING_DATA": "GettingData",
  "#N/A": "NotAvailable",
  "#NAME?": "Name",
  "#NULL!": "Null",
  "#NUM!": "Num",
  "#REF!": "Ref",
  "#SPILL!": "Spill",
  "#VALUE!": "Value",
};

export const isErrorText = (value: unknown): value is string =>
  typeof value === "string" && Object.hasOwn(errorTypes, value);
