import type { IStyleData, Nullable } from "@univerjs/core";
import { CellFormat } from "../host/book";

/** Univer's numbers for how text stands and whether it wraps. */
const horizontal = ["General", "Left", "Center", "Right", "Justify"];
const vertical = ["", "Top", "Center", "Bottom"];
const wrapMode = { clip: 2, wrap: 3 };

/** A style of Univer, in Excel's terms. */
export function formatOf(style: Nullable<IStyleData>): CellFormat {
  if (!style) return {};
  const format: CellFormat = {};
  if (style.n?.pattern) format.numberFormat = style.n.pattern;
  if (style.bg?.rgb) format.fill = style.bg.rgb.toUpperCase();
  if (style.bl) format.bold = true;
  if (style.it) format.italic = true;
  if (style.ul?.s) format.underline = true;
  if (style.cl?.rgb) format.color = style.cl.rgb.toUpperCase();
  if (style.fs) format.size = style.fs;
  if (style.ff) format.font = style.ff;
  if (style.ht) format.horizontal = horizontal[style.ht] ?? "General";
  if (style.vt) format.vertical = vertical[style.vt] ?? "Bottom";
  if (style.tb === wrapMode.wrap) format.wrap = true;
  return format;
}

/** A change of a format as a change of a style; null takes a property away. */
export function styleOf(format: CellFormat): Record<string, unknown> {
  const style: Record<string, unknown> = {};
  const has = (key: keyof CellFormat) => key in format;
  if (has("numberFormat")) {
    const pattern = format.numberFormat;
    style.n = pattern && pattern !== "General" ? { pattern } : null;
  }
  if (has("fill")) style.bg = format.fill ? { rgb: format.fill } : null;
  if (has("bold")) style.bl = format.bold ? 1 : 0;
  if (has("italic")) style.it = format.italic ? 1 : 0;
  if (has("underline")) style.ul = { s: format.underline ? 1 : 0 };
  if (has("color")) style.cl = { rgb: format.color };
  if (has("size")) style.fs = format.size;
  if (has("font")) style.ff = format.font;
  if (has("horizontal")) style.ht = Math.max(0, horizontal.indexOf(format.horizontal ?? ""));
  if (has("vertical")) style.vt = Math.max(0, vertical.indexOf(format.vertical ?? ""));
  if (has("wrap")) style.tb = format.wrap ? wrapMode.wrap : wrapMode.clip;
  return style;
}
