import { expect, test } from "vitest";
import { nearestOf, writeInstead } from "../../src/config/nearest.js";

const candidates = ["off", "warn", "warm", "documents", "document"];

test.each([
  ["OFF", "off"],
  ["of", "off"],
  ["on", undefined],
  ["wart", "warn"],
  ["documnet", "document"],
  ["documentss", "documents"],
  ["dcmnts", undefined],
  ["", undefined],
])("the candidate nearest to %j is %s", (word, expected) => {
  expect(nearestOf(word, candidates)).toBe(expected);
});

test("where there are no candidates, there is nothing to write", () => {
  expect(writeInstead("x", [])).toBeUndefined();
});
