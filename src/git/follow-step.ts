import { carry, type Landing, shareOf } from "./follow-carry.js";
import type { LineTable, Version } from "./follow-lines.js";
import { type Found, searchBlock } from "./follow-search.js";

/** Where one cited line stands, 0-based, or the step that took it away. */
export type Spot = { readonly kind: "at"; readonly first: number; readonly last: number } | { readonly kind: "lost"; readonly by: number };

/** Cited lines in some version of a file. */
export interface Here {
  readonly kind: "here";
  readonly path: string;
  readonly version: Version;
  readonly spots: readonly Spot[];
}

/** Cited lines that a step took away, and where they were last. */
export interface Gone {
  readonly kind: "gone";
  readonly by: number;
  readonly was: Here;
}

export type State = Here | Gone | Lasting;

/** What no later step changes: the lines went to one of several places, or a version is too large to be read. */
export type Lasting = { readonly kind: "ambiguous"; readonly by: number } | { readonly kind: "too-large" };

/** The file that holds the lines, or held them last. */
export const pathOf = (state: Here | Gone): string => (state.kind === "here" ? state.path : state.was.path);

/** Of a step that changes more files, so many are searched for lines that vanished. */
export const mostOthers = 200;

/** A file after a step, and the lines that the step added to it. */
export interface Target {
  readonly path: string;
  readonly version: Version;
  readonly isAdded: (line: number) => boolean;
}

/** What a step from one commit to the next did, as far as one file's lines are concerned. */
export interface Step {
  /** What the step is known by. */
  readonly by: number;
  /** The file after the step, under its new name if it was renamed; `undefined` where it was deleted. */
  readonly file: { readonly path: string; readonly version: Version; readonly match: Int32Array } | undefined;
  /** The other files that have new lines. They are asked for only if the lines vanished. */
  readonly others: () => Iterable<Target>;
}

/** Less than this of the lines is a remnant: brackets, or a line that many functions have. */
const alive = 0.25;

/** A block that is found elsewhere is the same if so much of it is. */
const sameBlock = 0.6;

/** So much more of the lines has to stand elsewhere than where they were: a part that moved within them moves them not. */
const clearly = 0.15;

/** What is equal there has to tell so much: within the file, and in another one. */
export const leastWeight = { same: 8, other: 20 };

/** So many vanished lines around the cited ones are looked for with them. */
const surroundings = 20;

/** Takes the cited lines over one step. */
export function advance(here: Here, step: Step, table: LineTable): State {
  const lines = linesAt(here);
  const { file } = step;
  const landings = file === undefined ? [] : carry(lines, { from: here.version, to: file.version, match: file.match }, table);
  const share = shareOf(lines, landings, here.version, table);
  if (file !== undefined && landings.every((landing) => landing?.share === 1)) return landed(here, lines, landings, file, step.by);

  const stretch = stretchOf(lines, here.version, file?.match);
  let best: { readonly found: Found; readonly target: Target } | undefined;
  let equals = 0;
  const tryAt = (target: Target, least: number): void => {
    const found = searchBlock(lines, stretch, here.version, target.version, target.isAdded, table);
    if (found === undefined || found.share < sameBlock || found.weight < least || found.share < share + clearly) return;
    if (best === undefined || found.weight > best.found.weight) [best, equals] = [{ found, target }, found.equals];
    else if (found.weight === best.found.weight) equals += found.equals;
  };
  if (file !== undefined) {
    const taken = new Set(file.match);
    tryAt({ path: file.path, version: file.version, isAdded: (line) => !taken.has(line) }, leastWeight.same);
  }
  if (best === undefined && share < sameBlock) for (const target of step.others()) tryAt(target, leastWeight.other);
  if (best !== undefined) {
    if (equals > 1) return { kind: "ambiguous", by: step.by };
    return landed(here, lines, best.found.landings, best.target, step.by);
  }
  const head = lines.findIndex((line) => table.weight(here.version.ids[line] ?? 0) > 0);
  const survives = share >= alive || (landings[Math.max(head, 0)]?.share ?? 0) > 0;
  if (file === undefined || !survives) return { kind: "gone", by: step.by, was: here };
  return landed(here, lines, landings, file, step.by);
}

/** Lines that were taken away may come back: a change that is taken back brings them. */
export function revive(gone: Gone, target: Target, table: LineTable): Here | Gone {
  const { was } = gone;
  const lines = linesAt(was);
  const stretch = { start: lines[0] ?? 0, end: (lines.at(-1) ?? 0) + 1 };
  const found = searchBlock(lines, stretch, was.version, target.version, target.isAdded, table);
  if (found === undefined || found.equals > 1 || found.share < 0.9 || found.weight < leastWeight.same) return gone;
  return landed(was, lines, found.landings, target, gone.by);
}

/** The lines of the version that the cited ones became, ascending. */
function linesAt({ spots }: Here): readonly number[] {
  const lines = new Set<number>();
  for (const spot of spots) {
    if (spot.kind === "lost") continue;
    for (let line = spot.first; line <= spot.last; line += 1) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}

/** The lines with those beside them that vanished together. */
function stretchOf(lines: readonly number[], version: Version, match: Int32Array | undefined): { start: number; end: number } {
  let [start, end] = [lines[0] ?? 0, (lines.at(-1) ?? 0) + 1];
  const isLost = (line: number): boolean => match === undefined || match[line] === -1;
  for (let more = 0; more < surroundings && start > 0 && isLost(start - 1); more += 1) start -= 1;
  for (let more = 0; more < surroundings && end < version.ids.length && isLost(end); more += 1) end += 1;
  return { start, end };
}

function landed(
  here: Here,
  lines: readonly number[],
  landings: readonly (Landing | undefined)[],
  { path, version }: { readonly path: string; readonly version: Version },
  by: number,
): Here {
  const targets = new Map(lines.map((line, at) => [line, landings[at]]));
  const spots = here.spots.map((spot): Spot => {
    if (spot.kind === "lost") return spot;
    let [first, last] = [Number.POSITIVE_INFINITY, -1];
    for (let line = spot.first; line <= spot.last; line += 1) {
      const target = targets.get(line);
      if (target !== undefined) [first, last] = [Math.min(first, target.first), Math.max(last, target.last)];
    }
    return last === -1 ? { kind: "lost", by } : { kind: "at", first, last };
  });
  return { kind: "here", path, version, spots };
}
