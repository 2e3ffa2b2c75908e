import type { LexerTreeBuilder } from "@univerjs/preset-sheets-node-core";
import { formulaForUniver } from "./formula-for-univer";
import type { UniverKit } from "./univer-kit";

/** What of Univer's lexer is not meant for others. */
interface Inside {
  _resetTemp(): void;
  _squareBracketState: number;
}

/**
 * Univer's lexer, which 0.25.1 leaves in disorder when a formula opens a square bracket and does not
 * close it, as everyone who types `[@Users]` does for a while: from then on it takes no formula of
 * the workbook apart. It starts each formula in order again once it forgets the open brackets too.
 *
 * To calculate, it is given what it can take apart; to edit, the formula as it stands.
 */
export function mendLexer({ injector, engine }: UniverKit): LexerTreeBuilder {
  const lexer = injector.get(engine.LexerTreeBuilder);
  const inside = lexer as unknown as Inside;
  const reset = inside._resetTemp.bind(lexer);
  inside._resetTemp = () => {
    reset();
    inside._squareBracketState = 0;
  };
  const build = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, isToCalculate = true, ...rest) =>
    build(isToCalculate ? formulaForUniver(formula) : formula, isToCalculate, ...rest);
  return lexer;
}
