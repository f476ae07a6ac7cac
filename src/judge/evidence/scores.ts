import type { Span } from "../../model/span.js";
import type { Claim } from "./claims.js";
import { itemEvidence } from "./item-evidence.js";
import type { Lines, Occurrences } from "./occurrences.js";
import { placeEvidence } from "./place-evidence.js";
import { itemWeights, placeWeights } from "./weights.js";

/** One thing that speaks for an item or a place, and how much, in nats. */
export interface Support {
  readonly at: number;
  readonly claim: Claim | undefined;
  readonly feature: string;
  readonly nats: number;
}

function* weighed<E extends { readonly feature: string; readonly bits: number; readonly claim: Claim | undefined }>(
  evidence: Iterable<E>,
  weights: Readonly<Record<string, number>>,
  at: (one: E) => number,
): Generator<Support> {
  for (const one of evidence) {
    const weight = weights[one.feature];
    if (weight !== undefined) yield { at: at(one), claim: one.claim, feature: one.feature, nats: weight * one.bits };
  }
}

/** What speaks for each item of the file; `at` is the item's index, -1 for the top. */
export function itemSupport(claims: readonly Claim[], code: Occurrences): Iterable<Support> {
  return weighed(itemEvidence(claims, code), itemWeights, ({ item }) => item);
}

/** What speaks for each of the places of an item; `at` is the index of the place. */
export function placeSupport(claims: readonly Claim[], code: Occurrences, places: readonly Span[], itemLines: Lines): Iterable<Support> {
  return weighed(placeEvidence(claims, code, places, itemLines), placeWeights, ({ place }) => place);
}

/** The sums of what speaks for each of `count` candidates; index 0 is the candidate `first`. */
export function sums(support: Iterable<Support>, count: number, first = 0): readonly number[] {
  const scores = new Array<number>(count).fill(0);
  for (const { at, nats } of support) scores[at - first] = (scores[at - first] ?? 0) + nats;
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
