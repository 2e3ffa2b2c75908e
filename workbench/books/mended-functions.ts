import type {
  ArrayValueObject,
  BaseFunction,
  BaseReferenceObject,
  BaseValueObject,
} from "@univerjs/preset-sheets-node-core";
import { sheetColumns, sheetRows } from "../host/address";
import type { Variant } from "./grid-arguments";
import type { UniverKit } from "./univer-kit";

/** What fits into one of the two halves in which JavaScript writes the others. */
const lastOfBasicPlane = 0xffff;

interface OneByOne {
  _handleSingleObject(value: BaseValueObject): BaseValueObject;
}

/** Where functions of Univer 0.25.1 differ from Excel's. */
export function mendFunctions(kit: UniverKit): void {
  const { injector, engine } = kit;
  const functions = injector.get(engine.IFunctionService);
  const named = (name: string) => functions.getExecutor(name as never)!;
  mendAt(kit);
  letOutgrowSheet(named("SEQUENCE"));
  letOutgrowSheet(named("RANDARRAY"));
  // an emoji: Univer looks at one half only
  oneByOne(named("UNICHAR"), (value) => {
    const code = Math.floor(Number(value.getValue()));
    const isBeyond = code > lastOfBasicPlane && code <= 0x10ffff;
    return isBeyond ? engine.StringValueObject.create(String.fromCodePoint(code)) : undefined;
  });
  oneByOne(named("UNICODE"), (value) => {
    const code = value.isString() ? String(value.getValue()).codePointAt(0) : undefined;
    const isBeyond = code !== undefined && code > lastOfBasicPlane;
    return isBeyond ? engine.NumberValueObject.create(code) : undefined;
  });
}

/** Rows cost time, so our sheets have few; an array within a formula needs none at all. */
function letOutgrowSheet(executor: BaseFunction): void {
  const set = executor.setSheetRowColumnCount.bind(executor);
  executor.setSheetRowColumnCount = () => set(sheetRows, sheetColumns);
}

function oneByOne(
  executor: BaseFunction,
  handle: (value: BaseValueObject) => BaseValueObject | undefined,
): void {
  const inside = executor as unknown as OneByOne;
  const otherwise = inside._handleSingleObject.bind(executor);
  inside._handleSingleObject = (value) => handle(value) ?? otherwise(value);
}

interface PrefixNode {
  _handlerAT(value: Variant): Variant;
}

/** `@` in front of anything but a range is `#VALUE!` in Univer; Excel itself puts it there. */
function mendAt({ injector, engine }: UniverKit): void {
  const sign = new engine.LexerNode();
  sign.setToken("@");
  const node = injector.get(engine.PrefixNodeFactory).checkAndCreateNodeType(sign);
  const prototype = Object.getPrototypeOf(node) as PrefixNode;
  if (Object.hasOwn(prototype, "isMended")) return;
  Object.defineProperty(prototype, "isMended", { value: true });
  const intersect = prototype._handlerAT;
  prototype._handlerAT = function (value) {
    if (value.isReferenceObject()) {
      return (value as BaseReferenceObject).isCell() ? value : intersect.call(this, value);
    }
    return value.isArray() ? (value as ArrayValueObject).get(0, 0)! : value;
  };
}
