import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { differenceOf, weightsFile } from "../../bench/fit/weights-file.js";
import { doubtWeights } from "../../src/judge/evidence/plausibility.js";
import { scoreWeights } from "../../src/judge/evidence/scores.js";

test("the module of the weights is as the fit writes it", () => {
  expect(weightsFile({ ...scoreWeights, doubt: doubtWeights })).toBe(readFileSync("src/judge/evidence/weights.ts", "utf8"));
});

test("weights differ by what one of them leaves out, too", () => {
  const [a, b] = [
    { items: { size: 0.2 }, places: { size: 0.1 }, doubt: { item: { one: 1 }, place: {} } },
    { items: { size: 0.25 }, places: {}, doubt: { item: { one: 1 }, place: {} } },
  ];
  expect(differenceOf(a, a)).toEqual({ feature: "", difference: 0 });
  expect(differenceOf(a, b)).toEqual({ feature: "size", difference: 0.1 });
  expect(differenceOf(a, { ...a, doubt: { item: {}, place: {} } })).toEqual({ feature: "one", difference: 1 });
});
