import { formatAddress, quoteSheet, Rect } from "../address";
import { HostCollection, HostObject } from "../host-object";
import type { Range } from "./range";

/** Several blocks of one sheet, such as `range.getSpecialCellsOrNullObject()` finds. */
export class RangeAreas extends HostObject {
  static override readonly scalars = ["Address", "AreaCount"];

  constructor(
    private readonly range: Range,
    private readonly rects: readonly Rect[],
    private readonly at: (rect: Rect) => Range,
  ) {
    super();
  }

  get Address(): string {
    const { name } = this.range.context.book.sheets().find(({ id }) => id === this.range.sheetId)!;
    return this.rects.map((area) => `${quoteSheet(name)}!${formatAddress(area)}`).join(",");
  }

  get AreaCount(): number {
    return this.rects.length;
  }

  get Areas(): Areas {
    return new Areas(this.rects.map(this.at));
  }
}

class Areas extends HostCollection<Range> {
  constructor(private readonly ranges: Range[]) {
    super();
  }

  members(): Range[] {
    return this.ranges;
  }

  find(): null {
    return null;
  }
}
