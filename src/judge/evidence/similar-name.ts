import type { OutlineItem } from "../../model/outline.js";
import { isNear } from "../nearness.js";
import { stemsOf } from "./words.js";

/** The least share of all their words that two names have in common (Jaccard) to be told for one another. */
const least = 0.5;

/** The function that reads most like a name: few letters away, or with half of all words in common; `undefined` if none does. */
export function similarName(name: string, items: readonly OutlineItem[]): string | undefined {
  const wanted = new Set(stemsOf(name));
  let best: { readonly name: string; readonly share: number } | undefined;
  for (const item of items) {
    if (!item.callable) continue;
    const stems = new Set(stemsOf(item.name));
    const shared = [...stems].filter((stem) => wanted.has(stem)).length;
    const share = isNear(name, item.name) ? 1 : shared / Math.max(1, wanted.size + stems.size - shared);
    if (share >= least && share > (best?.share ?? 0)) best = { name: item.name, share };
  }
  return best?.name;
}
