import type { Span } from "../../model/span.js";
import type { Range } from "./declarations.js";
import { type Body, bodyOf, eachOutside } from "./formula.js";

/** Operators whose result is true or false. */
const truths: ReadonlySet<string> = new Set(
  (
    "/\\ \\land ∧ \\/ \\lor ∨ => ⇒ <=> ⇔ \\equiv ≡ ~ \\lnot \\neg ¬ = # /= ≠ \\in ∈ \\notin ∉ \\subseteq ⊆ \\subset ⊂ \\supseteq ⊇ \\supset ⊃ < > " +
    "<= =< \\leq ≤ >= \\geq ≥ \\A ∀ \\forall \\E ∃ \\exists \\AA \\EE [] □ <> ◇ ~> ENABLED UNCHANGED TRUE FALSE"
  ).split(" "),
);

/** The part of a range whose value is the range's: what LET, IF and CASE lead to. */
function resultOf({ tokens, pairs }: Body, { from, to }: Range): Range {
  const first = tokens[from]?.text;
  const close = pairs.closes.get(from);
  if (first === "LET" && close !== undefined && close < to) return { from: close + 1, to };
  if (first === "(" && close === to - 1) return { from: from + 1, to: close };
  if (first !== "IF" && first !== "CASE") return { from, to };
  let last: number | undefined;
  eachOutside({ tokens, pairs, column: () => 0, line: () => 0 }, { from, to }, ({ text }, at) => {
    if (text === "ELSE" || (first === "CASE" && text === "->")) last = at;
  });
  return last === undefined ? { from, to } : { from: last + 1, to };
}

/**
 * What an expression is: `formula` where it is true or false, `value` where it is something else, or the name of the operator that it only calls.
 *
 * ```text
 * x \in S /\ y = 1    formula        Quorum(1)    the name Quorum
 * {x \in S : x > 1}   value
 * ```
 */
export function shapeOf(
  text: string,
  span: Span,
): { readonly kind: "formula" | "value" } | { readonly kind: "call"; readonly name: string } {
  const body = bodyOf(text, span);
  const { tokens, pairs } = body;
  let range: Range = { from: 0, to: tokens.length };
  for (let next = resultOf(body, range); next.from !== range.from; next = resultOf(body, range)) range = next;
  const [first, open] = [tokens[range.from], pairs.closes.get(range.from + 1)];
  if (first?.kind === "name" && (range.to === range.from + 1 || open === range.to - 1)) return { kind: "call", name: first.text };
  let isTruth = false;
  let isBound = false;
  eachOutside(body, range, ({ text: word }) => {
    isTruth ||= !isBound && truths.has(word);
    isBound ||= word === "CHOOSE" || word === "LAMBDA";
  });
  return { kind: isTruth ? "formula" : "value" };
}
