import { distance } from "fastest-levenshtein";

/** How many edits may part two spellings of one name: none under 4 letters, one under 8, else two. */
function allowance(name: string): number {
  return name.length < 4 ? 0 : name.length < 8 ? 1 : 2;
}

/** True if the two are spellings of one name: the same without case, or few edits apart (Levenshtein). Equal names are not near. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return false;
  if (a.toLowerCase() === b.toLowerCase()) return true;
  return Math.abs(a.length - b.length) <= 2 && distance(a, b) <= Math.min(allowance(a), allowance(b));
}

/** True if the two differ in their numbers alone: `INV-03` and `INV-04` are two names, `INV-3` and `INV-03` may be one. */
export function differInNumber(a: string, b: string): boolean {
  const numbers = (name: string): readonly number[] => (name.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  return a.replace(/\d+/g, "0") === b.replace(/\d+/g, "0") && left.some((number, at) => number !== right[at]);
}

/** The candidate that is nearest to the name, the first of equals; `undefined` if none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    if (!isNear(name, candidate)) continue;
    const edits = distance(name, candidate);
    if (best === undefined || edits < best.edits) best = { candidate, edits };
  }
  return best?.candidate;
}

/**
 * The only candidate that is the name with a word more before or behind it: `SA_Exclusive` or `ExclusiveLock` for `Exclusive`; `undefined` if none or several are.
 * Names under six letters are in too many.
 */
export function extended(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length < 6) return undefined;
  const found = new Set<string>();
  for (const candidate of candidates) {
    const before = candidate.endsWith(name) ? candidate.slice(0, -name.length) : undefined;
    const after = candidate.startsWith(name) ? candidate.slice(name.length) : undefined;
    // A word ends where a capital or an underscore begins the next one.
    const isWhole =
      (before !== undefined && /[_A-Za-z\d]$/.test(before) && (/_$/.test(before) || /^[A-Z][a-z]/.test(name))) ||
      (after !== undefined && /^[_A-Z]/.test(after));
    if (isWhole) found.add(candidate);
  }
  const [only, another] = found;
  return another === undefined ? only : undefined;
}

/** Letters and digits alone, lower case: `Budget Invariant` and `budget_invariant` read alike. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The name that words stand for: the one that reads the same without spaces, signs and case, else one that is near. */
export function meantBy(words: string, names: Iterable<string>): string | undefined {
  const written = folded(words);
  if (written === "") return undefined;
  const list = [...names];
  return list.find((name) => folded(name) === written) ?? list.find((name) => isNear(folded(name), written));
}

/**
 * The candidate spelled most like a word that somebody typed (a key, an option, a rule), letter case ignored; `undefined` if none
 * is near. More forgiving than `nearest`: this only suggests, nothing is held to it.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  // A third of the letters may differ, so that short words need to be nearly right.
  let limit = Math.min(3, Math.ceil(word.length / 3));
  let best: string | undefined;
  for (const candidate of candidates) {
    const away = distance(lower, candidate.toLowerCase());
    if (away > limit) continue;
    best = candidate;
    limit = away - 1;
  }
  return best;
}
