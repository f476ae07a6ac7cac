import type { Judgement, Verdict } from "../model/judgement.js";
import type { Anchor, LinkedRow } from "../model/project.js";
import type { SourceFacts } from "../model/source.js";
import type { Span } from "../model/span.js";
import { rowsOf } from "./coverage.js";
import { claimsOf, symbolNames } from "./evidence/claims.js";
import { foreignFunction } from "./evidence/foreign-function.js";
import { misplaced } from "./evidence/misfits.js";
import { type Occurrences, occurrencesIn } from "./evidence/occurrences.js";
import { itemOf, plausibilityOf } from "./evidence/plausibility.js";

/** The construct of an anchor that production code holds; of others other rules speak. */
function constructOf({ placement }: Anchor): Span | undefined {
  return placement.kind === "construct" && placement.construct.activity.kind === "active" ? placement.construct.span : undefined;
}

/** `undefined` where another anchor of the name stands where the rows point: then they are its rows. */
function verdictOf(
  anchor: Anchor,
  rows: readonly LinkedRow[],
  construct: Span,
  others: readonly Span[],
  code: Occurrences,
): Verdict | undefined {
  const claims = claimsOf(rows, anchor);
  const plausibility = plausibilityOf(claims, code, construct);
  if (plausibility.kind !== "misplaced") return plausibility;
  const { own, better } = plausibility;
  if (others.some((other) => itemOf(code.outline, other) === better)) return undefined;
  return misplaced(claims, code, construct, own, better);
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

/** Judges each anchor that has a row, as far as the code of its file was read, in the order of the anchors. */
export function judgeAnchors(
  anchors: readonly Anchor[],
  allRows: readonly LinkedRow[],
  sources: ReadonlyMap<string, SourceFacts>,
): readonly Judgement[] {
  const codes = new Map<string, Occurrences>();
  return anchors.flatMap((anchor): readonly Judgement[] => {
    const construct = constructOf(anchor);
    const outline = sources.get(anchor.path)?.outline;
    const rows = rowsOf(allRows, anchor);
    if (construct === undefined || outline === undefined || outline.tokens.length === 0 || rows.length === 0) return [];
    const code = codes.get(anchor.path) ?? occurrencesIn(outline);
    codes.set(anchor.path, code);
    const twins = anchors.filter((other) => other !== anchor && other.name === anchor.name && other.path === anchor.path);
    const others = twins.flatMap((other) => constructOf(other) ?? []);
    const said = others.length === 0 ? [rows] : rows.map((row) => [row]);
    const verdict = kindest(said.flatMap((each) => verdictOf(anchor, each, construct, others, code) ?? []));
    const attributed =
      verdict.kind === "plausible" && others.length === 0 && rows.every(beginsWithSymbol)
        ? foreignFunction(claimsOf(rows, anchor), code, construct)
        : undefined;
    return [{ anchor, construct, rows, verdict, attributed }];
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
