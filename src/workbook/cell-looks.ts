import { bandsOf, rangeAt } from "./bands";
import type { Place } from "./cell-address";

/** Of what Excel tells of a look, as much as it takes back. Number formats are told elsewhere. */
type Look = Pick<
  Excel.CellPropertiesFormat,
  "fill" | "font" | "horizontalAlignment" | "verticalAlignment" | "wrapText"
>;

/** How the cells of one band look: all alike, or each by itself. */
export type BandLooks = { readonly all: Look } | { readonly each: readonly (readonly Look[])[] };

const wanted = {
  fill: { color: true, pattern: true },
  font: { bold: true, color: true, italic: true, name: true, size: true, underline: true },
  ...{ horizontalAlignment: true, verticalAlignment: true, wrapText: true },
} as const;

/** Band by band. Most cells look like their neighbors, and then one answer tells of all of them. */
export async function looksOf(sheet: Excel.Worksheet, place: Place): Promise<readonly BandLooks[]> {
  const bands = bandsOf(place);
  const formats = bands.map((band) => rangeAt(sheet, band).format);
  for (const format of formats) {
    format.load("horizontalAlignment,verticalAlignment,wrapText");
    format.fill.load("color,pattern");
    format.font.load("bold,color,italic,name,size,underline");
  }
  await sheet.context.sync();
  const looks: BandLooks[] = [];
  for (const [i, band] of bands.entries()) {
    looks.push(lookOfAll(formats[i]) ?? { each: await lookOfEach(sheet, band) });
  }
  return looks;
}

/** Nothing where cells differ: there Excel tells null, and of colors perhaps "". */
function lookOfAll(format: Excel.RangeFormat): BandLooks | undefined {
  const { horizontalAlignment, verticalAlignment, wrapText } = format;
  const { color: filled, pattern } = format.fill;
  const { bold, color, italic, name, size, underline } = format.font;
  const told = [
    ...[horizontalAlignment, verticalAlignment, wrapText, filled, pattern],
    ...[bold, color, italic, name, size, underline],
  ];
  if (told.some((one) => one === null || one === "")) return undefined;
  const all = {
    fill: { color: filled, pattern },
    font: { bold, color, italic, name, size, underline },
    ...{ horizontalAlignment, verticalAlignment, wrapText },
  };
  return { all: all as Look };
}

async function lookOfEach(sheet: Excel.Worksheet, band: Place): Promise<Look[][]> {
  const answer = rangeAt(sheet, band).getCellProperties({ format: wanted });
  await sheet.context.sync();
  return answer.value.map((row) => row.map((cell) => cell.format!));
}

/**
 * Gives a band its looks back. Cells without a fill are told to be white, and would become so: every fill
 * is taken out, and then put in.
 */
export function putLooksBack(range: Excel.Range, looks: BandLooks): void {
  range.format.fill.clear();
  if ("all" in looks) {
    range.format.set(withFill(looks.all));
    return;
  }
  range.setCellProperties(looks.each.map((row) => row.map((look) => ({ format: withFill(look) }))));
}

function withFill({ fill, ...others }: Look): Look {
  const isFilled = fill?.pattern && fill.pattern !== "None";
  return isFilled ? { ...others, fill } : others;
}
