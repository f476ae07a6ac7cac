import type { Span } from "../../model/span.js";
import type { Range } from "./declarations.js";
import { type Body, bodyOf, conjuncts, eachOutside, isAll, isAlways } from "./formula.js";

/** The name that fills the range: `Inv`, `M!Inv`, `Inv(x)`, `Inv[x]`, `M(x)!Inv`. */
function nameIn({ tokens, pairs }: Body, { from, to }: Range): string | undefined {
  let name = "";
  for (let at = from; at < to; ) {
    const token = tokens[at];
    if (token?.kind !== "name") return undefined;
    name += token.text;
    const close = /^[([]$/.test(tokens[at + 1]?.text ?? "") ? pairs.closes.get(at + 1) : at;
    if (close === undefined || close >= to) return undefined;
    if (close === to - 1) return name;
    if (tokens[close + 1]?.text !== "!") return undefined;
    name += "!";
    at = close + 2;
  }
  return undefined;
}

/** What `[A]_v`, which fills the range, says of each step: the range of `A`. */
function boxedIn({ tokens, pairs }: Body, { from, to }: Range): Range | undefined {
  const close = tokens[from]?.text === "[" ? pairs.closes.get(from) : undefined;
  const subscript = close === undefined ? undefined : tokens[close + 1];
  if (close === undefined || subscript === undefined || !subscript.text.startsWith("_")) return undefined;
  const last = subscript.text === "_" ? pairs.closes.get(close + 2) : close + 1;
  return last === to - 1 ? { from: from + 1, to: close } : undefined;
}

/** Puts the names of the parts into `found`, `undefined` for a part that is something else. */
function collect(body: Body, range: Range, found: (string | undefined)[]): void {
  const { tokens, pairs } = body;
  const { from, to } = range;
  const first = tokens[from];
  if (first === undefined || from >= to) return;
  const inner = (at: number): void => collect(body, { from: at, to }, found);
  const parts = conjuncts(body, range);
  if (parts.length > 1 || parts[0]?.from !== from) {
    for (const part of parts) collect(body, part, found);
    return;
  }
  if (isAlways(first)) {
    collect(body, boxedIn(body, { from: from + 1, to }) ?? { from: from + 1, to }, found);
    return;
  }
  if (first.text === "(" && pairs.closes.get(from) === to - 1) {
    collect(body, { from: from + 1, to: to - 1 }, found);
    return;
  }
  const end = pairs.closes.get(from);
  if (first.text === "LET" && end !== undefined && end < to) {
    inner(end + 1);
    return;
  }
  if (isAll(first)) {
    let colon: number | undefined;
    eachOutside(body, range, (token, at) => {
      if (token.text === ":" && colon === undefined) colon = at;
    });
    if (colon === undefined) found.push(undefined);
    else inner(colon + 1);
    return;
  }
  found.push(nameIn(body, range));
}

/** What an expression states. */
export interface Stated {
  readonly names: readonly string[];
  /** True if it states nothing else. */
  readonly whole: boolean;
}

/**
 * The names that an expression implies as a whole: its conjuncts that are nothing but a name, always or for all. Whoever checks the
 * expression has checked them.
 *
 * ```text
 * /\ TypeOK                    [](Safe /\ Live)        A => B
 * /\ \A p \in P : Bounded(p)   Safe, Live              none
 * TypeOK, Bounded
 * ```
 */
export function statedIn(text: string, span: Span): Stated {
  const body = bodyOf(text, span);
  const found: (string | undefined)[] = [];
  collect(body, { from: 0, to: body.tokens.length }, found);
  const names = found.filter((name) => name !== undefined);
  return { names: [...new Set(names)], whole: found.length > 0 && names.length === found.length };
}

/** The names that an expression implies. */
export function impliedNames(text: string, span: Span): readonly string[] {
  return statedIn(text, span).names;
}

/**
 * The names in what a theorem concludes: behind its last PROVE or `=>`, in each of its conjuncts.
 *
 * ```text
 * Spec /\ Fair => []Safe     ASSUME Typed PROVE Safe /\ Live
 * Safe                       Safe, Live
 * ```
 */
export function concludedNames(text: string, span: Span): readonly string[] {
  const body = bodyOf(text, span);
  const { tokens } = body;
  const found: string[] = [];
  const conclude = (range: Range): void => {
    const parts = conjuncts(body, range);
    if (parts.length > 1) {
      for (const part of parts) conclude(part);
      return;
    }
    let from = range.from;
    eachOutside(body, range, (token, at) => {
      if (token.text === "=>" || token.text === "⇒") from = at + 1;
    });
    tokens.slice(from, range.to).forEach(({ kind, text: word }, offset) => {
      const qualifies = tokens[from + offset - 1]?.text === "!" && offset > 1;
      if (kind === "name") found.push(qualifies ? `${found.pop() ?? ""}!${word}` : word);
    });
  };
  conclude({ from: tokens.findLastIndex(({ text: word }) => word === "PROVE") + 1, to: tokens.length });
  return [...new Set(found)];
}
