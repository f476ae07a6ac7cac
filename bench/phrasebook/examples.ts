import { headOf, tokensOn } from "../../src/judge/evidence/located.js";
import { occurrencesIn } from "../../src/judge/evidence/occurrences.js";
import { stretchesOfItems } from "../../src/judge/evidence/text-fit.js";
import { type Stretch, weightsOf } from "../../src/judge/phrasebook/fit.js";
import { termsOfProse } from "../../src/judge/phrasebook/terms.js";
import type { Outline } from "../../src/model/outline.js";
import type { Phrasebook } from "../../src/model/phrasebook.js";
import { holds } from "../../src/model/span.js";
import type { SyntaxNode } from "../../src/model/syntax.js";
import type { GrammarData } from "../../src/read/languages/grammar.js";
import type { Comment } from "./comments.js";

/** A comment and the code it is about, in terms, each once; `weights` say how much of each the code has. */
export interface Example {
  readonly prose: readonly string[];
  readonly code: readonly string[];
  readonly weights: Float32Array;
}

/** What is said about a statement among fewer tells little of it. */
const leastPlaces = 4;

function exampleOf(said: string, stretch: Stretch): Example {
  const weights = weightsOf(stretch);
  return { prose: [...new Set(termsOfProse(said))], code: [...weights.keys()], weights: Float32Array.from(weights.values()) };
}

/** Where code begins after each offset, past white space and attributes. */
export function codeAfter(text: string, root: SyntaxNode, grammar: GrammarData): (offset: number) => number {
  const outer = grammar.attributes.filter((type) => !grammar.innerAttributes.includes(type));
  const attributes = new Map(
    (outer.length === 0 ? [] : root.descendantsOfType(outer)).map(({ startIndex, endIndex }) => [startIndex, endIndex]),
  );
  return (offset) => {
    for (let at = offset; ; ) {
      while (/\s/.test(text[at] ?? "")) at += 1;
      const end = attributes.get(at);
      if (end === undefined) return at;
      at = end;
    }
  };
}

/** What is learnt is asked nothing. */
const none: Phrasebook = { codeTerms: new Map(), pairsOf: () => undefined };

/** What each comment says of a function that it stands above, or of the head of a statement in one. */
export function examplesIn(
  text: string,
  outline: Outline,
  comments: readonly (Comment & { readonly target: number })[],
): readonly Example[] {
  const { items } = outline;
  const code = occurrencesIn(outline, none);
  const ofItems = stretchesOfItems(code);
  return comments.flatMap(({ said, target }): readonly Example[] => {
    const lineEnd = text.indexOf("\n", target);
    const below = items.findIndex(({ span }) => span.start >= target && span.start < lineEnd);
    if (below !== -1) {
      const stretch = ofItems[below + 1];
      return items[below]?.callable === true && stretch !== undefined ? [exampleOf(said, stretch)] : [];
    }
    const around = items.findLastIndex(({ span }) => holds(span, { start: target, end: target + 1 }));
    if (items[around]?.callable !== true) return [];
    const places = outline.placesIn(around);
    const place = places.find(({ start }) => start === target);
    if (place === undefined || places.length < leastPlaces) return [];
    return [exampleOf(said, { tokens: tokensOn(outline, headOf(code, place)) })];
  });
}
