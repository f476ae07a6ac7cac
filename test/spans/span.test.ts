import { expect, it } from "vitest";
import { holds, overlap } from "../../src/model/span.js";

const span = (start: number, end: number) => ({ start, end });

it.each([
  ["one in the other", [2, 8], [3, 5], true, true],
  ["the same", [2, 8], [2, 8], true, true],
  ["one over the other's end", [2, 8], [7, 9], true, false],
  ["side by side", [2, 8], [8, 9], false, false],
  ["an empty one inside", [2, 8], [4, 4], true, true],
  ["an empty one at the end", [2, 8], [8, 8], false, true],
] as const)("%s", (_, [a, b], [c, d], overlapping, holding) => {
  expect([overlap(span(a, b), span(c, d)), overlap(span(c, d), span(a, b))]).toEqual([overlapping, overlapping]);
  expect(holds(span(a, b), span(c, d))).toBe(holding);
});
