import type { Judgement, Misfit, Verdict } from "../model/judgement.js";
import type { Phrasebook } from "../model/phrasebook.js";
import type { Anchor, LinkedRow } from "../model/project.js";
import type { SourceFacts } from "../model/source.js";
import type { Span } from "../model/span.js";
import { rowsOf } from "./coverage.js";
import { itemsBeside } from "./evidence/beside.js";
import { claimsOf, symbolNames } from "./evidence/claims.js";
import { foreignFunction } from "./evidence/foreign-function.js";
import { itemOf } from "./evidence/located.js";
import { misplaced } from "./evidence/misfits.js";
import { type Occurrences, occurrencesIn } from "./evidence/occurrences.js";
import { plausibilityOf } from "./evidence/plausibility.js";
import { type Reading, readingOf } from "./evidence/reading.js";

/** The construct of an anchor that production code holds; of others other rules speak. */
function constructOf({ placement }: Anchor): Span | undefined {
  return placement.kind === "construct" && placement.construct.activity.kind === "active" ? placement.construct.span : undefined;
}

/** An anchor that is judged, and what is said of it. */
interface Judged {
  readonly anchor: Anchor;
  readonly construct: Span;
  readonly rows: readonly LinkedRow[];
  readonly code: Occurrences;
  /** The items in which are anchors of the rows beside some of its own. */
  readonly besideOf: (rows: readonly LinkedRow[]) => ReadonlySet<number>;
  readonly reading: Reading;
}

/** True for a reason that is code, not a word. */
function isCode({ kind }: Misfit): boolean {
  return kind === "symbol" || kind === "quote";
}

/** `undefined` where another anchor of the name stands where the rows point: then they are its rows. */
function verdictOf(reading: Reading, others: readonly Reading[], construct: Span, twins: readonly Span[]): Verdict | undefined {
  const { claims, code } = reading;
  const plausibility = plausibilityOf(reading, others, construct);
  if (plausibility.kind !== "misplaced") return plausibility;
  const { own, better, byCode, instead } = plausibility;
  const hasTwin = (item: number | undefined): boolean => twins.some((twin) => itemOf(code.outline, twin) === item);
  if (hasTwin(better)) return undefined;
  const verdict = misplaced(claims, code, construct, own, better, byCode);
  if (verdict.kind !== "unjudged" || instead === undefined || hasTwin(instead.item)) return verdict;
  const other = misplaced(claims, code, construct, own, instead.item, byCode);
  return other.kind === "misplaced" && (isCode(other.misfits[0]) || !instead.byCode) ? other : verdict;
}

/** The kindest of the verdicts: a name with several rows has an anchor for each, and nobody says which is whose. None: nothing can be told. */
function kindest(verdicts: readonly Verdict[]): Verdict {
  return (
    verdicts.find(({ kind }) => kind === "plausible") ??
    verdicts.find(({ kind }) => kind === "unjudged") ??
    verdicts[0] ?? { kind: "unjudged" }
  );
}

/**
 * True if the row's explanation begins with a symbol, a word or two before it: then that is what it says does it. What comes after a quote or in the
 * middle of a sentence is told in passing.
 */
function beginsWithSymbol({ row }: LinkedRow): boolean {
  const [first, second] = row.pieces;
  const lead = first?.kind === "code" ? first : (first?.value.trim().split(/\s+/).length ?? 0) <= 2 ? second : undefined;
  return lead?.kind === "code" && symbolNames(lead.value) !== undefined;
}

/** The anchors that have a row, on code that was read. */
function judgedOf(
  anchors: readonly Anchor[],
  allRows: readonly LinkedRow[],
  sources: ReadonlyMap<string, SourceFacts>,
  phrasebook: () => Phrasebook,
): readonly Judged[] {
  const codes = new Map<string, Occurrences>();
  const marked = anchors.flatMap((anchor) => {
    const construct = constructOf(anchor);
    return construct === undefined ? [] : [{ anchor, name: anchor.name, path: anchor.path, construct }];
  });
  return marked.flatMap((one): readonly Judged[] => {
    const { anchor, path, construct } = one;
    const outline = sources.get(path)?.outline;
    const rows = rowsOf(allRows, anchor);
    if (outline === undefined || outline.tokens.length === 0 || rows.length === 0) return [];
    const code = codes.get(path) ?? occurrencesIn(outline, phrasebook());
    codes.set(path, code);
    const besideOf = (some: readonly LinkedRow[]): ReadonlySet<number> => itemsBeside(one, some, allRows, marked, outline);
    return [{ anchor, construct, rows, code, besideOf, reading: readingOf(claimsOf(rows, anchor), code, besideOf(rows)) }];
  });
}

/** Judges each anchor that has a row, as far as the code of its file was read, in the order of the anchors. */
export function judgeAnchors(
  anchors: readonly Anchor[],
  allRows: readonly LinkedRow[],
  sources: ReadonlyMap<string, SourceFacts>,
  phrasebook: () => Phrasebook,
): readonly Judgement[] {
  const all = judgedOf(anchors, allRows, sources, phrasebook);
  return all.map(({ anchor, construct, rows, code, besideOf, reading }): Judgement => {
    const others = all.flatMap((other) => (other.code === code && other.anchor.name !== anchor.name ? [other.reading] : []));
    const twins = anchors.filter((other) => other !== anchor && other.name === anchor.name && other.path === anchor.path);
    const places = twins.flatMap((twin) => constructOf(twin) ?? []);
    const readings = places.length === 0 ? [reading] : rows.map((row) => readingOf(claimsOf([row], anchor), code, besideOf([row])));
    const verdict = kindest(readings.flatMap((each) => verdictOf(each, others, construct, places) ?? []));
    const attributed =
      verdict.kind === "plausible" && places.length === 0 && rows.every(beginsWithSymbol)
        ? foreignFunction(reading.claims, code, construct)
        : undefined;
    return { anchor, construct, rows, verdict, attributed };
  });
}

/** The judgements of anchors that an earlier run could not judge, by their indices. */
export function untoldAnchors(anchors: readonly Anchor[], allRows: readonly LinkedRow[], indices: readonly number[]): readonly Judgement[] {
  return indices.flatMap((at): readonly Judgement[] => {
    const anchor = anchors[at];
    const construct = anchor === undefined ? undefined : constructOf(anchor);
    if (anchor === undefined || construct === undefined) return [];
    return [{ anchor, construct, rows: rowsOf(allRows, anchor), verdict: { kind: "unjudged" }, attributed: undefined }];
  });
}
