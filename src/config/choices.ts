import { nearestWord } from "../judge/nearness.js";

/** What to write instead of `word`: the nearest candidate, else the choice of all; `undefined` where there is none. */
export function writeInstead(word: string, candidates: readonly string[]): string | undefined {
  const near = nearestWord(word, candidates);
  if (near !== undefined) return `Write \`${near}\`.`;
  return oneOf(candidates);
}

/** Asks for one of the candidates; `undefined` where there is none. */
export function oneOf(candidates: readonly string[]): string | undefined {
  return candidates.length === 0 ? undefined : `Use one of ${candidates.map((candidate) => `\`${candidate}\``).join(", ")}.`;
}
