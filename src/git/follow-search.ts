import { carry, type Landing, shareOf } from "./follow-carry.js";
import type { LineTable, Version } from "./follow-lines.js";
import { matchSequences } from "./follow-match.js";

/** A place where lines that vanished stand again. */
export interface Found {
  readonly landings: readonly (Landing | undefined)[];
  /** How much of the cited lines stands there, from 0 to 1. */
  readonly share: number;
  /** How much is equal there of the cited lines and of what vanished around them: the sum of their lines' weights. */
  readonly weight: number;
  /** How many places are just as good, this one included. */
  readonly equals: number;
}

/** A line that is added so often tells nothing about places. */
const mostPlaces = 40;

/** Longer blocks are not searched for. */
const mostLines = 2_000;

/** How many lines around the place may belong to the block, too, where lines were inserted into it. */
const slack = 10;

/**
 * Looks for lines of a version among those that were added to another: the place where most of them stand in their order.
 * `stretch` holds the lines and what vanished around them.
 */
export function searchBlock(
  lines: readonly number[],
  stretch: Stretch,
  from: Version,
  to: Version,
  isAdded: (line: number) => boolean,
  table: LineTable,
): Found | undefined {
  if (stretch.end - stretch.start > mostLines) return undefined;
  const cited = { start: lines[0] ?? 0, end: (lines.at(-1) ?? 0) + 1 };
  const shifts = shiftsOf(stretch, cited, from.ids, to.ids, isAdded, table);
  const [best] = shifts;
  if (best === undefined) return undefined;
  const [shift, top] = best;
  const { start, end } = movedTogether(stretch, cited, (line) => from.ids[line] === to.ids[line + shift]);
  // Two parts of one block with lines between them are two shifts of the same place.
  const rivals = shifts.filter(([other, score]) => score >= top && Math.abs(other - shift) >= end - start);
  const newStart = Math.max(0, start + shift - slack);
  const newEnd = Math.min(to.ids.length, end + shift + slack + (end - start) / 2);
  const own = part(from, start, end);
  const there = part(to, newStart, Math.floor(newEnd));
  const moved = lines.map((line) => line - start);
  const match = matchSequences(own.ids, there.ids, table.weight);
  const landings = carry(moved, { from: own, to: there, match }, table);
  return {
    landings: landings.map((one) => one && { ...one, first: one.first + newStart, last: one.last + newStart }),
    share: shareOf(moved, landings, own, table),
    weight: match.reduce((sum, target, at) => (target === -1 ? sum : sum + table.weight(own.ids[at] ?? 0)), 0),
    equals: 1 + rivals.length,
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * How far the lines may have been shifted, with the weight of the lines that are equal there; the best first. What stands far from the cited
 * lines may have gone another way and counts less.
 */
function shiftsOf(
  { start, end }: Stretch,
  cited: Stretch,
  from: Int32Array,
  to: Int32Array,
  isAdded: (line: number) => boolean,
  table: LineTable,
): readonly (readonly [number, number])[] {
  const wanted = new Map<number, number[]>();
  for (let line = start; line < end; line += 1) if (table.weight(from[line] ?? 0) > 0) wanted.set(from[line] ?? 0, []);
  to.forEach((id, at) => {
    if (isAdded(at)) wanted.get(id)?.push(at);
  });
  const scores = new Map<number, number>();
  for (let line = start; line < end; line += 1) {
    const id = from[line] ?? 0;
    const places = wanted.get(id) ?? [];
    if (places.length > mostPlaces) continue;
    const distance = Math.max(0, cited.start - line, line - cited.end + 1);
    for (const place of places) scores.set(place - line, (scores.get(place - line) ?? 0) + table.weight(id) / (1 + distance));
  }
  return [...scores].sort(([a, x], [b, y]) => y - x || a - b);
}

/** The cited lines with those around them that went the same way; one that did not may stand between. */
function movedTogether({ start, end }: Stretch, cited: Stretch, isSame: (line: number) => boolean): Stretch {
  let [first, last] = [cited.start, cited.end];
  for (let line = first - 1; line >= Math.max(start, first - 2); line -= 1) if (isSame(line)) first = line;
  for (let line = last; line < Math.min(end, last + 2); line += 1) if (isSame(line)) last = line + 1;
  return { start: first, end: last };
}

const part = ({ key, raw, ids }: Version, start: number, end: number): Version => ({
  key,
  raw: raw.subarray(start, end),
  ids: ids.subarray(start, end),
});
