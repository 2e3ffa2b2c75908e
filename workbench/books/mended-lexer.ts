import type { LexerTreeBuilder } from "@univerjs/preset-sheets-node-core";
import type { UniverKit } from "./univer-kit";

/** What of Univer's lexer is not meant for others. */
interface Inside {
  _resetTemp(): void;
  _squareBracketState: number;
}

const mended = new WeakSet<object>();

/**
 * Univer's lexer, which 0.25.1 leaves in disorder when a formula opens a square bracket and does not
 * close it, as everyone who types `[@Users]` does for a while: from then on it takes no formula of
 * the workbook apart. It starts each formula in order again once it forgets the open brackets too.
 */
export function mendedLexer({ injector, engine }: UniverKit): LexerTreeBuilder {
  const lexer = injector.get(engine.LexerTreeBuilder);
  if (mended.has(lexer)) return lexer;
  mended.add(lexer);
  const inside = lexer as unknown as Inside;
  const reset = inside._resetTemp.bind(lexer);
  inside._resetTemp = () => {
    reset();
    inside._squareBracketState = 0;
  };
  return lexer;
}
