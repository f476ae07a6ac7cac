import type { Parse, SyntaxTree } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";

/** The tree of a text whose language has the grammar. */
export function parsed(text: string, grammar: GrammarData, parse: Parse): SyntaxTree | undefined {
  return parse(grammar.prepare?.(text) ?? text);
}
