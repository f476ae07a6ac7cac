import type { Pairs, Phrasebook } from "../../model/phrasebook.js";

/*
 * The file of a phrasebook: a line of JSON (`Index`), then three bytes for each pair, prose by prose: the low bytes of all, the high bytes of all, and
 * the levels of all. Low and high byte are how far the index of the code's term is behind that of the pair before, or behind 0 for the first one of a
 * term of prose; a level means `2 ** (level / stepsPerDoubling)` times. So laid out it packs a third smaller than pair by pair.
 */

/** The first line: the terms of prose, how many pairs each has, and the terms of code. */
interface Index {
  readonly prose: readonly string[];
  readonly counts: readonly number[];
  readonly code: readonly string[];
}

/** One pair, before it is written. */
export interface Pair {
  readonly term: number;
  readonly times: number;
}

const stepsPerDoubling = 12;
const mostLevels = 255;

/** The file of a phrasebook. The pairs of each term of prose are in ascending order of the code's terms. */
export function encodePhrasebook(pairs: ReadonlyMap<string, readonly Pair[]>, code: readonly string[]): Uint8Array {
  const index: Index = { prose: [...pairs.keys()], counts: [...pairs.values()].map(({ length }) => length), code };
  const head = new TextEncoder().encode(`${JSON.stringify(index)}\n`);
  const count = index.counts.reduce((sum, one) => sum + one, 0);
  const bytes = new Uint8Array(head.length + count * 3);
  bytes.set(head);
  let at = head.length;
  for (const all of pairs.values()) {
    let before = 0;
    for (const { term, times } of all) {
      bytes[at] = (term - before) % 256;
      bytes[at + count] = (term - before) >> 8;
      bytes[at + 2 * count] = Math.max(0, Math.min(mostLevels, Math.round(stepsPerDoubling * Math.log2(times))));
      before = term;
      at += 1;
    }
  }
  return bytes;
}

/** Reads the file of a phrasebook. Throws if it is none. */
export function decodePhrasebook(bytes: Uint8Array): Phrasebook {
  const end = bytes.indexOf(10);
  if (end === -1) throw new Error("no phrasebook: its first line has no end");
  const { prose, counts, code }: Index = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const count = counts.reduce((sum, one) => sum + one, 0);
  const body = bytes.subarray(end + 1);
  if (body.length !== count * 3) throw new Error(`no phrasebook: ${body.length} bytes, and ${count} pairs need ${count * 3}`);
  const ranges = new Map<string, { readonly from: number; readonly count: number }>();
  let from = 0;
  for (const [at, term] of prose.entries()) {
    ranges.set(term, { from, count: counts[at] ?? 0 });
    from += counts[at] ?? 0;
  }
  const known = new Map<string, Pairs>();
  const read = (range: { readonly from: number; readonly count: number }): Pairs => {
    const terms = new Uint16Array(range.count);
    const times = new Float64Array(range.count);
    let before = 0;
    for (let one = 0; one < range.count; one += 1) {
      const at = range.from + one;
      before += (body[at] ?? 0) + 256 * (body[at + count] ?? 0);
      terms[one] = before;
      times[one] = 2 ** ((body[at + 2 * count] ?? 0) / stepsPerDoubling);
    }
    return { terms, times };
  };
  return {
    codeTerms: new Map(code.map((term, at) => [term, at])),
    pairsOf: (term) => {
      const range = ranges.get(term);
      if (range === undefined) return undefined;
      const pairs = known.get(term) ?? read(range);
      known.set(term, pairs);
      return pairs;
    },
  };
}
