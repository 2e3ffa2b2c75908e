import { formatAddress, quoteSheet, Rect } from "../address";
import { HostObject } from "../host-object";
import type { Range } from "./range";

/** The merged blocks that a range touches: `range.getMergedAreasOrNullObject()`. */
export class MergedAreas extends HostObject {
  static override readonly scalars = ["Address", "AreaCount"];

  constructor(
    private readonly range: Range,
    private readonly areas: readonly Rect[],
  ) {
    super();
  }

  get Address(): string {
    const { name } = this.range.context.book.sheets().find(({ id }) => id === this.range.sheetId)!;
    return this.areas.map((area) => `${quoteSheet(name)}!${formatAddress(area)}`).join(",");
  }

  get AreaCount(): number {
    return this.areas.length;
  }
}
