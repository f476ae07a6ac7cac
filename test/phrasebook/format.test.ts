import { expect, it } from "vitest";
import { decodePhrasebook, encodePhrasebook, type Pair } from "../../src/judge/phrasebook/format.js";

const code = ["truncat", "+=", "lock"];
const pairs = new Map<string, readonly Pair[]>([
  ["shorten", [{ term: 0, times: 800 }]],
  ["noth", []],
  [
    "count",
    [
      { term: 1, times: 25 },
      { term: 2, times: 3.1 },
    ],
  ],
]);

it("a phrasebook that was written is read again, to within a twelfth of a doubling", () => {
  const book = decodePhrasebook(encodePhrasebook(pairs, code));
  expect([...book.codeTerms]).toEqual([
    ["truncat", 0],
    ["+=", 1],
    ["lock", 2],
  ]);
  for (const [term, all] of pairs) {
    const read = book.pairsOf(term);
    expect([...(read?.terms ?? [])]).toEqual(all.map((pair) => pair.term));
    for (const [at, { times }] of all.entries()) expect(Math.abs(Math.log2((read?.times[at] ?? 0) / times))).toBeLessThan(1 / 12);
  }
  expect(book.pairsOf("unheard")).toBeUndefined();
});

it("what was cut short is no phrasebook", () => {
  const bytes = encodePhrasebook(pairs, code);
  expect(() => decodePhrasebook(bytes.subarray(0, bytes.length - 1))).toThrow("no phrasebook: 8 bytes of 3 pairs");
  expect(() => decodePhrasebook(bytes.subarray(0, 20))).toThrow("its first line has no end");
});
