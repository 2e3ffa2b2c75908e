import { changeValues, NewValues } from "./change-values";
import type { OpenedXlsx } from "./read-xlsx";
import type { XlsxCell, XlsxValue } from "./xlsx-content";

/** The file as it was, with other values for some of its formulas. */
export async function withNewValues(
  { origin }: OpenedXlsx,
  changed: readonly { sheet: string; cell: XlsxCell; values: XlsxValue[][] }[],
): Promise<Uint8Array> {
  const { zip } = origin.parts;
  for (const sheet of origin.sheets) {
    const own = changed.filter((each) => each.sheet === sheet.name);
    if (own.length === 0) continue;
    const xml = changeValues(sheet, own.map(newValues));
    // it is written as UTF-8, whatever it was
    zip.file(sheet.path, xml.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, "$1UTF-8"));
  }
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** Excel shows only the first value of a formula that is not marked as one that fills a block. */
function newValues({ cell, values }: { cell: XlsxCell; values: XlsxValue[][] }): NewValues {
  const { row, column, array } = cell;
  return { row, column, values: array ? values : [[values[0]![0]!]] };
}
