/** The words of identifiers, in lower case: `pickSplit`, `PICK_SPLIT` → `pick`, `split`. */
export function subwords(identifiers: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const identifier of identifiers) {
    for (const [word] of identifier.matchAll(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu)) words.add(word.toLowerCase());
  }
  return words;
}

/** How much two sets have in common, 0 to 1: what they share over what either has (Jaccard). 0 where both are empty. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
