import type { XlsxCell, XlsxContent, XlsxSheet } from "../../workbench/xlsx/xlsx-content";

export const emptySheet = (name: string): XlsxSheet => ({
  name,
  visibility: "Visible",
  cells: [],
  widths: new Map(),
  merges: [],
  validations: [],
  tables: [],
  isProtected: false,
});

export const workbookOf = (...sheets: XlsxSheet[]): XlsxContent => ({
  sheets,
  names: [],
  webExtensions: [],
  customXml: [],
});

export const cellsOf = (
  rows: readonly (readonly XlsxCell["value"][])[],
  at = { row: 0, column: 0 },
) =>
  rows.flatMap((line, r) =>
    line.flatMap((value, c): XlsxCell[] =>
      value === "" ? [] : [{ row: at.row + r, column: at.column + c, value }],
    ),
  );

/** A quote as somebody might send it: two sheets, a table, names, a list, a spilled result. */
export function aQuote(): XlsxContent {
  const required =
    "=CALS.REQUIRED(Groups[[#This Row],[Edition]],Groups[[#This Row],[Users]],Groups[[#This Row],[Devices]])";
  const groups: XlsxSheet = {
    ...emptySheet("Groups of people"),
    cells: [
      ...cellsOf([
        ["Edition", "Users", "Devices", "CALs"],
        ["2012 R2 Standard", 40, 25],
        ["Windows Server 2022 Standard", 10, 20],
      ]),
      {
        row: 1,
        column: 3,
        value: 25,
        formula: required,
        array: { isDynamic: true, values: [[25]] },
      },
      { row: 2, column: 3, value: 7, formula: required, array: { isDynamic: true, values: [[7]] } },
    ].sort((a, b) => a.row - b.row || a.column - b.column),
    widths: new Map([
      [0, 150],
      [1, 42],
    ]),
    validations: [
      {
        rect: { row: 1, column: 0, rows: 2, columns: 1 },
        validation: {
          rule: { list: { inCellDropDown: true, source: "=Lists!$A$1:$A$2" } },
          prompt: { message: "", showPrompt: true, title: "" },
          errorAlert: {
            message: "Choose one",
            showAlert: true,
            style: "Warning",
            title: "Edition",
          },
          ignoreBlanks: true,
        },
      },
    ],
    tables: [
      {
        name: "Groups",
        rect: { row: 0, column: 0, rows: 3, columns: 4 },
        columns: [
          { name: "Edition" },
          { name: "Users" },
          { name: "Devices" },
          { name: "CALs", formula: required },
        ],
        style: "TableStyleMedium2",
        showHeaders: true,
        showTotals: false,
        showBandedRows: true,
        showBandedColumns: false,
        showFilterButton: true,
      },
    ],
  };
  const lists: XlsxSheet = {
    ...emptySheet("Lists"),
    visibility: "Hidden",
    isProtected: true,
    cells: [
      ...cellsOf([["2012 R2 Standard"], ["Windows Server 2022 Standard"]]),
      {
        row: 3,
        column: 0,
        value: 1,
        formula: '=CALS.PACKSIZES("2025 CAL","OEM")',
        array: { isDynamic: true, values: [[1], [5], [10], [50]] },
      },
      { row: 8, column: 0, value: 33, formula: "=SUM(Groups[CALs])+1" },
      { row: 9, column: 0, value: 45000.123456789, format: { numberFormat: "yyyy-mm-dd" } },
      { row: 10, column: 0, value: { error: "#N/A" }, formula: "=NA()" },
      { row: 11, column: 0, value: { error: "#DIV/0!" } },
      { row: 12, column: 0, value: true, format: { bold: true, fill: "#FFEE00", wrap: true } },
    ],
  };
  return {
    sheets: [groups, lists],
    names: [
      {
        name: "Total",
        formula: "=SUM(Groups[CALs])",
        comment: "All CALs",
        visible: true,
        sheet: undefined,
      },
      { name: "VatRate", formula: "=0.19", comment: "", visible: false, sheet: "Lists" },
    ],
    webExtensions: [],
    customXml: [],
  };
}
