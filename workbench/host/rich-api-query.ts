import { HostCollection, HostObject } from "./host-object";
import { readMember } from "./members";
import type { MemberGate } from "./rich-api";
import { QueryInfo, wireName } from "./rich-api-wire";

/** `["values", "format/fill/color"]` as nested branches. */
interface Branches {
  [name: string]: Branches;
}

/** Selected through `Expand`: everything that `load()` alone would bring. */
const ALL = "$all";

/**
 * Answers a `load()`: the chosen properties of an object, of the objects below it, and of the items
 * of a collection. `asJson` answers `retrieve()`, which wants the add-in's own lower-case names.
 */
export function answerQuery(
  object: HostObject,
  query: QueryInfo,
  asJson: boolean,
  gate?: MemberGate,
): unknown {
  const branches: Branches = {};
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? []).map((e) => `${e}/${ALL}`)]) {
    path.split("/").reduce((branch, name) => (branch[name] ??= {}), branches);
  }
  return project(object, branches, { asJson, gate }, query);
}

interface Asked {
  asJson: boolean;
  gate: MemberGate | undefined;
}

function project(value: unknown, branches: Branches, asked: Asked, page?: QueryInfo): unknown {
  if (!(value instanceof HostObject)) return value;
  const { asJson, gate } = asked;
  const answer: Record<string, unknown> = {};
  if (value.referenceId) answer._ReferenceId = value.referenceId;
  const names = Object.keys(branches).filter((name) => !name.startsWith("$"));
  if (value instanceof HostCollection) {
    // Both `load("items/name")` and `load("name")` name the properties of the items.
    const { items = {}, ...ofItems } = branches;
    delete ofItems.count;
    const first = page?.Skip ?? 0;
    const shown = value.members().slice(first, page?.Top ? first + page.Top : undefined);
    answer[asJson ? "items" : "_Items"] = shown.map((item) => ({
      ...(item.key() === undefined ? {} : { [asJson ? "id" : "Id"]: item.key() }),
      ...(project(item, { ...items, ...ofItems }, asked) as object),
    }));
    if (branches.count) answer[asJson ? "count" : "Count"] = value.members().length;
    return answer;
  }
  const wanted = new Set(names);
  if (wanted.size === 0 || branches[ALL]) {
    const scalars = value.scalars().filter((name) => gate?.knows(value, name) ?? true);
    scalars.forEach((name) => wanted.add(name));
  }
  for (const name of wanted) {
    gate?.refuse(value, name);
    const key = asJson ? name.charAt(0).toLowerCase() + name.slice(1) : wireName(name);
    answer[key] = project(readMember(value, wireName(name)), branches[name] ?? {}, asked);
  }
  return answer;
}
