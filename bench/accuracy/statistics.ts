import type { Trial } from "./trial.js";

/** A share with the interval in which it lies with 95 % confidence, each 0 to 1. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly low: number;
  readonly high: number;
}

/** The share of a count in another, with the Wilson score interval; `undefined` of nothing. */
export function shareOf(part: number, whole: number): Share | undefined {
  if (whole === 0) return undefined;
  const z = 1.959964;
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const reach = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  // At the ends the formula misses 0 and 1 by rounding errors.
  return { part, whole, low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

/** What trials come to. */
export interface Tally {
  readonly valid: number;
  readonly invalid: number;
  readonly found: number;
  readonly both: number;
  readonly judged: number;
  readonly foundJudged: number;
}

/** Counts trials. */
export function tallyOf(trials: readonly Trial[]): Tally {
  const valid = trials.filter(({ outcome }) => outcome !== "invalid");
  const found = valid.filter(({ outcome }) => outcome === "found");
  return {
    valid: valid.length,
    invalid: trials.length - valid.length,
    found: found.length,
    both: found.filter(({ both }) => both).length,
    judged: valid.filter(({ judged }) => judged).length,
    foundJudged: found.filter(({ judged }) => judged).length,
  };
}
