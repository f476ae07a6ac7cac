import { editedLines } from "./follow-edits.js";
import type { LineTable, Version } from "./follow-lines.js";

/** Where a line of one version stands in the next, 0-based. `share` is 1 for a line that is the same but for white space. */
export interface Landing {
  readonly first: number;
  readonly last: number;
  readonly share: number;
}

/** Gaps of more lines are not compared word by word. */
const mostLines = 400;

/** A version and the next one, and where each line of the one stands in the other, or -1. */
export interface Pair {
  readonly from: Version;
  readonly to: Version;
  readonly match: Int32Array;
}

/** Carries lines of a version, ascending, over to the next one. */
export function carry(lines: readonly number[], pair: Pair, table: LineTable): readonly (Landing | undefined)[] {
  const landings = together(lines, pair, table);
  const isOwn = new Set(lines);
  for (let at = 0; at < lines.length; at += 1) {
    if (landings[at] !== undefined) continue;
    const gap = gapAround(lines[at] ?? 0, pair);
    const edited = inGap(gap, pair, table);
    for (; at < lines.length && (lines[at] ?? 0) < gap.end; at += 1) {
      const line = lines[at] ?? 0;
      landings[at] ??= edited[line - gap.start] ?? inPlace(line, gap, isOwn);
    }
    at -= 1;
  }
  closeNear(lines, landings, pair, table);
  return rising(landings);
}

/** The share of the lines' weight that landed, from 0 to 1; every line counts a little, so that brackets alone are followed, too. */
export function shareOf(lines: readonly number[], landings: readonly (Landing | undefined)[], from: Version, table: LineTable): number {
  let [sum, all] = [0, 0];
  lines.forEach((line, at) => {
    const own = 0.01 + table.weight(from.ids[line] ?? 0);
    all += own;
    sum += own * (landings[at]?.share ?? 0);
  });
  return all === 0 ? 0 : sum / all;
}

/**
 * The lines that are the same, kept together: where equal lines stand before and after something inserted or deleted, it cannot be told
 * which of them are old, and the ones that stand with the rest of the cited lines are the better answer.
 */
function together(lines: readonly number[], { from, to, match }: Pair, table: LineTable): (Landing | undefined)[] {
  const found = lines.map((line) => match[line] ?? -1);
  let anchor = -1;
  let heaviest = -1;
  lines.forEach((line, at) => {
    const own = table.weight(from.ids[line] ?? 0);
    if ((found[at] ?? -1) !== -1 && own > heaviest) [anchor, heaviest] = [at, own];
  });
  for (const step of anchor === -1 ? [] : ([-1, 1] as const)) {
    let limit = found[anchor] ?? -1;
    for (let at = anchor + step; at >= 0 && at < lines.length; at += step) {
      const line = lines[at] ?? 0;
      const isNext = line - step === lines[at - step] && (found[at - step] ?? -1) !== -1;
      const beside = limit + step;
      if (isNext && beside >= 0 && beside < to.ids.length && to.ids[beside] === from.ids[line]) found[at] = beside;
      // What the line before it took is no more to be had.
      else if ((found[at] ?? -1) !== -1 && ((found[at] ?? 0) - limit) * step <= 0) found[at] = -1;
      if ((found[at] ?? -1) !== -1) limit = found[at] ?? -1;
    }
  }
  return found.map((at) => (at === -1 ? undefined : { first: at, last: at, share: 1 }));
}

/** Lines that have no equal, and the lines that stand in their place: both without `end`. */
interface Gap {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

function gapAround(line: number, { from, to, match }: Pair): Gap {
  let [start, end] = [line, line + 1];
  while (start > 0 && match[start - 1] === -1) start -= 1;
  while (end < from.ids.length && match[end] === -1) end += 1;
  return {
    start,
    end,
    newStart: start === 0 ? 0 : (match[start - 1] ?? 0) + 1,
    newEnd: end === from.ids.length ? to.ids.length : (match[end] ?? 0),
  };
}

function inGap(gap: Gap, { from, to }: Pair, table: LineTable): readonly (Landing | undefined)[] {
  const { start, end, newStart, newEnd } = gap;
  if (newStart >= newEnd || end - start > mostLines || newEnd - newStart > mostLines) return [];
  const texts = (version: Version, first: number, last: number): readonly string[] =>
    Array.from(version.raw.subarray(first, last), (raw) => table.text(raw));
  const edited = editedLines(texts(from, start, end), texts(to, newStart, newEnd));
  return edited.map((one) => one && { first: one.first + newStart, last: one.last + newStart, share: one.share });
}

/** A line that was written anew among lines that are followed: the gap holds no other lines, and as many as before. */
function inPlace(line: number, gap: Gap, isOwn: ReadonlySet<number>): Landing | undefined {
  if (gap.end - gap.start !== gap.newEnd - gap.newStart) return undefined;
  if (!isOwn.has(gap.start - 1) && !isOwn.has(gap.end)) return undefined;
  for (let at = gap.start; at < gap.end; at += 1) if (!isOwn.has(at)) return undefined;
  const at = line - gap.start + gap.newStart;
  return { first: at, last: at, share: 0 };
}

/** A closing bracket at the end belongs to the lines before it: the first that stands as far in, not one behind other code. */
function closeNear(lines: readonly number[], landings: (Landing | undefined)[], { from, to }: Pair, table: LineTable): void {
  const end = lines.length - 1;
  const before = landings.findLast((landing, at) => landing !== undefined && at < end);
  const [last, line] = [landings[end], lines[end] ?? 0];
  if (before === undefined || last === undefined || table.weight(from.ids[line] ?? 0) > 0) return;
  const first = to.raw.indexOf(from.raw[line] ?? -1, before.last + 1);
  if (first !== -1 && first < last.first) landings[end] = { first, last: first, share: 1 };
}

/** Without the landings that stand before an earlier line's. */
function rising(landings: readonly (Landing | undefined)[]): readonly (Landing | undefined)[] {
  let limit = -1;
  return landings.map((landing) => {
    if (landing === undefined || landing.first < limit) return undefined;
    limit = landing.first;
    return landing;
  });
}
