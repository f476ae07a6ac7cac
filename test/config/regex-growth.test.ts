import { describe, expect, it } from "vitest";
import { growth } from "../../src/config/regex-growth.js";
import { regexNode } from "../../src/config/regex-nodes.js";

function growthOf(source: string): string {
  const node = regexNode(source);
  return typeof node === "string" ? node : growth(node);
}

describe("repetitions that take ever longer", () => {
  it.each([
    "(a+)+",
    "(a*)*b",
    "(?:[a-z]+-?)+",
    "([a-z]|[a-f])+",
    "(?:a|ab|b)*c",
    "(?:\\w+\\s?)*",
    "(a?a?)*",
    "(?:a+){2,9}",
    "(?:a{0,7}){0,7}",
    "(?:[a-z]+){12}",
    "x(?:(?:ab)*)*",
    "(?:.+:)+",
    "(?:\\p{L}+|[é])+",
  ])("%s", (source) => {
    expect(growthOf(source)).toBe("exponential");
  });

  it.each([
    "[a-z]+(?:/[a-z]+)*:[a-z][a-z-]*",
    "INV-[A-Z]+-\\d{2}",
    "I-\\d+",
    "LCV(?:-[A-Z]+)+\\.\\d+",
    "(?:[a-z]+-)*[a-z]+",
    "(?:\\d{2}){3}",
    "[A-Z][a-z]+(?:[A-Z][a-z]+)*",
    "\\w+\\w+",
    "(?:a|b)+",
    "(?:\\p{L}|\\p{N})+",
    "[\\]\\-a]+\\b",
    "\\u{61}(?<part>x{0,3})",
  ])("none in %s", (source) => {
    expect(growthOf(source)).toBe("bounded");
  });

  it.each([
    ["(?=a)a", "look-around"],
    ["(?<!a)a", "look-around"],
    ["(a)\\1", "back-reference"],
    ["^a", "anchor"],
    ["a$", "anchor"],
    ["[a-z]{400}", "too-large"],
    ["(?:[a-z]{20}){20}", "too-large"],
  ])("%s is refused: %s", (source, why) => {
    expect(growthOf(source)).toBe(why);
  });
});
