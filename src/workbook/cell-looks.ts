import { bandsOf, rangeAt } from "./bands";
import type { Place } from "./cell-address";

/** Of what Excel tells of a look, as much as it takes back. */
type Look = Pick<
  Excel.CellPropertiesFormat,
  "fill" | "font" | "horizontalAlignment" | "verticalAlignment" | "wrapText"
>;

/** How cells look: all alike, or each by itself. Their number formats are told elsewhere. */
export type CellLooks = { readonly all: Look } | { readonly each: readonly (readonly Look[])[] };

const wanted = {
  fill: { color: true, pattern: true },
  font: { bold: true, color: true, italic: true, name: true, size: true, underline: true },
  ...{ horizontalAlignment: true, verticalAlignment: true, wrapText: true },
} as const;

/** Most cells look like their neighbors, and then one answer tells of all of them. */
export async function looksOf(sheet: Excel.Worksheet, place: Place): Promise<CellLooks> {
  const { format } = rangeAt(sheet, place);
  const { fill, font } = format;
  format.load("horizontalAlignment,verticalAlignment,wrapText");
  fill.load("color,pattern");
  font.load("bold,color,italic,name,size,underline");
  await sheet.context.sync();
  const { horizontalAlignment, verticalAlignment, wrapText } = format;
  const all = {
    fill: { color: fill.color, pattern: fill.pattern },
    font: pick(font),
    ...{ horizontalAlignment, verticalAlignment, wrapText },
  } as Look;
  // Excel tells null, and of colors perhaps "", where cells differ.
  const told = Object.values({ ...all, ...all.fill, ...all.font });
  if (told.every((one) => one !== null && one !== "")) return { all };
  const each: Look[][] = [];
  for (const band of bandsOf(place)) {
    const answer = rangeAt(sheet, band).getCellProperties({ format: wanted });
    await sheet.context.sync();
    each.push(...answer.value.map((row) => row.map((cell) => cell.format!)));
  }
  return { each };
}

const pick = ({ bold, color, italic, name, size, underline }: Excel.RangeFont) => ({
  ...{ bold, color, italic, name, size, underline },
});

/** Cells without a fill are told to be white, and would become so: a fill is taken out and then put in. */
export async function putLooksBack(
  sheet: Excel.Worksheet,
  place: Place,
  looks: CellLooks,
): Promise<void> {
  rangeAt(sheet, place).format.fill.clear();
  if ("all" in looks) {
    rangeAt(sheet, place).format.set(withFill(looks.all));
    return;
  }
  for (const band of bandsOf(place)) {
    const rows = looks.each.slice(band.row - place.row, band.row - place.row + band.rows);
    const cells = rows.map((row) => row.map((look) => ({ format: withFill(look) })));
    rangeAt(sheet, band).setCellProperties(cells);
    await sheet.context.sync();
  }
}

function withFill({ fill, ...others }: Look): Look {
  return fill?.pattern === "None" ? others : { ...others, fill };
}
