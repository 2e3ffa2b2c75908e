import { formatAddress } from "../host/address";
import { needsMark } from "./dynamic-marks";
import { xmlText } from "./escaped-text";
import { formulaForFile } from "./file-formula";
import type { XlsxTable } from "./xlsx-content";

/** The part of a table; its number must be the only one of its kind in the workbook. */
export function tablePart(table: XlsxTable, id: number): string {
  const { rect, showHeaders, showTotals } = table;
  const filtered = { ...rect, rows: rect.rows - (showTotals ? 1 : 0) };
  const attributes = [
    `id="${id}"`,
    `name="${xmlText(table.name)}"`,
    `displayName="${xmlText(table.name)}"`,
    `ref="${formatAddress(rect)}"`,
    ...(showHeaders ? [] : ['headerRowCount="0"']),
    showTotals ? 'totalsRowCount="1"' : 'totalsRowShown="0"',
  ];
  const filter =
    showHeaders && table.showFilterButton ? `<autoFilter ref="${formatAddress(filtered)}"/>` : "";
  const columns = table.columns.map(({ name, formula }, index) =>
    columnElement(`id="${index + 1}" name="${xmlText(name)}"`, formula),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${attributes.join(" ")}>`,
    filter,
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>`,
    styleElement(table),
    "</table>",
  ].join("");
}

/** The formula that Excel fills into new rows. */
function columnElement(attributes: string, formula: string | undefined): string {
  if (!formula) return `<tableColumn ${attributes}/>`;
  const mark = needsMark(formula) ? ' array="1"' : "";
  const text = xmlText(formulaForFile(formula.slice(1)));
  return `<tableColumn ${attributes}><calculatedColumnFormula${mark}>${text}</calculatedColumnFormula></tableColumn>`;
}

function styleElement({ style, showBandedRows, showBandedColumns }: XlsxTable): string {
  const name = style ? ` name="${xmlText(style)}"` : "";
  const bands = `showRowStripes="${Number(showBandedRows)}" showColumnStripes="${Number(showBandedColumns)}"`;
  return `<tableStyleInfo${name} showFirstColumn="0" showLastColumn="0" ${bands}/>`;
}
