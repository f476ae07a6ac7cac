import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedName, stemsOf, wordsOf } from "../../src/judge/evidence/words.js";
import { tokensOf, withPlainSigns } from "../../src/model/outline.js";

describe("the words of a text", () => {
  it.each([
    ["claimTail claim_tail CLAIM_TAIL ClaimTail", ["claim", "tail", "claim", "tail", "claim", "tail", "claim", "tail"]],
    ["HTTPServer2 x86_64", ["http", "server", "86", "64"]],
    ["the lock is never taken twice", ["lock", "taken", "twice"]],
    ["a b c", []],
    ["_ __ ∧ — |", []],
    ["Größe der Schlüssel", ["größe", "der", "schlüssel"]],
    ["", []],
  ])("%j", (text, words) => expect(wordsOf(text).map(({ written }) => written)).toEqual(words));

  it("have one stem in all their forms", () => {
    for (const forms of ["sorts sorted sorting sort", "evict evicts evicted evicting", "lease leases leased leasing"]) {
      expect(new Set(stemsOf(forms)).size, forms).toBe(1);
    }
    expect(stemsOf("lease least")[0]).not.toBe(stemsOf("lease least")[1]);
  });

  const name = fc.array(fc.constantFrom("grow", "tail", "Epoch", "key", "ring"), { minLength: 1, maxLength: 4 });

  it("are those of an identifier, in whatever language's style it is written", () => {
    fc.assert(
      fc.property(name, (parts) => {
        const words = parts.map((part) => part.toLowerCase());
        const camel = words.map((word, at) => (at === 0 ? word : word.replace(/^./, (letter) => letter.toUpperCase()))).join("");
        expect(stemsOf(words.join("_"))).toEqual(stemsOf(camel));
        expect(foldedName(words.join("_"))).toBe(foldedName(camel));
      }),
    );
  });

  it("are those of its sentences, one after the other", () => {
    const law = (a: string, b: string): void => {
      expect(stemsOf(`${a} ${b}`)).toEqual([...stemsOf(a), ...stemsOf(b)]);
    };
    fc.assert(fc.property(fc.string(), fc.string(), law));
  });
});

it("a private member is a token with its sign, and the name that is written without it", () => {
  expect(tokensOf("this.#held(lease, now)")).toEqual(["#held", "lease", "now"]);
  expect(tokensOf("x # y")).toEqual(["x", "#", "y"]);
  expect(foldedName("#heldBy")).toBe(foldedName("held_by"));
});

it("the signs of formulas are those of code, in a text as in tokens", () => {
  expect(withPlainSigns("`a ≤ b` ∧ c ≠ d = e")).toBe("`a <= b` && c != d = e");
  expect(tokensOf("a ≤ b")).toEqual(["a", "<=", "b"]);
});
