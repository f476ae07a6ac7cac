import type { DoubtWeights } from "../../src/judge/evidence/plausibility.js";
import type { ScoreWeights } from "../../src/judge/evidence/scores.js";

/** All that is fitted. */
export interface Weights extends ScoreWeights {
  readonly doubt: DoubtWeights;
}

const comment = `/**
 * What the evidence of each kind is worth, in nats for each bit, fitted by \`node bench/fit-weights.js\` (conditional logit: the probability of
 * the item, and of the place in it, that the anchor really marks, among all others of its file). Evidence that is not listed is worth nothing.
 * Never changed by hand.
 */
`;

const ofDoubt = `/** What each trait of a construct's standing (traits.ts) says for an anchor being in the wrong item, and at the wrong place of it: the logarithm of odds for each unit of it. */
`;

function tableOf(name: string, weights: Readonly<Record<string, number>>): string {
  const lines = Object.entries(weights)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, weight]) => `  ${/^\w+$/.test(feature) ? feature : JSON.stringify(feature)}: ${weight},\n`);
  return `export const ${name}: Readonly<Record<string, number>> = {\n${lines.join("")}};\n`;
}

/** The text of the module that holds the weights. */
export function weightsFile({ items, places, doubt }: Weights): string {
  return `${comment}${tableOf("itemWeights", items)}\n${tableOf("placeWeights", places)}\n${ofDoubt}${tableOf("itemDoubtWeights", doubt.item)}\n${tableOf("placeDoubtWeights", doubt.place)}`;
}

/** The largest difference between the weights of two tables; what one of them leaves out is worth nothing there. */
export function differenceOf(a: Weights, b: Weights): { readonly feature: string; readonly difference: number } {
  const pairs = [
    [a.items, b.items],
    [a.places, b.places],
    [a.doubt.item, b.doubt.item],
    [a.doubt.place, b.doubt.place],
  ] as const;
  return pairs
    .flatMap(([one, other]) =>
      Object.keys({ ...one, ...other }).map((feature) => ({ feature, difference: Math.abs((one[feature] ?? 0) - (other[feature] ?? 0)) })),
    )
    .reduce((most, next) => (next.difference > most.difference ? next : most), { feature: "", difference: 0 });
}
