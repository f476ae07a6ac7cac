import type { Span } from "../../model/span.js";
import type { Claim } from "./claims.js";
import { type Evidence, itemEvidence } from "./item-evidence.js";
import type { Lines, Occurrences } from "./occurrences.js";
import { placeEvidence } from "./place-evidence.js";
import { itemWeights, placeWeights } from "./weights.js";

/** What evidence is worth, in nats for each bit, by its feature. */
export interface ScoreWeights {
  readonly items: Readonly<Record<string, number>>;
  readonly places: Readonly<Record<string, number>>;
}

/** The weights that every check uses. Only what fits new ones hands in others. */
export const scoreWeights: ScoreWeights = { items: itemWeights, places: placeWeights };

/** One thing that speaks for some candidates, and how much, in nats. */
export interface Support {
  readonly candidates: Iterable<number>;
  readonly claim: Claim | undefined;
  readonly nats: number;
}

function* weighed(evidence: Iterable<Evidence>, weights: Readonly<Record<string, number>>): Generator<Support> {
  for (const { feature, bits, claim, candidates } of evidence) {
    const weight = weights[feature];
    if (weight !== undefined) yield { candidates, claim, nats: weight * bits };
  }
}

/** What speaks for each item of the file; -1 is the top. In those `beside` are anchors of rows beside the one that is read. */
export function itemSupport(
  claims: readonly Claim[],
  code: Occurrences,
  weights = scoreWeights,
  beside: Iterable<number> = [],
): Iterable<Support> {
  return weighed(itemEvidence(claims, code, beside), weights.items);
}

/** What speaks for each of the places of an item, by their index. */
export function placeSupport(
  claims: readonly Claim[],
  code: Occurrences,
  places: readonly Span[],
  itemLines: Lines,
  weights = scoreWeights,
): Iterable<Support> {
  return weighed(placeEvidence(claims, code, places, itemLines), weights.places);
}

/** The sums of what speaks for each of `count` candidates; index 0 is the candidate `first`. */
export function sums(support: Iterable<Support>, count: number, first = 0): readonly number[] {
  const scores = new Array<number>(count).fill(0);
  for (const { candidates, nats } of support) for (const at of candidates) scores[at - first] = (scores[at - first] ?? 0) + nats;
  return scores;
}

/** The logarithm of the mean of the exponentials: what a candidate drawn at random is worth. */
export function logMeanExp(scores: readonly number[]): number {
  const top = Math.max(...scores);
  return top + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0) / scores.length);
}

/** The middle one of the scores; of an even number the higher of the two. */
export function medianOf(scores: readonly number[]): number {
  return [...scores].sort((a, b) => a - b)[scores.length >> 1] ?? 0;
}
