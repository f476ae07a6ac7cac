import { type DoubtWeights, isInCode } from "../../src/judge/evidence/plausibility.js";
import { type Reading, readingOf } from "../../src/judge/evidence/reading.js";
import type { ScoreWeights } from "../../src/judge/evidence/scores.js";
import { traitsOf } from "../../src/judge/evidence/traits.js";
import { type Case, filesOf } from "./cases.js";
import type { Example } from "./example.js";
import { fitted, type Settings } from "./logit.js";
import { type MoveKind, movesOfAll } from "./moves.js";
import { ofTraits } from "./parameters.js";
import { rounded } from "./train.js";

/** How an anchor stands at a place. */
export interface Observed {
  readonly repository: string;
  readonly kind: MoveKind;
  /** Those of a kind sum to one for each anchor. */
  readonly weight: number;
  readonly traits: ReadonlyMap<string, number>;
  /** True in a function. */
  readonly isCode: boolean;
}

/** What moves teach of each doubt, and what each counts. Anchors where they should be count as much as all the others together. */
const worth: Readonly<Record<keyof DoubtWeights, Readonly<Partial<Record<MoveKind, number>>>>> = {
  item: { "other function": 1, "same function": 0.05, swapped: 0.3, "no code": 0.15 },
  place: { "same function": 1 },
};

const settings: Settings = { ownPenalty: 0, sharedPenalty: 0.01, steps: 600, rate: 0.03 };

/** How anchors stand at their own places and at others, by weights that were fitted without them. */
export function observed(cases: readonly Case[], weights: ScoreWeights): readonly Observed[] {
  const readings = new Map<Case, Reading>(cases.map((one) => [one, readingOf(one.claims, one.code, one.beside, weights)]));
  const files = filesOf(cases);
  return [...movesOfAll(cases)].flatMap(({ own, move: { kind, to, weight } }): readonly Observed[] => {
    const reading = readings.get(own);
    if (reading === undefined) return [];
    const others = (files.get(own.code) ?? []).flatMap((other) => (other.name === own.name ? [] : (readings.get(other) ?? [])));
    const standing = reading.standing(to);
    const isCode = isInCode(own.code.outline, standing.own);
    return [{ repository: own.repository, kind, weight, traits: traitsOf(reading, others, standing), isCode }];
  });
}

/** How far the values of each trait spread: a penalty is fair only to traits of one spread. */
function spreads(all: readonly Observed[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { count: number; sum: number; squares: number }>();
  for (const { traits } of all) {
    for (const [trait, value] of traits) {
      const one = sums.get(trait) ?? { count: 0, sum: 0, squares: 0 };
      sums.set(trait, { count: one.count + 1, sum: one.sum + value, squares: one.squares + value * value });
    }
  }
  const spreadOf = ({ count, sum, squares }: { count: number; sum: number; squares: number }): number =>
    Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  return new Map([...sums].map(([trait, sum]) => [trait, spreadOf(sum) || 1]));
}

function trained(all: readonly Observed[], counts: Readonly<Partial<Record<MoveKind, number>>>): Readonly<Record<string, number>> {
  const used = all.flatMap((one) => {
    const weight = one.kind === "own" ? 1 : (counts[one.kind] ?? 0);
    return weight === 0 ? [] : [{ ...one, weight: one.weight * weight }];
  });
  const total = (isOwn: boolean): number => used.reduce((sum, { kind, weight }) => sum + ((kind === "own") === isOwn ? weight : 0), 0);
  const balance = total(false) / total(true);
  const spread = spreads(used);
  const none: ReadonlyMap<string, number> = new Map();
  const examples = used.map(({ kind, weight, traits }): Example => {
    const scaled = new Map([...traits].map(([trait, value]) => [trait, value / (spread.get(trait) ?? 1)]));
    return { candidates: [scaled, none], actual: kind === "own" ? 1 : 0, weight: weight * (kind === "own" ? balance : 1) };
  });
  const { weights } = fitted(examples, settings, ofTraits);
  return rounded(Object.fromEntries(Object.entries(weights).map(([trait, weight]) => [trait, weight / (spread.get(trait) ?? 1)])));
}

/** Fits what traits are worth: logits of being in the wrong item, and at the wrong place of one, each a choice between the anchor's standing and none. */
export function trainDoubt(all: readonly Observed[]): DoubtWeights {
  return { item: trained(all, worth.item), place: trained(all, worth.place) };
}
