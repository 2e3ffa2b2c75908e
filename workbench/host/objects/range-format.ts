import { CellFormat } from "../book";
import { HostObject } from "../host-object";
import type { Range } from "./range";

type Key = keyof CellFormat;

/** How wide a character of the standard font is, and a column without any, in points. */
const pointsPerCharacter = 5.25;
const narrowest = 30;

/** The look of cells. A property that differs among the cells of a range is null, as in Excel. */
abstract class Look extends HostObject {
  constructor(protected readonly range: Range) {
    super();
  }

  protected read<K extends Key>(key: K, standard: NonNullable<CellFormat[K]>) {
    const found = this.readEach((format) => format[key] ?? standard);
    if (found.length === 0) return standard;
    return found.length === 1 ? found[0]! : null;
  }

  /** What is found among the cells, each once. */
  protected readEach<T>(tell: (format: CellFormat) => T): T[] {
    const { context, sheetId } = this.range;
    const part = this.range.usedPart();
    const found = new Set<T>();
    for (let r = part?.row ?? 0; part && r < part.row + part.rows; r++) {
      for (let c = part.column; c < part.column + part.columns; c++) {
        found.add(tell(context.book.format(sheetId, r, c)));
      }
    }
    return [...found];
  }

  protected write(change: CellFormat): void {
    this.range.refuseProtected();
    const part = this.range.usedPart();
    if (part) this.range.context.book.setFormat(this.range.sheetId, part, change);
  }
}

export class RangeFormat extends Look {
  static override readonly scalars = [
    ...["ColumnWidth", "HorizontalAlignment", "VerticalAlignment", "WrapText"],
  ];

  get Fill(): RangeFill {
    return new RangeFill(this.range);
  }

  get Font(): RangeFont {
    return new RangeFont(this.range);
  }

  get ColumnWidth(): number | null {
    const { context, sheetId, rect } = this.range;
    const widths = new Set<number>();
    for (let i = 0; i < rect.columns; i++) {
      widths.add(context.book.columnWidth(sheetId, rect.column + i));
    }
    return widths.size === 1 ? [...widths][0]! : null;
  }

  set ColumnWidth(points: number) {
    this.range.refuseProtected();
    const { context, sheetId, rect } = this.range;
    for (let i = 0; i < rect.columns; i++) {
      context.book.setColumnWidth(sheetId, rect.column + i, points);
    }
  }

  get HorizontalAlignment() {
    return this.read("horizontal", "General");
  }

  set HorizontalAlignment(horizontal: string | null) {
    this.write({ horizontal: horizontal ?? "General" });
  }

  get VerticalAlignment() {
    return this.read("vertical", "Bottom");
  }

  set VerticalAlignment(vertical: string | null) {
    this.write({ vertical: vertical ?? "Bottom" });
  }

  get WrapText() {
    return this.read("wrap", false);
  }

  set WrapText(wrap: boolean | null) {
    this.write({ wrap: wrap ?? false });
  }

  /** As wide as the longest text; the true width of a font is not known here. */
  AutofitColumns(): void {
    const { context, sheetId, rect } = this.range;
    const part = this.range.usedPart() ?? rect;
    for (let c = part.column; c < part.column + part.columns; c++) {
      const column = this.range.GetEntireColumn().GetUsedRangeOrNullObject();
      const texts = column ? column.GetColumn(c - column.rect.column).Text.flat() : [];
      const longest = Math.max(0, ...texts.map((text) => text.length));
      const points = Math.max(narrowest, (longest + 2) * pointsPerCharacter);
      context.book.setColumnWidth(sheetId, c, points);
    }
  }

  /** Rows fit by themselves in this grid. */
  AutofitRows(): void {}
}

class RangeFill extends Look {
  static override readonly scalars = ["Color"];

  /** Cells are filled with one color or not at all; other patterns are not known here. */
  get Pattern(): string | null {
    const found = this.readEach(({ fill }) => (fill === undefined ? "None" : "Solid"));
    if (found.length > 1) return null;
    return found[0] ?? "None";
  }

  set Pattern(pattern: string | null) {
    if (pattern === "None") this.Clear();
    else if (pattern !== null && this.Pattern !== "Solid") this.write({ fill: "#FFFFFF" });
  }

  get Color() {
    return this.read("fill", "#FFFFFF");
  }

  set Color(fill: string | null) {
    this.write({ fill: fill || undefined });
  }

  Clear(): void {
    this.write({ fill: undefined });
  }
}

class RangeFont extends Look {
  static override readonly scalars = ["Bold", "Color", "Italic", "Name", "Size", "Underline"];

  get Bold() {
    return this.read("bold", false);
  }

  set Bold(bold: boolean | null) {
    this.write({ bold: bold ?? false });
  }

  get Italic() {
    return this.read("italic", false);
  }

  set Italic(italic: boolean | null) {
    this.write({ italic: italic ?? false });
  }

  get Underline(): string | null {
    const underline = this.read("underline", false);
    return underline === null ? null : underline ? "Single" : "None";
  }

  set Underline(underline: string) {
    this.write({ underline: underline !== "None" });
  }

  get Color() {
    return this.read("color", "#000000");
  }

  set Color(color: string | null) {
    this.write({ color: color ?? "#000000" });
  }

  get Name() {
    return this.read("font", "Calibri");
  }

  set Name(font: string | null) {
    this.write({ font: font ?? "Calibri" });
  }

  get Size() {
    return this.read("size", 11);
  }

  set Size(size: number | null) {
    this.write({ size: size ?? 11 });
  }
}
