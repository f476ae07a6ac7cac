/** The words of a text that can tell one row from another: three letters or more, without case. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z_][a-z0-9_]{2,}/g) ?? []);
}

/** How much two texts have in common, 0 to 1: shared words over all words (Jaccard). 0 where either has none. */
export function affinity(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
