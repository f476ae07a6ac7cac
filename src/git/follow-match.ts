/** A stretch of both sequences whose elements are still to be matched. */
interface Stretch {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Above so many comparisons, stretches without an element that is unique in both stay unmatched. */
const mostComparisons = 2_000_000;

/**
 * For each element of `a` its place in `b`, or -1; the places increase. Elements that both have once are matched first, since they are
 * no coincidence; between them the matches of greatest weight.
 */
export function matchSequences(a: Int32Array, b: Int32Array, weight: (id: number) => number): Int32Array {
  const found = new Int32Array(a.length).fill(-1);
  const waiting: Stretch[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const stretch = trimmed(a, b, next, found);
    if (stretch.a === stretch.aEnd || stretch.b === stretch.bEnd) continue;
    const anchors = anchorsIn(a, b, stretch, weight);
    if (anchors.length === 0) {
      if ((stretch.aEnd - stretch.a) * (stretch.bEnd - stretch.b) <= mostComparisons) matchHeaviest(a, b, stretch, weight, found);
      continue;
    }
    let [fromA, fromB] = [stretch.a, stretch.b];
    for (const [inA, inB] of anchors) {
      found[inA] = inB;
      waiting.push({ a: fromA, aEnd: inA, b: fromB, bEnd: inB });
      [fromA, fromB] = [inA + 1, inB + 1];
    }
    waiting.push({ a: fromA, aEnd: stretch.aEnd, b: fromB, bEnd: stretch.bEnd });
  }
  return found;
}

/** Matches what is equal at the beginning and at the end, and gives what is between. */
function trimmed(a: Int32Array, b: Int32Array, stretch: Stretch, found: Int32Array): Stretch {
  let { a: fromA, aEnd, b: fromB, bEnd } = stretch;
  for (; fromA < aEnd && fromB < bEnd && a[fromA] === b[fromB]; fromA += 1, fromB += 1) found[fromA] = fromB;
  for (; fromA < aEnd && fromB < bEnd && a[aEnd - 1] === b[bEnd - 1]; aEnd -= 1, bEnd -= 1) found[aEnd - 1] = bEnd - 1;
  return { a: fromA, aEnd, b: fromB, bEnd };
}

/** Where each element stands if it is there once; -1 if more often. */
function places(sequence: Int32Array, from: number, to: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const id = sequence[at] ?? 0;
    found.set(id, found.has(id) ? -1 : at);
  }
  return found;
}

/** The longest rising row of elements that both stretches have once. */
function anchorsIn(a: Int32Array, b: Int32Array, stretch: Stretch, weight: (id: number) => number): readonly (readonly [number, number])[] {
  const inB = places(b, stretch.b, stretch.bEnd);
  const pairs: (readonly [number, number])[] = [];
  for (const [id, at] of places(a, stretch.a, stretch.aEnd)) {
    const other = inB.get(id) ?? -1;
    if (at !== -1 && other !== -1 && weight(id) > 0) pairs.push([at, other]);
  }
  pairs.sort(([x], [y]) => x - y);
  // For each length the row of that length with the least end, as a chain of pairs.
  const ends: number[] = [];
  const before = new Array<number>(pairs.length).fill(-1);
  pairs.forEach(([, other], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const row: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) row.push(pair);
  }
  return row.reverse();
}

/** Compares each element with each. */
function matchHeaviest(a: Int32Array, b: Int32Array, stretch: Stretch, weight: (id: number) => number, found: Int32Array): void {
  const [rows, columns] = [stretch.aEnd - stretch.a, stretch.bEnd - stretch.b];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const worth = (i: number): number => 1 + 4 * weight(a[stretch.a + i] ?? 0);
  const isEqual = (i: number, j: number): boolean => a[stretch.a + i] === b[stretch.b + j];
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const skipped = Math.max(at(i + 1, j), at(i, j + 1));
      best[i * width + j] = isEqual(i, j) ? Math.max(skipped, at(i + 1, j + 1) + worth(i)) : skipped;
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (isEqual(i, j) && at(i, j) === at(i + 1, j + 1) + worth(i)) {
      found[stretch.a + i] = stretch.b + j;
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
}
