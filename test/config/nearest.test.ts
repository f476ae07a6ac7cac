import { expect, test } from "vitest";
import { writeInstead } from "../../src/config/choices.js";
import { nearestWord } from "../../src/judge/nearness.js";

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
  expect(nearestWord(word, candidates)).toBe(expected);
});

test("where there are no candidates, there is nothing to write", () => {
  expect(writeInstead("x", [])).toBeUndefined();
});
