/** Where a line stands in two texts, by index. */
export interface CommonLine {
  readonly before: number;
  readonly after: number;
}

/** The lines that occur once, with their indexes. */
function uniqueLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number | undefined>();
  for (const [at, line] of lines.entries()) found.set(line, found.has(line) ? undefined : at);
  return new Map([...found].flatMap(([line, at]) => (at === undefined ? [] : [[line, at] as const])));
}

/** The longest chain of pairs that rises on the other side too. The pairs come in the order of `before`. */
function longestRise(pairs: readonly CommonLine[]): readonly CommonLine[] {
  // For each length, the chain of that length whose last line stands first in `after`, linked backward.
  const ends: Chain[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.pair.after ?? 0) < pair.after) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, previous: ends[low - 1] };
  }
  const chain: CommonLine[] = [];
  for (let last = ends.at(-1); last !== undefined; last = last.previous) chain.push(last.pair);
  return chain.reverse();
}

interface Chain {
  readonly pair: CommonLine;
  readonly previous: Chain | undefined;
}

/** Lines that stand once in each of the texts and in the same order in both: what is between two of them can be compared by itself. */
export function commonLines(before: readonly string[], after: readonly string[]): readonly CommonLine[] {
  const there = uniqueLines(after);
  const pairs = [...uniqueLines(before)].flatMap(([line, at]) => {
    const other = there.get(line);
    return other === undefined ? [] : [{ before: at, after: other }];
  });
  return longestRise(pairs);
}
