import { expect, it } from "vitest";
import { similarName } from "../../src/judge/evidence/similar-name.js";
import type { OutlineItem } from "../../src/model/outline.js";

const item = (name: string, callable = true): OutlineItem => ({ name, callable, span: { start: 0, end: 1 }, within: undefined });

it.each([
  ["half of the words", "evict_oldest", ["insert", "evict_coldest_entry", "evict"], "evict"],
  ["a letter", "aquire_lease", ["acquire_lease"], "acquire_lease"],
  ["a letter before half of the words", "claim_tail", ["claim_head", "claim_tails"], "claim_tails"],
  ["another order of the words", "tail_claim", ["claim_tail"], "claim_tail"],
  ["other forms of the words", "sorting_keys", ["sort_key"], "sort_key"],
  ["the first of equals", "push_entry", ["push_rung", "push_slot"], undefined],
  ["the first of two that share half", "push_entry", ["push", "entry"], "push"],
  ["less than half", "evict_oldest", ["evict_stale_entries"], undefined],
  ["another word", "write", ["fence"], undefined],
  ["words that say nothing", "of_the", ["in_a"], undefined],
  ["nothing", "evict", [], undefined],
])("%s: %s", (_, name, others, expected) => {
  expect(
    similarName(
      name,
      others.map((other) => item(other)),
    ),
  ).toBe(expected);
});

it("is a function's, never a type's", () => {
  expect(similarName("claim_tails", [item("claim_tail", false)])).toBeUndefined();
  expect(similarName("claim_tails", [item("claim_tail", false), item("claim")])).toBe("claim");
});
