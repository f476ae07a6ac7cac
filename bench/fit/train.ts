import type { ScoreWeights } from "../../src/judge/evidence/scores.js";
import type { Case } from "./cases.js";
import { type Example, itemExample, placeExample } from "./example.js";
import { fitted, type Settings } from "./logit.js";

const settings: Settings = { ownPenalty: 0.03, sharedPenalty: 0.01, steps: 350, rate: 0.04 };

/** Choices to learn from. */
export interface Examples {
  readonly items: readonly Example[];
  readonly places: readonly Example[];
}

/** Weights, and the mean logarithm of the probability that they give to what is right. */
export interface Trained {
  readonly weights: ScoreWeights;
  readonly logLikelihood: { readonly items: number; readonly places: number };
}

/** What the anchors teach. */
export function examplesOf(cases: readonly Case[]): Examples {
  return {
    items: cases.map((one) => itemExample(one, 1)),
    places: cases.flatMap((one) => placeExample(one, one.place, 1) ?? []),
  };
}

/** Three decimals are more than the examples tell. What is worth nothing is left out. */
export function rounded(weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const all = Object.entries(weights).map(([feature, weight]) => [feature, Math.round(weight * 1000) / 1000] as const);
  return Object.fromEntries(all.filter(([, weight]) => weight !== 0));
}

/** Fits the weights of items and of places. */
export function train(examples: readonly Examples[]): Trained {
  const items = fitted(
    examples.flatMap((one) => one.items),
    settings,
  );
  const places = fitted(
    examples.flatMap((one) => one.places),
    settings,
  );
  return {
    weights: { items: rounded(items.weights), places: rounded(places.weights) },
    logLikelihood: { items: items.logLikelihood, places: places.logLikelihood },
  };
}
