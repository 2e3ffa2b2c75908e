import type { LexerTreeBuilder } from "@univerjs/preset-sheets-node-core";
import { readConstant } from "./constants";
import { formulaForUniver } from "./formula-for-univer";
import { tokensOf } from "./formula-tokens";
import { mendConstants } from "./mended-constants";
import { mendFunctions } from "./mended-functions";
import { mendLexer } from "./mended-lexer";
import { mendResults } from "./mended-results";
import { mendTables } from "./mended-tables";
import type { UniverKit } from "./univer-kit";

/**
 * The formula engine of Univer 0.25.1, with its faults mended where our formulas met them. The mends
 * are few, each says what is wrong without it, and test/stand-in tells when one is not needed more.
 */
export class MendedEngine {
  private readonly lexer: LexerTreeBuilder;

  constructor(kit: UniverKit) {
    this.lexer = mendLexer(kit);
    mendConstants(kit);
    mendFunctions(kit);
    mendResults(kit);
    mendTables(kit);
  }

  /** Whether Excel would let the formula into a cell. */
  accepts(formula: string): boolean {
    if (formula.replace(/^=/, "").trim() === "") return false;
    const text = formulaForUniver(formula);
    const arrays = tokensOf(text).filter(({ kind }) => kind === "array");
    return (
      arrays.every((array) => readConstant(array.text) !== undefined) &&
      typeof this.lexer.treeBuilder(text, false) !== "string"
    );
  }
}
