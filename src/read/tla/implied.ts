import { lineIndexAt, lineStarts, type Span } from "../../model/span.js";
import type { Range } from "./declarations.js";
import { type Pairs, pairsOf } from "./pairs.js";
import { lex, type Token } from "./tokens.js";

/** Operators that bind less tightly than `/\`: a list of conjuncts with one of them between is none. */
const looser: ReadonlySet<string> = new Set(["=>", "<=>", "\\equiv", "~>", "-+->", "\\/", "\\lor", "∨", "⇒", "⇔", "≡"]);

const isAnd = ({ text }: Token): boolean => text === "/\\" || text === "\\land" || text === "∧";
const isAll = ({ text }: Token): boolean => text === "\\A" || text === "\\forall";
const isAlways = ({ text }: Token): boolean => text === "[]" || text === "□";

interface Body {
  readonly tokens: readonly Token[];
  readonly pairs: Pairs;
  readonly column: (token: Token) => number;
  readonly line: (token: Token) => number;
}

/** Calls `seen` with the tokens of a range that no bracket and no LET of the range holds. */
function eachOutside({ tokens, pairs }: Body, { from, to }: Range, seen: (token: Token, at: number) => void): void {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) return;
    seen(token, at);
    const close = pairs.closes.get(at);
    if (close !== undefined && close < to) at = close;
  }
}

/** The parts of a range between its conjunctions; the range itself where it is no conjunction. */
function conjuncts(body: Body, range: Range): readonly Range[] {
  const { tokens } = body;
  const first = tokens[range.from];
  if (first === undefined) return [];
  const cuts: number[] = [];
  let isLoose = false;
  // A list of bullets holds what stands to the right of them, whatever operators that has.
  const bullets = isAnd(first);
  eachOutside(body, range, (token, at) => {
    const isBullet =
      isAnd(token) &&
      (!bullets ||
        (body.column(token) === body.column(first) && (at === range.from || body.line(token) !== body.line(tokens[at - 1] ?? token))));
    if (isBullet) cuts.push(at);
    else if (!bullets && (looser.has(token.text) || isAll(token) || /^(?:\\E|\\exists|∃|IF|CASE|LET|LAMBDA|CHOOSE)$/.test(token.text)))
      isLoose = true;
  });
  if (isLoose || cuts.length === 0) return [range];
  return [...(bullets ? [] : [range.from]), ...cuts.map((at) => at + 1)].map((from, index) => ({
    from,
    to: cuts[bullets ? index + 1 : index] ?? range.to,
  }));
}

/** The name that fills the range: `Inv`, `M!Inv`, `Inv(x)`, `Inv[x]`. */
function nameIn({ tokens, pairs }: Body, { from, to }: Range): string | undefined {
  let name = "";
  let at = from;
  for (; at < to; at += 2) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token?.kind !== "name") return undefined;
    name += token.text;
    if (at + 1 >= to || next?.text !== "!") break;
    name += "!";
  }
  const open = at + 1;
  return open === to || (/^[([]$/.test(tokens[open]?.text ?? "") && pairs.closes.get(open) === to - 1) ? name : undefined;
}

function collect(body: Body, range: Range, found: string[]): void {
  const { tokens, pairs } = body;
  const { from, to } = range;
  const first = tokens[from];
  if (first === undefined || from >= to) return;
  const inner = (at: number): void => collect(body, { from: at, to }, found);
  if (isAlways(first)) {
    inner(from + 1);
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
    if (colon !== undefined) inner(colon + 1);
    return;
  }
  const parts = conjuncts(body, range);
  if (parts.length > 1 || parts[0]?.from !== from) for (const part of parts) collect(body, part, found);
  else {
    const name = nameIn(body, range);
    if (name !== undefined) found.push(name);
  }
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
export function impliedNames(text: string, span: Span): readonly string[] {
  const { tokens } = lex(text.slice(0, span.end), span.start);
  const starts = lineStarts(text);
  const line = ({ span: { start } }: Token): number => lineIndexAt(starts, start);
  const column = (token: Token): number => token.span.start - (starts[line(token)] ?? 0);
  const found: string[] = [];
  collect({ tokens, pairs: pairsOf(tokens), column, line }, { from: 0, to: tokens.length }, found);
  return [...new Set(found)];
}
