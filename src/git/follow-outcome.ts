import type { FollowedLines, LineFate, Remover } from "../model/past.js";
import { type LineTable, type Version, withoutLayout } from "./follow-lines.js";
import { matchSequences } from "./follow-match.js";
import type { Here, Spot } from "./follow-step.js";

/** What became of cited lines that are still there. */
export interface Outcome {
  readonly now: FollowedLines;
  readonly exact: boolean;
  readonly layout: boolean;
  readonly inserted: number;
  readonly lines: readonly LineFate[];
}

/** Holds the lines as they were cited against those they became: what was changed and changed back is unchanged. */
export function outcomeOf(
  here: Here,
  then: Version,
  first: number,
  table: LineTable,
  removerOf: (by: number) => Remover,
): Outcome | undefined {
  const { version, path } = here;
  const old = then.ids.subarray(first, first + here.spots.length);
  const spots = restored(here.spots, old, version);
  const landed = spots.filter((spot) => spot.kind === "at");
  if (landed.length === 0) return undefined;
  const from = Math.min(...landed.map((spot) => spot.first));
  const to = Math.max(...landed.map((spot) => spot.last));
  const textOf = ({ raw }: Version, start: number, end: number): string =>
    withoutLayout(Array.from(raw.subarray(start, end + 1), table.text).join("\n"));
  const isWhole = textOf(then, first, first + spots.length - 1) === textOf(version, from, to);
  const lines = spots.map((spot, at): LineFate => {
    const line = first + at + 1;
    if (spot.kind === "lost") return { kind: "gone", line, by: removerOf(spot.by) };
    const isKept = isWhole || textOf(then, first + at, first + at) === textOf(version, spot.first, spot.last);
    return { kind: isKept ? "kept" : "edited", line, at: spot.first + 1, to: spot.last + 1 };
  });
  const used = new Set(landed.flatMap((spot) => Array.from({ length: spot.last - spot.first + 1 }, (_, at) => spot.first + at)));
  return {
    now: { path, first: from + 1, last: to + 1 },
    exact: spots.every((spot, at) => spot.kind === "at" && spot.first === spot.last && then.raw[first + at] === version.raw[spot.first]),
    layout: lines.every(({ kind }) => kind === "kept"),
    inserted: to - from + 1 - used.size,
    lines,
  };
}

/** Lines that were lost on the way and stand again where they stood among the others. */
function restored(spots: readonly Spot[], old: Int32Array, { ids }: Version): readonly Spot[] {
  const found = [...spots];
  for (let start = 0; start < found.length; start += 1) {
    if (found[start]?.kind !== "lost") continue;
    let end = start;
    while (found[end]?.kind === "lost") end += 1;
    const [before, after] = [found[start - 1], found[end]];
    const length = end - start;
    const from = before?.kind === "at" ? before.last + 1 : after?.kind === "at" ? Math.max(0, after.first - length) : 0;
    const to = after?.kind === "at" ? after.first : before?.kind === "at" ? before.last + 1 + length : 0;
    const match = matchSequences(old.subarray(start, end), ids.subarray(from, Math.max(from, to)), () => 1);
    // At an end of the cited lines nothing holds them but that all of them are there.
    const isHeld = before !== undefined && after !== undefined;
    if (isHeld || match.every((target) => target !== -1)) {
      match.forEach((target, at) => {
        if (target !== -1) found[start + at] = { kind: "at", first: from + target, last: from + target };
      });
    }
    start = end - 1;
  }
  return found;
}
