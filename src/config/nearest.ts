import { distance } from "fastest-levenshtein";

/** The candidate spelled most like `word`, letter case ignored; `undefined` if none is near. */
export function nearestOf(word: string, candidates: readonly string[]): string | undefined {
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

/** What to write instead of `word`: the nearest candidate, else the choice of all; `undefined` where there is none. */
export function writeInstead(word: string, candidates: readonly string[]): string | undefined {
  const near = nearestOf(word, candidates);
  if (near !== undefined) return `Write \`${near}\`.`;
  return oneOf(candidates);
}

/** Asks for one of the candidates; `undefined` where there is none. */
export function oneOf(candidates: readonly string[]): string | undefined {
  return candidates.length === 0 ? undefined : `Use one of ${candidates.map((candidate) => `\`${candidate}\``).join(", ")}.`;
}
