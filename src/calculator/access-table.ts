import { needsText, whyNeeded, type AccessKind } from "./access-kind";
import { answer, type Answer, type Reason } from "./answer";
import type { Terms } from "./terms";

/** One kind of access as a table shows it. */
export interface AccessRow {
  readonly access: string;
  readonly needs: string;
  readonly why: string;
  readonly source: string;
}

/** A row for each kind of access, and why it needs what it needs. */
export function accessTable(
  kinds: readonly AccessKind[],
  terms: Terms,
): Answer<readonly AccessRow[]> {
  const told = kinds.map((kind) => ({ kind, reasons: reasonsOf(kind, terms) }));
  return answer(
    told.map(({ kind, reasons }) => ({
      access: kind.name,
      needs: needsText(kind, terms),
      why: reasons.map(({ says }) => says).join(" "),
      source: sourcesOf(reasons).join("; "),
    })),
    ...told.flatMap(({ reasons }) => reasons),
  );
}

/** Where the version decides, both rules are told, the newer first; then what else is told of the kind. */
function reasonsOf(kind: AccessKind, terms: Terms): readonly Reason[] {
  const rules = kind.since ? [kind.since, kind] : [kind];
  return [
    ...rules.map((rule) => whyNeeded(kind, rule, terms)),
    ...kind.remarks.map((remark) => terms.reason(remark)),
  ];
}

const sourcesOf = (reasons: readonly Reason[]): readonly string[] => [
  ...new Set(reasons.flatMap(({ cites }) => cites.map(({ title }) => title))),
];
