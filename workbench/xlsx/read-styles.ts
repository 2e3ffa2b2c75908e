import { CellFormat } from "../host/book";
import { child, children, isOn, XmlElement } from "./xml-tree";

/** What a cell's number of a format stands for. */
export interface XlsxStyles {
  formats: CellFormat[];
  /** The numbers of formats with something that is not kept, and what that is. */
  notKept: Map<number, string>;
}

/** Formats that every program knows by number. */
const builtIn: Readonly<Record<string, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0_);(#,##0)",
  38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

export function readStyles(tree: XmlElement | undefined): XlsxStyles {
  const custom = new Map(
    children(child(tree, "numFmts"), "numFmt").map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode,
    ]),
  );
  const fonts = children(child(tree, "fonts"), "font");
  const fills = children(child(tree, "fills"), "fill");
  const borders = children(child(tree, "borders"), "border");
  const notKept = new Map<number, string>();
  const formats = children(child(tree, "cellXfs"), "xf").map((xf, index) => {
    const { numFmtId = "0", fontId = "0", fillId = "0", borderId = "0" } = xf.attributes;
    const font = fonts[Number(fontId)];
    const fill = child(fills[Number(fillId)], "patternFill");
    const hasBorder = borders[Number(borderId)]?.children.some(
      ({ attributes }) => attributes.style,
    );
    if (hasBorder) notKept.set(index, "borders");
    const hasTheme = child(fill, "fgColor")?.attributes.theme ?? otherThanText(font);
    if (hasTheme) notKept.set(index, "colors of the theme");
    return defined({
      numberFormat: custom.get(numFmtId) ?? builtIn[numFmtId],
      ...fontOf(fontId === "0" ? undefined : font, fonts[0]),
      fill: fill?.attributes.patternType === "solid" ? rgb(child(fill, "fgColor")) : undefined,
      ...alignmentOf(child(xf, "alignment")),
    });
  });
  return { formats, notKept };
}

/** Where a font says the same as the workbook's own, there is nothing to say. */
function fontOf(font: XmlElement | undefined, standard: XmlElement | undefined): CellFormat {
  if (!font) return {};
  const differs = (name: string) =>
    value(font, name) === value(standard, name) ? undefined : value(font, name);
  const size = differs("sz");
  return {
    bold: flag(font, "b"),
    italic: flag(font, "i"),
    underline: child(font, "u") ? true : undefined,
    color: rgb(child(font, "color")),
    size: size === undefined ? undefined : Number(size),
    font: differs("name"),
  };
}

function alignmentOf(alignment: XmlElement | undefined): CellFormat {
  const { horizontal, vertical, wrapText } = alignment?.attributes ?? {};
  const isKnown = ["left", "center", "right", "justify"].includes(horizontal ?? "");
  return {
    horizontal: isKnown ? capital(horizontal!) : undefined,
    vertical: ["top", "center"].includes(vertical ?? "") ? capital(vertical!) : undefined,
    wrap: isOn(wrapText) || undefined,
  };
}

const value = (font: XmlElement | undefined, name: string) => child(font, name)?.attributes.val;

function flag(font: XmlElement, name: string): true | undefined {
  const found = child(font, name);
  return found && isOn(found.attributes.val, true) ? true : undefined;
}

/** Opaque colors only; a theme's own are numbers into another part. */
function rgb(color: XmlElement | undefined): string | undefined {
  const text = color?.attributes.rgb;
  return text && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(text)
    ? `#${text.slice(-6).toUpperCase()}`
    : undefined;
}

/** The theme's second color is that of plain text. */
const otherThanText = (font: XmlElement | undefined) => {
  const theme = child(font, "color")?.attributes.theme;
  return theme !== undefined && theme !== "1";
};

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

function defined(format: CellFormat): CellFormat {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined));
}
