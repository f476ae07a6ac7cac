import { expect, test } from "vitest";
import { drawsFrom } from "../../bench/fit/chance.js";
import type { Example } from "../../bench/fit/example.js";
import { fitted, type Settings } from "../../bench/fit/logit.js";

const free: Settings = { ownPenalty: 0, sharedPenalty: 0, steps: 350, rate: 0.04 };

const planted: Readonly<Record<string, number>> = { "word row body": 0.8, "word name body": 0.3, "token row body": -0.5, size: -0.4 };

/** Choices among six candidates, each made with the probability that the planted weights give it. */
function examplesOf(count: number, seed: number): readonly Example[] {
  const draw = drawsFrom(seed);
  const share = (): number => draw(100_000) / 100_000;
  return Array.from({ length: count }, () => {
    const candidates = Array.from({ length: 6 }, () => new Map(Object.keys(planted).map((feature) => [feature, share() * 4])));
    const worth = candidates.map((features) => Math.exp([...features].reduce((sum, [name, bits]) => sum + (planted[name] ?? 0) * bits, 0)));
    let left = share() * worth.reduce((sum, one) => sum + one, 0);
    const actual = worth.findIndex((one) => {
      left -= one;
      return left < 0;
    });
    return { candidates, actual, weight: 1 };
  });
}

const examples = examplesOf(1000, 1);

test("planted weights are found, and none but that of the size falls below zero", () => {
  const { weights } = fitted(examples, free);
  for (const [feature, weight] of Object.entries(planted)) {
    const expected = feature === "size" ? weight : Math.max(0, weight);
    expect(Math.abs((weights[feature] ?? Number.NaN) - expected), feature).toBeLessThan(0.1);
  }
  expect(weights["token row body"]).toBe(0);
});

test("the same examples give the same weights", () => {
  expect(fitted(examplesOf(200, 2), free)).toEqual(fitted(examplesOf(200, 2), free));
});

test("a speaker who is seldom heard is trusted as the others are", () => {
  const choice = (feature: string, weight: number): Example => ({ candidates: [new Map([[feature, 2]]), new Map()], actual: 0, weight });
  const seldom = fitted([choice("word row body", 1), choice("word anchor body", 0.01)], { ...free, ownPenalty: 0.3, sharedPenalty: 0.03 });
  const alone = fitted([choice("token row body", 1), choice("word anchor body", 0.01)], { ...free, ownPenalty: 0.3, sharedPenalty: 0.03 });
  expect(seldom.weights["word anchor body"]).toBeGreaterThan(0.5);
  expect(alone.weights["word anchor body"]).toBeLessThan(0.4);
});

test("an example's weight is how often it counts", () => {
  const [one, two] = [examplesOf(100, 3), examplesOf(100, 4)];
  const doubled = fitted([...one.map((example) => ({ ...example, weight: 2 })), ...two], free);
  const repeated = fitted([...one, ...one, ...two], free);
  for (const [feature, weight] of Object.entries(doubled.weights)) expect(weight).toBeCloseTo(repeated.weights[feature] ?? Number.NaN, 6);
});
