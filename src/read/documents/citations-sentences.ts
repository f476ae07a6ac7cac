import type { Flat } from "./citations-flat.js";

/** Words whose full stop ends no sentence. */
const abbreviation = /(?:^|[\s(])(?:e\.?g|i\.?e|etc|cf|vs|approx|resp|incl|no|nos|fig|sec|ca|pp?|ll|l|al|[A-Z])\.$/i;
const stop = /[.!?][)"”'\]*]*(?=\s)/g;

/** Where the sentences of a flat text end, in order, the last one at its end. Full stops in code end none. */
export function sentencesOf(flat: Flat): readonly number[] {
  const ends = flat.pieces.flatMap(({ opens, from }) => (opens && from > 0 ? [from] : []));
  for (const match of flat.text.matchAll(stop)) {
    const to = match.index + match[0].length;
    if (flat.pieceAt(match.index)?.kind === "code") continue;
    if (match[0].startsWith(".") && abbreviation.test(flat.text.slice(Math.max(0, match.index - 8), match.index + 1))) continue;
    // What goes on in lower case is the same sentence, unless it begins with code.
    if (flat.pieceAt(to + 1)?.kind !== "code" && /[a-z]/.test(flat.text[to + 1] ?? "")) continue;
    ends.push(to);
  }
  ends.push(flat.text.length);
  return ends.sort((a, b) => a - b);
}
