import type { Token } from "./tokens.js";
import { beginsAnywhere } from "./vocabulary.js";

/** True for a token that ends whatever is open before it: no bracket, LET or proof holds it. */
export function isBreak({ kind, text }: Token): boolean {
  return kind === "rule" || kind === "end" || (kind === "keyword" && beginsAnywhere.has(text));
}

/** True if the operator at `at` is named and not applied: `BY DEF Inv, |`, `WITH Plus <- +`, `F!+`. */
function isOperand(tokens: readonly Token[], at: number): boolean {
  return /^(?:,|<-|!|DEFS?|LOCAL)$/.test(tokens[at - 1]?.text ?? ",");
}

/** True if the token names a part of a formula: `F!<<`, `F!:`, `F!@`. */
export function isSelector(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === "!" && /^(?:<<|>>|:|@)$/.test(tokens[at]?.text ?? "");
}

/** True if an expression, a declaration or a step of a proof may end with the token at `at`. */
export function canEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  switch (token?.kind) {
    case "infix":
    case "prefix":
      return isOperand(tokens, at);
    case "keyword":
      return /^(?:OBVIOUS|OMITTED|QED)$/.test(token.text);
    case "sign":
      return /^(?:[)\]}@_]|>>)$/.test(token.text) || isSelector(tokens, at);
    default:
      return true;
  }
}
