import { judgeAnchors, untoldAnchors } from "../judge/judge-anchors.js";
import type { Phrasebook } from "../model/phrasebook.js";
import type { Anchor, Project } from "../model/project.js";
import type { FileText, Verdicts } from "../model/workspace.js";
import { goneFrom, type Haystack } from "./gone.js";
import { type Judged, verdictKey } from "./verdict-key.js";

/** Where this run's verdict is kept, and what an earlier run found for the same rows and texts. */
export interface Recalled {
  readonly keep: (verdict: string) => void;
  /** Indices of the anchors that could not be judged; nothing else was to be said. `undefined`: not known. */
  readonly untold: readonly number[] | undefined;
}

/** What an earlier run kept; `undefined` where runs keep nothing. */
export async function recalled(
  verdicts: Verdicts | undefined,
  judged: Judged,
  texts: Map<string, FileText>,
): Promise<Recalled | undefined> {
  if (verdicts === undefined) return undefined;
  const key = await verdictKey(judged, texts);
  const known = verdicts.recall(key);
  const untold = known === undefined || !/^(?:\d+(?:,\d+)*)?$/.test(known) ? undefined : known.split(",").filter(Boolean).map(Number);
  return { keep: (verdict) => verdicts.keep(key, verdict), untold };
}

/** Holds what rows and anchors say against the code, unless an earlier run found the same rows and texts to be right; keeps it if this one does. */
export function judgementOf(
  haystack: Haystack,
  anchors: readonly Anchor[],
  verdict: Recalled | undefined,
  phrasebook: () => Phrasebook,
): Pick<Project, "judgements" | "gone"> {
  // Paths are looked up in any case: what they stand for is no matter of texts.
  const { gone, settled } = goneFrom(haystack);
  if (verdict?.untold !== undefined) return { judgements: untoldAnchors(anchors, haystack.rows, verdict.untold), gone };
  const judgements = judgeAnchors(anchors, haystack.rows, haystack.sources, phrasebook);
  const right = judgements.every(({ verdict: one, attributed }) => one.kind !== "misplaced" && attributed === undefined);
  if (verdict !== undefined && right && settled) {
    const untold = new Set(judgements.flatMap(({ anchor, verdict: one }) => (one.kind === "unjudged" ? [anchor] : [])));
    verdict.keep(anchors.flatMap((anchor, at) => (untold.has(anchor) ? [at] : [])).join(","));
  }
  return { judgements, gone };
}
