import { describe, expect, it } from "vitest";
import { termsOfProse, termsOfToken } from "../../src/judge/phrasebook/terms.js";

describe("the terms of a token", () => {
  it.each([
    ["lastRevision", ["last", "revis"]],
    ["is_empty", ["is", "empti"]],
    ["#held", ["held"]],
    ["+=", ["+="]],
    ["1", ["1"]],
    ["4096", ["number"]],
    ['"a text"', ["string"]],
    ["x", []],
  ])("%s", (token, terms) => expect(termsOfToken(token)).toEqual(terms));
});

describe("the terms of a sentence", () => {
  it("are its words, small ones too, those of identifiers, and signs", () => {
    expect(termsOfProse("Only if `free_list.len() <= max` it's reused, a page + 1, n != m")).toEqual([
      "onli",
      "if",
      "free",
      "list",
      "len",
      "<=",
      "max",
      "it",
      "reus",
      "page",
      "+",
      "!=",
    ]);
  });
});
