import { parseAddress } from "../host/address";
import { damaged } from "./bad-file";
import { unescaped } from "./escaped-text";
import { formulaFromFile } from "./file-formula";
import { child, children, isOn, XmlElement } from "./xml-tree";
import type { XlsxTable } from "./xlsx-content";

/** A part of its own for each table. */
export function readTable(tree: XmlElement): XlsxTable {
  const { attributes } = tree;
  const rect = parseAddress(attributes.ref ?? "");
  const name = unescaped(attributes.displayName ?? attributes.name ?? "");
  if (!rect || !name) throw damaged("a table has no name or no cells");
  const columns = children(child(tree, "tableColumns"), "tableColumn").map((column) => {
    const formula = child(column, "calculatedColumnFormula")?.text;
    return {
      name: unescaped(column.attributes.name ?? ""),
      ...(formula ? { formula: `=${formulaFromFile(unescaped(formula))}` } : {}),
    };
  });
  if (columns.length !== rect.columns)
    throw damaged(`table ${name} has not a name for each column`);
  const style = child(tree, "tableStyleInfo")?.attributes ?? {};
  return {
    name,
    rect: { row: rect.row, column: rect.column, rows: rect.rows, columns: rect.columns },
    columns,
    style: style.name ?? "",
    showHeaders: attributes.headerRowCount !== "0",
    showTotals: Number(attributes.totalsRowCount ?? "0") > 0,
    showBandedRows: isOn(style.showRowStripes),
    showBandedColumns: isOn(style.showColumnStripes),
    showFilterButton: child(tree, "autoFilter") !== undefined,
  };
}
