import type { Span } from "../../model/span.js";
import type { Range } from "./declarations.js";
import { type Pairs, pairsOf } from "./pairs.js";
import { lex, type Token } from "./tokens.js";

/** Operators that bind less tightly than `/\`: a list of conjuncts with one of them between is none. */
const looser: ReadonlySet<string> = new Set(["=>", "<=>", "\\equiv", "~>", "-+->", "\\/", "\\lor", "∨", "⇒", "⇔", "≡"]);

const isAnd = ({ text }: Token): boolean => text === "/\\" || text === "\\land" || text === "∧";
export const isAll = ({ text }: Token): boolean => text === "\\A" || text === "\\forall";
export const isAlways = ({ text }: Token): boolean => text === "[]" || text === "□";

/** The tokens of a formula, and how they stand. */
export interface Body {
  readonly tokens: readonly Token[];
  readonly pairs: Pairs;
  readonly column: (token: Token) => number;
  /** Where the line of a token begins. */
  readonly line: (token: Token) => number;
}

/** The formula that a span of a text holds. */
export function bodyOf(text: string, span: Span): Body {
  const { tokens } = lex(text.slice(0, span.end), span.start);
  const line = ({ span: { start } }: Token): number => text.lastIndexOf("\n", start - 1) + 1;
  return { tokens, pairs: pairsOf(tokens), column: (token) => token.span.start - line(token), line };
}

/** Calls `seen` with the tokens of a range that no bracket and no LET of the range holds. */
export function eachOutside({ tokens, pairs }: Body, { from, to }: Range, seen: (token: Token, at: number) => void): void {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) return;
    seen(token, at);
    const close = pairs.closes.get(at);
    if (close !== undefined && close < to) at = close;
  }
}

/** The parts of a range between its conjunctions; the range itself where it is no conjunction. */
export function conjuncts(body: Body, range: Range): readonly Range[] {
  const { tokens } = body;
  const first = tokens[range.from];
  if (first === undefined) return [];
  const cuts: number[] = [];
  let isLoose = false;
  let isBound = false;
  // A list of bullets holds what stands to the right of them, whatever operators that has.
  const bullets = isAnd(first);
  eachOutside(body, range, (token, at) => {
    const isBullet =
      isAnd(token) &&
      (!bullets ||
        (body.column(token) === body.column(first) && (at === range.from || body.line(token) !== body.line(tokens[at - 1] ?? token))));
    if (isBound) return;
    if (isBullet) cuts.push(at);
    else if (!bullets) {
      // What these bind goes on to the end, so that nothing behind them is the range's own.
      isBound = isAll(token) || /^(?:\\E|\\exists|∃|IF|CASE|LET|LAMBDA|CHOOSE)$/.test(token.text);
      isLoose ||= looser.has(token.text);
    }
  });
  if (isLoose || cuts.length === 0) return [range];
  return [...(bullets ? [] : [range.from]), ...cuts.map((at) => at + 1)].map((from, index) => ({
    from,
    to: cuts[bullets ? index + 1 : index] ?? range.to,
  }));
}
