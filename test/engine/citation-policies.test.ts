import { describe, expect, it } from "vitest";
import { asOfFrontMatter, policyOf } from "../../src/engine/citations/policies.js";

describe("the state that a document describes", () => {
  it.each([
    ["---\nspec-anchors-as-of: written\n---\n", "written"],
    ["---\r\ntitle: x\r\nspec-anchors-as-of: '1a2b3c'\r\n---\r\ntext", "1a2b3c"],
    ["---\nspec-anchors: { as-of: v1.2 }\n---\n", "v1.2"],
    ["---\nspec-anchors:\n  other: 1\n  as-of: written\n---\n", "written"],
    ["---\ntitle: as-of: written\n---\n", undefined],
    ["text\n---\nspec-anchors-as-of: written\n---\n", undefined],
    ["---\nspec-anchors-as-of: written\n", undefined],
  ])("%j", (text, asOf) => {
    expect(asOfFrontMatter(text)).toBe(asOf);
  });

  it("is told by the last entry that is about the document, and by the document before all", () => {
    const entries = [{ tolerance: 2 }, { documents: "a", asOf: "written" }, { documents: "a", asOf: "v1", tolerance: 5 }];
    const matches = (pattern: string, path: string): boolean => pattern === path;
    expect(policyOf("a", "", entries, matches)).toEqual({ asOf: "v1", tolerance: 5 });
    expect(policyOf("b", "", entries, matches)).toEqual({ asOf: undefined, tolerance: 2 });
    expect(policyOf("a", "---\nspec-anchors-as-of: v0\n---\n", entries, matches)).toEqual({ asOf: "v0", tolerance: 5 });
  });
});
