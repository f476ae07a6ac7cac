import { type Citation, type CitedSpot, type CitingBlock, type Document, rewritten } from "./documents.js";
import type { Spot } from "./forms.js";
import { basename, hasWord, isComment, type Position, positionOf, textAt, type World } from "./world.js";

export const faults = [
  "stale-lines",
  "lines-out-of-range",
  "missing-symbol",
  "missing-file",
  "changed-snippet",
  "ambiguous-path",
  "broken-link",
] as const;

/** What is to be said of a citation: a rule's id, or nothing. */
export type Verdict = "right" | (typeof faults)[number];

/** The truth of one place. */
interface SpotTruth {
  readonly verdict: Verdict;
  /** What may be said as well, or instead: more than one is true of some citations. */
  readonly also: readonly Verdict[];
  /** Where it is now; `undefined` if it is gone or in another file. */
  readonly now: Position | undefined;
  /** True if every line is as it was. */
  readonly exact: boolean;
}

/** What should be said of a citation, and done. */
export interface Truth {
  readonly citation: Citation;
  readonly document: string;
  /** The citation's 1-based line, and the lines that name its file. */
  readonly line: number;
  readonly shared: readonly number[];
  readonly verdict: Verdict;
  readonly also: readonly Verdict[];
  /** The line as it is. */
  readonly written: string;
  /** What a repair may make of it; empty: none may touch it. */
  readonly repaired: ReadonlySet<string>;
  /** True if a repair has to be offered. */
  readonly isRepairable: boolean;
}

/** Where a place stands now, whatever was written. */
export function placeNow(world: World, { lines }: CitedSpot): { readonly now: Position | undefined; readonly exact: boolean } {
  const now = positionOf(
    world,
    lines.map(({ id }) => id),
  );
  const own = new Set(lines.map(({ id }) => id));
  const left = now === undefined ? [] : (world.files.get(now.path) ?? []).filter(({ id }) => own.has(id));
  return { now, exact: left.length === lines.length && left.every(({ id, text }, at) => lines[at]?.id === id && lines[at].text === text) };
}

function spotTruth(world: World, spot: CitedSpot, citation: Citation, writtenOut: ReadonlySet<string>): SpotTruth {
  const { form, origin } = citation;
  const { now, exact } = placeNow(world, spot);
  const { path } = spot.position;
  const here = now?.path === path ? now : undefined;
  const truth = (verdict: Verdict, ...also: readonly Verdict[]): SpotTruth => ({ verdict, also, now: here, exact });

  const all = [...world.files.keys()].filter((one) => basename(one) === basename(spot.written.path));
  // A document that writes one of the paths out says which file it means.
  const spelled = all.filter((one) => writtenOut.has(one));
  const namesakes = spelled.length === 1 ? spelled : all;
  if (form.file === "basename" && namesakes.length > 1) return truth("ambiguous-path");
  const isThere = form.file === "basename" ? namesakes.length === 1 && world.files.has(path) : world.files.has(path);
  const isMoved = form.file === "basename" && namesakes.length === 1 && !world.files.has(path);
  if (origin === "wrong-path" || (!isThere && !isMoved))
    return form.file === "link" ? truth("broken-link", "missing-file") : truth("missing-file");

  // A last name is right wherever the file went.
  const file = isMoved ? namesakes[0] : path;
  const own = now?.path === file ? now : undefined;
  const construct = world.constructs.find(({ def }) => def === spot.construct.def);
  const extent = construct && positionOf(world, construct.ids);
  const length = world.files.get(file ?? "")?.length ?? 0;
  const isBeyond = spot.written.last > length;
  const range: readonly Verdict[] = isBeyond ? ["lines-out-of-range"] : [];
  const tell = (verdict: Verdict, ...also: readonly Verdict[]): SpotTruth => ({ verdict, also, now: own, exact });
  // A call is where it was, whatever became of what it calls.
  const isCalled = form.cites === "call" && own !== undefined && textAt(world, own).some((text) => hasWord(text, spot.name));
  if (form.claims && !isCalled && (origin === "wrong-symbol" || construct?.name !== spot.name || extent?.path !== file)) {
    return tell("missing-symbol", "stale-lines", ...range);
  }
  if (form.cites === "file") return tell("right");
  if (own === undefined) return tell("stale-lines", "missing-symbol", "changed-snippet", "lines-out-of-range");

  const target = form.cites === "call" || extent === undefined || extent.path !== file ? own : extent;
  const touches = spot.written.first <= target.last && spot.written.last >= target.first;
  const code = (lines: readonly string[]): string => lines.join("").replace(/\s+/g, "");
  const isChanged = form.pastes && code(textAt(world, own)) !== code(spot.written.snippet);
  if (isChanged) return tell("changed-snippet", ...(touches ? [] : (["stale-lines", ...range] as const)));
  if (isBeyond) return tell("lines-out-of-range", "stale-lines");
  if (!touches) return tell("stale-lines");
  // Where nothing is named, only the lines themselves tell what was meant.
  return form.claims || own.first === spot.written.first ? tell("right") : tell("right", "stale-lines");
}

/** The lines of a block, the citing ones as they should be. */
export function truthOf(world: World, document: Document): readonly Truth[] {
  const truths: Truth[] = [];
  const cited = document.blocks.flatMap((block) => (block.kind === "citing" ? block.citations : []));
  const writtenOut = new Set(cited.flatMap(({ form, spots }) => (form.file === "path" ? spots.map(({ written }) => written.path) : [])));
  let line = 1;
  for (const block of document.blocks) {
    if (block.kind === "citing") {
      for (const citation of block.citations) truths.push(citationTruth(world, document.path, block, citation, line, writtenOut));
    }
    line += (block.kind === "citing" ? block.text.lines : block.lines).length + 1;
  }
  return truths;
}

const rank: readonly Verdict[] = [
  "right",
  "stale-lines",
  "lines-out-of-range",
  "changed-snippet",
  "missing-symbol",
  "ambiguous-path",
  "broken-link",
  "missing-file",
];

function citationTruth(
  world: World,
  document: string,
  block: CitingBlock,
  citation: Citation,
  start: number,
  writtenOut: ReadonlySet<string>,
): Truth {
  const truths = citation.spots.map((spot) => spotTruth(world, spot, citation, writtenOut));
  const [worst] = [...truths].sort((a, b) => rank.indexOf(b.verdict) - rank.indexOf(a.verdict));
  const at = block.text.at[citation.row] ?? 0;
  const repairs = repairsOf(world, block, citation, truths);
  const isRepairable = truths.every(({ verdict, exact, now }) => verdict === "right" || (isShift(verdict) && exact && now !== undefined));
  return {
    citation,
    document,
    line: start + at,
    shared: block.text.shared.map((shared) => start + shared),
    verdict: worst?.verdict ?? "right",
    also: [...new Set(truths.flatMap((truth) => (truth.verdict === "right" ? truth.also : [truth.verdict, ...truth.also])))],
    written: block.text.lines[at] ?? "",
    repaired: repairs,
    // What was wrong from the beginning has no history that says what is meant.
    isRepairable: isRepairable && worst !== undefined && isShift(worst.verdict) && citation.origin === "right",
  };
}

const isShift = (verdict: Verdict): boolean => verdict === "stale-lines" || verdict === "lines-out-of-range";

/** Everything that the line may become: each place at its new lines, or left if it is right still. */
function repairsOf(world: World, block: CitingBlock, citation: Citation, truths: readonly SpotTruth[]): ReadonlySet<string> {
  const choices = citation.spots.map((spot, at): readonly Spot[] => {
    const truth = truths[at];
    const isLeft = truth?.verdict === "right";
    if (truth?.now === undefined) return [spot.written];
    const starts = [truth.now.first, ...(citation.origin === "right" ? [] : [codeStart(world, truth.now)])];
    // What is wrong in another way is nothing that new lines mend.
    const mayStay = isLeft || !isShift(truth.verdict);
    return [...(mayStay ? [spot.written] : []), ...starts.map((first) => ({ ...spot.written, first, last: truth.now?.last ?? first }))];
  });
  let combinations: readonly (readonly Spot[])[] = [[]];
  for (const choice of choices) combinations = combinations.flatMap((combination) => choice.map((spot) => [...combination, spot]));
  const at = block.text.at[citation.row] ?? 0;
  return new Set(
    combinations.flatMap((spots) => {
      const text = rewritten(block, (spot, other) =>
        other === citation ? (spots[citation.spots.indexOf(spot)] ?? spot.written) : spot.written,
      );
      return text.lines[at] ?? [];
    }),
  );
}

/** The first line that is no comment. */
function codeStart(world: World, position: Position): number {
  const skipped = textAt(world, position).findIndex((text) => !isComment(text));
  return position.first + Math.max(0, skipped);
}
