import { matchSequences } from "./follow-match.js";

/** The lines that one line became, 0-based, and how much of it stands there, from 0 to 1. */
export interface Edited {
  readonly first: number;
  readonly last: number;
  readonly share: number;
}

/** Above so many words and signs a change is too large for single lines to be told. */
const mostTokens = 6_000;

/** A line of which less is left is another line; where as many lines stand as before, they take one another's places, and less will do. */
const leastShare = { any: 0.5, inPlace: 0.3 };

interface Tokens {
  readonly ids: Int32Array;
  /** The line of each token. */
  readonly lines: readonly number[];
}

const wordOrSign = /[\p{L}\p{N}_]+|\S/gu;

/**
 * What became of changed lines among the lines that stand in their place: by their words and signs, so that a line that was wrapped is
 * found on several lines and a changed one by what is left of it. `undefined` for each line that is not found.
 */
export function editedLines(before: readonly string[], after: readonly string[]): readonly (Edited | undefined)[] {
  const known = new Map<string, number>();
  const weights: number[] = [];
  const read = (texts: readonly string[]): Tokens => {
    const ids: number[] = [];
    const lines: number[] = [];
    texts.forEach((text, line) => {
      for (const [token] of text.matchAll(wordOrSign)) {
        if (!known.has(token)) {
          known.set(token, weights.length);
          weights.push(/[\p{L}\p{N}_]/u.test(token) ? Math.min(token.length, 12) : 0.25);
        }
        ids.push(known.get(token) ?? 0);
        lines.push(line);
      }
    });
    return { ids: Int32Array.from(ids), lines };
  };
  const [from, to] = [read(before), read(after)];
  if (from.ids.length > mostTokens || to.ids.length > mostTokens) return before.map(() => undefined);
  const weight = (id: number): number => weights[id] ?? 0;
  const match = matchSequences(from.ids, to.ids, weight);
  const totals = before.map(() => 0);
  const landed = before.map(() => new Map<number, number>());
  from.lines.forEach((line, at) => {
    const own = weight(from.ids[at] ?? 0);
    totals[line] = (totals[line] ?? 0) + own;
    const target = match[at] ?? -1;
    if (target === -1) return;
    const there = to.lines[target] ?? 0;
    const found = landed[line];
    found?.set(there, (found.get(there) ?? 0) + own);
  });
  const least = before.length === after.length ? leastShare.inPlace : leastShare.any;
  return landed.map((found, line) => largest(found, totals[line] ?? 0, least));
}

/** The run of neighbouring lines around the one that has most of it. */
function largest(found: ReadonlyMap<number, number>, total: number, least: number): Edited | undefined {
  const [top] = [...found].sort(([a, x], [b, y]) => y - x || a - b);
  if (top === undefined || total === 0) return undefined;
  let [first, last, sum] = [top[0], top[0], top[1]];
  for (; found.has(first - 1); first -= 1) sum += found.get(first - 1) ?? 0;
  for (; found.has(last + 1); last += 1) sum += found.get(last + 1) ?? 0;
  const share = sum / total;
  return share < least ? undefined : { first, last, share };
}
