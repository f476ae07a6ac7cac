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

/** Where a token is that makes the word likeliest, and how many times likelier; 1 where none does. */
function likeliest(
  stem: string,
  { outline, phrasebook }: Occurrences,
  { first, last }: Lines,
): { readonly at: number; readonly times: number } {
  const { tokens, lines } = outline;
  const pairs = phrasebook.pairsOf(stem);
  let best = { at: -1, times: 1 };
  if (pairs === undefined) return best;
  for (let at = lowerBound(lines, first); at < lowerBound(lines, last + 1); at += 1) {
    for (const term of termsOfToken(tokens[at] ?? "")) {
      const index = phrasebook.codeTerms.get(term);
      const times = index === undefined ? 1 : (pairs.times[pairs.terms.indexOf(index)] ?? 1);
      if (times > best.times) best = { at, times };
    }
  }
  return best;
}

/** The word of a text that goes much better with code in one of the ranges, the first that has any, than with what stands at the anchor. */
export function senseOf(
  text: Claim & { readonly kind: "text" },
  code: Occurrences,
  ranges: readonly Lines[],
  here: Lines,
): Sense | undefined {
  const { starts, tokens } = code.outline;
  for (const range of ranges) {
    let best: { readonly sense: Sense; readonly gain: number } | undefined;
    for (const { written, stem } of wordsOf(text.written)) {
      const { at, times } = likeliest(stem, code, range);
      const gain = times / likeliest(stem, code, here).times;
      if (at === -1 || gain < leastGain || gain <= (best?.gain ?? 0)) continue;
      const start = starts[at] ?? 0;
      best = { sense: { written, span: { start, end: start + (tokens[at]?.length ?? 0) } }, gain };
    }
    if (best !== undefined) return best.sense;
  }
  return undefined;
}
