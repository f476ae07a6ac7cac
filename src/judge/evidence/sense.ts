import type { Pairs } from "../../model/phrasebook.js";
import { lowerBound, type Span } from "../../model/span.js";
import { termsOfToken } from "../phrasebook/terms.js";
import type { Claim } from "./claims.js";
import type { Lines, Occurrences } from "./occurrences.js";
import { wordsOf } from "./words.js";

/** A word and code that goes with it. */
export interface Sense {
  readonly written: string;
  readonly span: Span;
}

/** The code goes with the word so many times better than what stands at the anchor. */
const leastGain = 8;

const identifier = /^#?[A-Za-z_\u00c0-\u1fff\u2c00-\ud7ff]/;

/** The first identifier in the lines that has each term of code, by the term's index. */
function identifiersIn({ outline, phrasebook }: Occurrences, { first, last }: Lines): ReadonlyMap<number, number> {
  const { tokens, lines } = outline;
  const found = new Map<number, number>();
  for (let at = lowerBound(lines, first); at < lowerBound(lines, last + 1); at += 1) {
    const token = tokens[at] ?? "";
    for (const term of identifier.test(token) ? termsOfToken(token) : []) {
      const index = phrasebook.codeTerms.get(term);
      if (index !== undefined && !found.has(index)) found.set(index, at);
    }
  }
  return found;
}

/** The identifier that makes the word likeliest, and how many times likelier; 1 where none does. */
function likeliest(pairs: Pairs, identifiers: ReadonlyMap<number, number>): { readonly at: number; readonly times: number } {
  let best = { at: -1, times: 1 };
  for (const [one, term] of pairs.terms.entries()) {
    const at = identifiers.get(term);
    const times = pairs.times[one] ?? 1;
    if (at !== undefined && times > best.times) best = { at, times };
  }
  return best;
}

/**
 * The word of a text that goes much better with an identifier in one of the ranges, the first that has any, than with what stands at the anchor. The
 * identifier does not hold the word itself: that would be another reason.
 */
export function senseOf(
  text: Claim & { readonly kind: "text" },
  code: Occurrences,
  ranges: readonly Lines[],
  here: Lines,
): Sense | undefined {
  const { starts, tokens } = code.outline;
  const own = identifiersIn(code, here);
  const words = new Map(wordsOf(text.written).map(({ written, stem }) => [stem, written]));
  for (const range of ranges) {
    const there = identifiersIn(code, range);
    let best: { readonly sense: Sense; readonly gain: number } | undefined;
    for (const [stem, written] of words) {
      const pairs = code.phrasebook.pairsOf(stem);
      if (pairs === undefined) continue;
      const { at, times } = likeliest(pairs, there);
      const token = tokens[at] ?? "";
      if (at === -1 || times < leastGain || times <= (best?.gain ?? 0) || termsOfToken(token).includes(stem)) continue;
      const gain = times / likeliest(pairs, own).times;
      const start = starts[at] ?? 0;
      if (gain >= leastGain && gain > (best?.gain ?? 0)) best = { sense: { written, span: { start, end: start + token.length } }, gain };
    }
    if (best !== undefined) return best.sense;
  }
  return undefined;
}
