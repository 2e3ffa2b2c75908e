import type { Scenario, Seen } from "./scenario";

/** What one run of the pack saw, as it is kept in docs/conformance. */
export interface Report {
  /** Such as "Excel"; "stand-in" where it was none. */
  readonly host: string;
  /** Such as "OfficeOnline", "PC" or "Mac". */
  readonly platform: string;
  readonly version: string;
  /** The newest version of ExcelApi that it supports. */
  readonly excelApi: string;
  /** An ISO day. */
  readonly date: string;
  /** By the names of the scenarios. */
  readonly saw: Readonly<Record<string, Sight>>;
}

/** What a scenario saw; the code or text of what stopped it; or why it was not run. */
export type Sight =
  { readonly seen: Seen } | { readonly failed: string } | { readonly not: string };

/** The name of its file, such as Excel-PC-16.0.18129.20158.json */
export const reportName = ({ host, platform, version }: Report): string =>
  `${[host, platform, version].join("-").replace(/[^\w.-]+/g, "-")}.json`;

export type Verdict = "same" | "different" | "new" | "failed" | "not run";

/** Whether Excel does what the stand-in does; "new" is what the stand-in cannot do at all. */
export function verdictOf({ emulated }: Scenario, sight: Sight | undefined): Verdict {
  if (!sight || "not" in sight) return "not run";
  if ("failed" in sight) return "failed";
  if (!("sees" in emulated)) return "new";
  return sameSeen(emulated.sees, sight.seen) ? "same" : "different";
}

function sameSeen(a: Seen, b: Seen): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a, b] as Record<string, Seen>[];
  const names = Object.keys(left!);
  return (
    names.length === Object.keys(right!).length &&
    names.every((name) => name in right! && sameSeen(left![name]!, right![name]!))
  );
}
