import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { differenceOf, weightsFile } from "../../bench/fit/weights-file.js";
import { frozenWeights } from "../../src/judge/evidence/scores.js";

test("the module of the weights is as the fit writes it", () => {
  expect(weightsFile(frozenWeights)).toBe(readFileSync("src/judge/evidence/weights.ts", "utf8"));
});

test("weights differ by what one of them leaves out, too", () => {
  const [a, b] = [
    { items: { size: 0.2 }, places: { size: 0.1 } },
    { items: { size: 0.25 }, places: {} },
  ];
  expect(differenceOf(a, a)).toEqual({ feature: "", difference: 0 });
  expect(differenceOf(a, b)).toEqual({ feature: "size", difference: 0.1 });
});
