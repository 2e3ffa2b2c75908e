import { readConstant } from "./constants";
import type { UniverKit } from "./univer-kit";
import { valueObject } from "./value-objects";

/**
 * Univer 0.25.1 takes the text "1e3" for a number where a function is given it, the number 1E5 for a
 * text, and the comma in {"a,b"} for the end of a value. Constants are read for it.
 */
export function mendConstants(kit: UniverKit): void {
  const factory = kit.injector.get(kit.engine.ValueNodeFactory);
  const create = factory.create.bind(factory);
  const counting = countingFunctions(kit);
  factory.create = (token) => {
    const node = create(token);
    const constant = readConstant(token);
    if (constant === undefined) return node;
    const execute = node.execute.bind(node);
    node.execute = () => {
      if (typeof constant === "string" && counting.has(node.getParent()?.getToken() ?? "")) {
        execute();
        const value = node.getValue();
        if (value?.isValueObject() && "isNumber" in value && value.isNumber()) return;
      }
      // a new object each time: the engine writes on them
      node.setValue(valueObject(kit, constant));
    };
    return node;
  };
}

/** Functions that take "2024-01-01" for a number in Excel too. */
function countingFunctions({ engine }: UniverKit): Set<string> {
  const { functionDate, functionFinancial, functionMath, functionStatistical } = engine;
  const all = [functionDate, functionFinancial, functionMath, functionStatistical].flat();
  const names = new Set(all.map(([, name]) => String(name)));
  names.delete("DECIMAL"); // its text is a number in another notation
  return names;
}
