import { plain } from "../catalog/names";

/** What our functions ask of a buyer's table. */
export type CalField = "edition" | "users" | "devices" | "calType" | "channel" | "owned";

/** Which header seems to hold which field. */
export type FieldMap = Readonly<Partial<Record<CalField, string>>>;

/**
 * The words of headers, most telling first. Fields that others could be mistaken for come first: "CAL
 * type" before "CALs", "Owned CALs" before "User CALs".
 */
const telling: readonly (readonly [CalField, readonly RegExp[]])[] = [
  ["calType", [/\bcal type\b/, /\blicen[cs]e type\b/, /\bper (user|device)\b/]],
  [
    "owned",
    [/\bowned\b/, /\b(existing|current|have) (user |device )?cals?\b/, /\bcals? (held|in hand)\b/],
  ],
  ["channel", [/\bchannel\b/, /\b(program|bought (through|via)|purchased (through|via))\b/]],
  [
    "edition",
    [/\bedition\b/, /\bproduct\b/, /\boperating system\b/, /\bos\b/, /\bserver\b/, /\bsoftware\b/],
  ],
  [
    "users",
    [/\busers?\b/, /\bemployees?\b/, /\bhead ?count\b/, /\bpeople\b/, /\b(staff|persons?|seats)\b/],
  ],
  [
    "devices",
    [
      /\bdevices?\b/,
      /\bpcs?\b/,
      /\bcomputers?\b/,
      /\bworkstations?\b/,
      /\b(desktops?|laptops?|machines?|terminals?|clients?)\b/,
    ],
  ],
];

/** Guesses from headers alone; the buyer decides. Each header is taken once. */
export function guessFields(headers: readonly string[]): FieldMap {
  const guess: Partial<Record<CalField, string>> = {};
  for (const [field, patterns] of telling) {
    const taken = Object.values(guess);
    const free = headers.filter((header) => !taken.includes(header));
    const found = patterns.map((pattern) => free.find((header) => pattern.test(inWords(header))));
    const first = found.find((header) => header !== undefined);
    if (first !== undefined) guess[field] = first;
  }
  return guess;
}

/** "No_of-PCs (2025)" as words. */
const inWords = (header: string): string => plain(header.replace(/([a-z])([A-Z])/g, "$1 $2"));
