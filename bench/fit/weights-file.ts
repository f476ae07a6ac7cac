import type { Weights } from "../../src/judge/evidence/scores.js";

const comment = `/**
 * What the evidence of each kind is worth, in nats for each bit, fitted by \`node bench/fit-weights.js\` (conditional logit: the probability of
 * the item, and of the place in it, that the anchor really marks, among all others of its file). Evidence that is not listed is worth nothing.
 * Never changed by hand.
 */
`;

function tableOf(name: string, weights: Readonly<Record<string, number>>): string {
  const lines = Object.entries(weights)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, weight]) => `  ${/^\w+$/.test(feature) ? feature : JSON.stringify(feature)}: ${weight},\n`);
  return `export const ${name}: Readonly<Record<string, number>> = {\n${lines.join("")}};\n`;
}

/** The text of the module that holds the weights. */
export function weightsFile({ items, places }: Weights): string {
  return `${comment}${tableOf("itemWeights", items)}\n${tableOf("placeWeights", places)}`;
}

/** The largest difference between the weights of two tables; what one of them leaves out is worth nothing there. */
export function differenceOf(a: Weights, b: Weights): { readonly feature: string; readonly difference: number } {
  const pairs = [
    [a.items, b.items],
    [a.places, b.places],
  ] as const;
  return pairs
    .flatMap(([one, other]) =>
      Object.keys({ ...one, ...other }).map((feature) => ({ feature, difference: Math.abs((one[feature] ?? 0) - (other[feature] ?? 0)) })),
    )
    .reduce((most, next) => (next.difference > most.difference ? next : most), { feature: "", difference: 0 });
}
