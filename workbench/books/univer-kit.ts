import type { FUniver } from "@univerjs/core/facade";
import type * as Engine from "@univerjs/preset-sheets-node-core";
import type * as Core from "@univerjs/core";

/**
 * A running Univer: the same in the browser, with a grid to see, and in Node, without. The two load
 * different builds of the same classes, which must not be mixed, so whoever needs a class of the
 * formula engine takes it from here.
 */
export interface UniverKit {
  api: FUniver;
  /** Ends its timers; nothing works afterwards. */
  dispose(): void;
  injector: Core.Injector;
  core: Pick<typeof Core, "ICommandService">;
  engine: Pick<
    typeof Engine,
    | "ArrayValueObject"
    | "BaseFunction"
    | "BooleanValueObject"
    | "ERROR_TYPE_SET"
    | "ErrorValueObject"
    | "FormulaCalculationSessionService"
    | "FormulaDataModel"
    | "IActiveDirtyManagerService"
    | "IFormulaRuntimeService"
    | "IFunctionService"
    | "ISuperTableService"
    | "LexerNode"
    | "LexerTreeBuilder"
    | "NumberValueObject"
    | "PrefixNodeFactory"
    | "SetFormulaCalculationStartMutation"
    | "StringValueObject"
    | "ValueNodeFactory"
    | "functionDate"
    | "functionFinancial"
    | "functionMath"
    | "functionStatistical"
  >;
}
