import { expect, it } from "vitest";
import { decodePhrasebook, encodePhrasebook, type Pair } from "../../src/judge/phrasebook/format.js";

const code = ["truncat", "+=", "lock", ...Array.from({ length: 700 }, (_, at) => `term${at}`)];
const pairs = new Map<string, readonly Pair[]>([
  ["shorten", [{ term: 0, times: 800 }]],
  ["noth", []],
  [
    "count",
    [
      { term: 1, times: 25 },
      { term: 2, times: 3.1 },
      { term: 690, times: 9 },
    ],
  ],
]);

it("a phrasebook that was written is read again, to within a twelfth of a doubling", () => {
  const book = decodePhrasebook(encodePhrasebook(pairs, code));
  expect([...book.codeTerms]).toEqual(code.map((term, at) => [term, at]));
  for (const [term, all] of pairs) {
    const read = book.pairsOf(term);
    expect([...(read?.terms ?? [])]).toEqual(all.map((pair) => pair.term));
    for (const [at, { times }] of all.entries()) expect(Math.abs(Math.log2((read?.times[at] ?? 0) / times))).toBeLessThan(1 / 23);
  }
  expect(book.pairsOf("unheard")).toBeUndefined();
});

it("what was cut short is no phrasebook", () => {
  const bytes = encodePhrasebook(pairs, code);
  expect(() => decodePhrasebook(bytes.subarray(0, bytes.length - 1))).toThrow("no phrasebook: 11 bytes, and 4 pairs need 12");
  expect(() => decodePhrasebook(bytes.subarray(0, 20))).toThrow("its first line has no end");
});
