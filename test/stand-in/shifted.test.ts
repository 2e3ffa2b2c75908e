import { formatAddress, parseAddress } from "../../workbench/host/address";
import { shifted, type Shift } from "../../workbench/host/shifted";

const cases: [reference: string, shift: Shift, at: string, becomes: string | undefined][] = [
  ["B2:D9", "down", "1:1", "B3:D10"],
  ["B2:D9", "down", "2:3", "B4:D11"],
  ["B2:D9", "down", "5:6", "B2:D11"],
  ["B2:D9", "down", "10:12", "B2:D9"],
  ["B2:D9", "right", "A:A", "C2:E9"],
  ["B2:D9", "right", "D:E", "B2:F9"],
  ["B2:D9", "up", "1:1", "B1:D8"],
  ["B2:D9", "up", "4:5", "B2:D7"],
  ["B2:D9", "up", "8:12", "B2:D7"],
  ["B2:D9", "up", "1:3", "B1:D6"],
  ["B2:D9", "up", "2:9", undefined],
  ["B2:D9", "left", "B:C", "B2:B9"],
  // Only some of its columns move, so the reference stays.
  ["B2:D9", "down", "B1:C1", "B2:D9"],
  ["B2:D9", "down", "A1:F1", "B3:D10"],
];

test.each(cases)("%s after %s at %s is %s", (reference, shift, at, becomes) => {
  const moved = shifted(parseAddress(reference)!, parseAddress(at)!, shift);
  expect(moved && formatAddress(moved)).toBe(becomes);
});
