import type { SpecFault } from "../../model/spec.js";
import { type Range, spanOf } from "./declarations.js";
import { canEnd } from "./endings.js";
import type { Head } from "./heads.js";
import type { Token } from "./tokens.js";

const isAtom = ({ kind, text }: Token): boolean => kind === "name" || kind === "value" || (kind === "sign" && text === "@");

/** True if a whole expression may end with the token: a name, a value, a closing bracket, a postfix operator. */
const isComplete = (token: Token): boolean =>
  isAtom(token) || token.kind === "postfix" || (token.kind === "sign" && /^(?:[)\]}]|>>)$/.test(token.text));

/**
 * What is certainly wrong with an expression: nothing there, an end in the middle, two values side by side, a proof. It is no parser of
 * expressions: what it passes may still be wrong. A subscript (`]_vars`) and the next definition of a LET may follow a value.
 */
export function expressionFaults(tokens: readonly Token[], { from, to }: Range, heads: ReadonlyMap<number, Head>): readonly SpecFault[] {
  const last = tokens[to - 1];
  if (from >= to || last === undefined) return [{ span: spanOf(tokens, { from: from - 1, to: from }), message: "nothing follows" }];
  for (let at = from + 1; at < to; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (token?.kind === "step") return [{ span: token.span, message: "this step proves no theorem" }];
    if (before === undefined || token === undefined || !isComplete(before) || !isAtom(token) || heads.has(at)) continue;
    if (token.text.startsWith("_") || tokens[at - 2]?.text === "!") continue;
    return [{ span: token.span, message: `\`${token.text}\` follows a value without an operator between` }];
  }
  return canEnd(tokens, to - 1) ? [] : [{ span: last.span, message: `nothing follows this \`${last.text}\`` }];
}
