import { beforeAll, describe, expect, it } from "vitest";
import type { Occurrences } from "../../src/judge/evidence/occurrences.js";
import { lowerBound } from "../../src/model/span.js";
import { codeIn, spanIn } from "./code.js";

// Comments, blank lines and lone brackets are no lines: the numbers are those of what remains.
const text = `struct Ring { slots: Vec<u8> } // 0

/* not a line */
impl Ring {
    fn claim_tail(&mut self) {
        // claim_tail is called here, says this comment
        let claimTail = self.tail;

        self.claims += 1; self.claims += 1;
    }
}

fn drop_all(ring: &mut Ring) {
    ring.claim_tail();
}
`;

let code: Occurrences;
beforeAll(async () => {
  code = await codeIn(text);
});

describe("lines of", () => {
  it.each([
    ["a token, each once", () => code.ofToken("Ring"), [0, 1, 5]],
    ["a token, twice on a line", () => code.ofToken("claims"), [4]],
    ["a token that only a comment has", () => code.ofToken("comment"), []],
    ["a name as it is written", () => code.ofName("claim_tail"), [2, 6]],
    ["a name as it is written, and not as another language writes it", () => code.ofName("claimTail"), [3]],
    ["a name as another language writes it, if nobody writes it so", () => code.ofName("ClaimTail"), [2, 3, 6]],
    ["a short name as another language writes it", () => code.ofName("U8"), []],
    ["a pair", () => code.ofPair("claims", "+="), [4]],
    ["a pair the other way about", () => code.ofPair("+=", "claims"), []],
    ["a stem, in every form", () => code.ofStem("claim"), [2, 3, 4, 6]],
    ["a stem that is only the beginning of a word", () => code.ofStem("dro"), []],
    ["a stem that no identifier has", () => code.ofStem("zebra"), []],
  ])("%s", (_, lines, expected) => expect(lines()).toEqual(expected));

  it.each([
    ["impl Ring", { first: 1, last: 1 }],
    ["let claimTail = self.tail;", { first: 3, last: 3 }],
    ["// claim_tail is called here, says this comment", { first: 3, last: 2 }],
  ])("the span of `%s`", (stretch, lines) => expect(code.linesOf(spanIn(text, stretch))).toEqual(lines));
});

it("knows the innermost item of each line, and no other as one", () => {
  const names = code.itemOfLine.map((item) => (item === undefined ? "-" : code.outline.items[item]?.name));
  expect(names).toEqual(["Ring", "Ring", "claim_tail", "claim_tail", "claim_tail", "drop_all", "drop_all"]);
  expect(["Ring", "claim_tail", "tail", "claimTail"].map(code.isItem)).toEqual([true, true, false, false]);
});

it("gives the same array for the same question", () => {
  expect(code.ofToken("Ring")).toBe(code.ofToken("Ring"));
  expect(code.ofStem("claim")).toBe(code.ofStem("claim"));
});

it.each([
  [[], 3, 0],
  [[1, 3, 5], 3, 1],
  [[1, 3, 5], 4, 2],
  [[3, 3, 3], 3, 0],
  [[1], 9, 1],
])("the lower bound in %j of %i", (sorted, value, expected) => expect(lowerBound(sorted, value)).toBe(expected));
