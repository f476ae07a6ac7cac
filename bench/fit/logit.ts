import type { Example } from "./example.js";
import { type Form, ofEvidence } from "./parameters.js";

/** How weights are fitted. */
export interface Settings {
  /** Quadratic penalty (L2) on the part of a weight that is one speaker's own. */
  readonly ownPenalty: number;
  /** The same on the part that all speakers share, and on what nobody says. */
  readonly sharedPenalty: number;
  readonly steps: number;
  /** How far a step goes at first. */
  readonly rate: number;
}

/** Weights, and how well they explain the examples: the mean logarithm of the probability of what is right. */
export interface Fit {
  readonly weights: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
}

/** A candidate in numbers: the parameters that speak for it, and their bits. */
interface Row {
  readonly parameters: Int32Array;
  readonly bits: Float64Array;
}

interface Choice {
  readonly rows: readonly Row[];
  readonly actual: number;
  readonly weight: number;
}

/** All weights begin there: a start at zero would hold those at once that must not fall below it. */
const start = 0.05;

/** Constants of the method of steps (Adam: Kingma and Ba, 2015), as its authors propose them. */
const adam = { mean: 0.9, square: 0.999, least: 1e-8 } as const;

function choiceOf(
  { candidates, actual, weight }: Example,
  indexOf: (parameter: string) => number,
  parametersOf: Form["parametersOf"],
): Choice {
  const rows = candidates.map((features): Row => {
    const sums = new Map<number, number>();
    for (const [feature, bits] of features) {
      for (const parameter of parametersOf(feature)) sums.set(indexOf(parameter), (sums.get(indexOf(parameter)) ?? 0) + bits);
    }
    return { parameters: Int32Array.from(sums.keys()), bits: Float64Array.from(sums.values()) };
  });
  return { rows, actual, weight };
}

/** Adds `factor` times what speaks for a candidate to a gradient. */
function addTo(gradient: Float64Array, { parameters, bits }: Row, factor: number): void {
  for (let at = 0; at < parameters.length; at += 1) {
    const parameter = parameters[at] ?? 0;
    gradient[parameter] = (gradient[parameter] ?? 0) + factor * (bits[at] ?? 0);
  }
}

function scoreOf({ parameters, bits }: Row, values: Float64Array): number {
  let score = 0;
  for (let at = 0; at < parameters.length; at += 1) score += (values[parameters[at] ?? 0] ?? 0) * (bits[at] ?? 0);
  return score;
}

/** The weighted logarithm of the probability of what is right in one choice; its gradient is added to `gradient`. */
function likelihoodOf({ rows, actual, weight }: Choice, values: Float64Array, gradient: Float64Array): number {
  const scores = rows.map((row) => scoreOf(row, values));
  const top = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - top));
  const sum = exponentials.reduce((all, one) => all + one, 0);
  for (const [at, row] of rows.entries()) {
    addTo(gradient, row, weight * ((at === actual ? 1 : 0) - (exponentials[at] ?? 0) / sum));
  }
  return weight * ((scores[actual] ?? 0) - top - Math.log(sum));
}

/**
 * Fits a conditional logit: the probability of a candidate is the exponential of its weighted evidence over the sum of those of all
 * candidates. No weight falls below zero but those of signed features. The same examples always give the same weights.
 */
export function fitted(examples: readonly Example[], settings: Settings, form: Form = ofEvidence): Fit {
  const { ownPenalty, sharedPenalty, steps, rate } = settings;
  const { parametersOf, isOfOneSpeaker, isSigned } = form;
  const features = [...new Set(examples.flatMap(({ candidates }) => candidates.flatMap((one) => [...one.keys()])))].sort();
  const parameters = [...new Set(features.flatMap(parametersOf))];
  const indices = new Map(parameters.map((parameter, at) => [parameter, at]));
  const choices = examples.map((example) => choiceOf(example, (parameter) => indices.get(parameter) ?? 0, parametersOf));
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  const values = new Float64Array(parameters.length).fill(start);
  const [means, squares] = [new Float64Array(parameters.length), new Float64Array(parameters.length)];
  let logLikelihood = 0;
  for (let step = 1; step <= steps; step += 1) {
    const gradient = new Float64Array(parameters.length);
    logLikelihood = choices.reduce((sum, choice) => sum + likelihoodOf(choice, values, gradient), 0) / total;
    for (const [at, parameter] of parameters.entries()) {
      const value = values[at] ?? 0;
      const slope = (gradient[at] ?? 0) / total - (isOfOneSpeaker(parameter) ? ownPenalty : sharedPenalty) * value;
      const mean = adam.mean * (means[at] ?? 0) + (1 - adam.mean) * slope;
      const square = adam.square * (squares[at] ?? 0) + (1 - adam.square) * slope * slope;
      means[at] = mean;
      squares[at] = square;
      const size = Math.sqrt(square / (1 - adam.square ** step)) + adam.least;
      const next = value + (rate * (mean / (1 - adam.mean ** step))) / size;
      values[at] = isSigned(parameter) ? next : Math.max(0, next);
    }
  }
  const partOf = (parameter: string): number => values[indices.get(parameter) ?? -1] ?? 0;
  const weightOf = (feature: string): number => parametersOf(feature).reduce((sum, parameter) => sum + partOf(parameter), 0);
  return { weights: Object.fromEntries(features.map((feature) => [feature, weightOf(feature)])), logLikelihood };
}
