import type { Outline } from "../../model/outline.js";
import { holds, type Span } from "../../model/span.js";
import type { Reading, Standing } from "./reading.js";
import { traitsOf } from "./traits.js";
import { itemDoubtWeights, placeDoubtWeights } from "./weights.js";

/** Chosen on the tuning anchors; the page of `misplaced-anchor` has the curve. The logarithm of odds, but for what is told, which is nats. */
export const limits = {
  /** An anchor in a function is reported if it is more doubtful that this is the function. */
  code: 0.75,
  /** And one on data or at the top of the file, of which rows tell less. */
  data: 2.5,
  /** Where by what is said its function is the likeliest all the same, and words are all that there is to say of another one, it takes more. */
  codeByWords: 1,
  /** Or if it is more doubtful that the place in its item is the right one. */
  place: 2,
  /** Where words are all that there is to say of the better place, it takes more. */
  placeByWords: 2.25,
  /** So much better than the middle one must the best item be for an anchor to be doubted, by what is said of it: else nothing is. */
  toldOfBest: 0.5,
  /** So much better for one to be called plausible, with what the places in its item tell: */
  told: 1,
  /** this share of it, up to so much. */
  shareOfPlaces: 0.5,
  mostOfPlaces: 6,
} as const;

/** The limits on how doubtful an anchor may be, or others that are tried in their place. */
export type Limits = Readonly<Record<"code" | "data" | "place", number>>;

/** What a file's code says of the place of an anchor. */
export type Plausibility =
  | { readonly kind: "plausible" }
  /** What is said of the anchor could not tell its place from a middling one. */
  | { readonly kind: "unjudged" }
  /**
   * `better` is the item that explains what is said better, which may be the anchor's own; `undefined` is the top of the file. `byCode`: words alone will
   * not do as reasons there. `instead`: the item itself is doubted, so this other one may serve if the better one gives no reason.
   */
  | {
      readonly kind: "misplaced";
      readonly own: number | undefined;
      readonly better: number | undefined;
      readonly byCode: boolean;
      readonly instead?: { readonly item: number; readonly byCode: boolean };
    };

/** The likeliest item but the anchor's own and those around and inside it; `undefined` is the top of the file. */
function likeliestElse({ items }: Outline, scores: readonly number[], own: number | undefined): number | undefined {
  const span = own === undefined ? undefined : items[own]?.span;
  let best: { readonly item: number; readonly score: number } | undefined;
  for (const [at, { span: other }] of items.entries()) {
    const score = scores[at + 1] ?? 0;
    if (at === own || (span !== undefined && (holds(span, other) || holds(other, span)))) continue;
    if (best === undefined || score > best.score) best = { item: at, score };
  }
  return best?.item;
}

/** What traits are worth. */
export interface DoubtWeights {
  readonly item: Readonly<Record<string, number>>;
  readonly place: Readonly<Record<string, number>>;
}

/** The weights that every check uses. Only what fits new ones hands in others. */
export const doubtWeights: DoubtWeights = { item: itemDoubtWeights, place: placeDoubtWeights };

/** The logarithms of the odds that an anchor is in the wrong item, and at the wrong place of it. */
export interface Doubt {
  readonly item: number;
  readonly place: number;
}

/** How doubtful an anchor with these traits is. */
export function doubtOf(traits: ReadonlyMap<string, number>, weights = doubtWeights): Doubt {
  const sum = (worth: Readonly<Record<string, number>>): number =>
    [...traits].reduce((total, [trait, value]) => total + (worth[trait] ?? 0) * value, 0);
  return { item: sum(weights.item), place: sum(weights.place) };
}

/** What of an anchor is too doubtful, if anything is. */
export function doubted({ item, place }: Doubt, isCode: boolean, by: Limits = limits): "item" | "place" | undefined {
  if (item > (isCode ? by.code : by.data)) return "item";
  return place > by.place ? "place" : undefined;
}

/** True in a function. */
export function isInCode({ items }: Outline, item: number | undefined): boolean {
  return item !== undefined && items[item]?.callable === true;
}

/** Where the anchor should rather be: in its own item if only another place in that is better, else in the likeliest other one. */
function betterThan({ code, scores }: Reading, { own, random, inItem }: Standing): number | undefined {
  const behind = random - (scores[own === undefined ? 0 : own + 1] ?? 0);
  return behind <= 0 && inItem.margin > 0 ? own : likeliestElse(code.outline, scores, own);
}

/**
 * Whether the construct plausibly is what the reading is about; `others` is what is said of the other anchors of the file.
 *
 * Two conditional logits give what each item and each place in one is worth; how the construct stands by them is summed up in traits, and
 * logits of these say how doubtful its item and its place are.
 */
export function plausibilityOf(reading: Reading, others: readonly Reading[], construct: Span): Plausibility {
  if (reading.toldOfBest < limits.toldOfBest) return { kind: "unjudged" };
  const standing = reading.standing(construct);
  const doubt = doubtOf(traitsOf(reading, others, standing));
  const wrong = doubted(doubt, isInCode(reading.code.outline, standing.own));
  if (wrong !== undefined) {
    const { own } = standing;
    const better = wrong === "item" ? betterThan(reading, standing) : own;
    const byCode = better === own && doubt.place <= limits.placeByWords;
    const item = wrong === "item" && better === own ? likeliestElse(reading.code.outline, reading.scores, own) : undefined;
    const instead = item === undefined ? {} : { instead: { item, byCode: doubt.item <= limits.codeByWords } };
    return { kind: "misplaced", own, better, byCode, ...instead };
  }
  const ofPlaces = limits.shareOfPlaces * Math.min(Math.max(reading.toldWithin(construct), 0), limits.mostOfPlaces);
  return { kind: reading.toldOfBest + ofPlaces > limits.told ? "plausible" : "unjudged" };
}
