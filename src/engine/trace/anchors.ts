import { rowsOf, targetOf } from "../../judge/coverage.js";
import { placeOfAnchor } from "../../judge/places.js";
import type { LinkChange, LinkState } from "../../model/lock.js";
import type { Anchor, LinkedRow, Project } from "../../model/project.js";
import type { TracedAnchor, TracedName, TracedReview, TracedRow, UnjudgedReason } from "../../model/trace.js";
import type { Draft } from "./drafts.js";
import type { LineOf } from "./lines.js";

/** The rows of anchor tables, then the cells of other tables. */
export function rowsOfDraft({ rows, mentions }: Draft, lineOf: LineOf): readonly TracedRow[] {
  const ofRow = ({ row, sites }: LinkedRow): Pick<TracedRow, "files" | "promisesNothing"> => ({
    files: [...new Set(sites.map(targetOf))],
    ...(row.reading.kind === "no-promise" ? { promisesNothing: row.reading.reason } : {}),
  });
  return [
    ...rows.map(({ row, place }): TracedRow => ({ ...lineOf(place), kind: "anchor", ...ofRow(row) })),
    ...mentions.map((place): TracedRow => ({ ...lineOf(place), kind: "mention", files: [] })),
  ];
}

const changed = ({ kind }: LinkChange): TracedReview["changed"][number] => (kind === "left" || kind === "alike" ? "place" : kind);

function reviewOf(state: LinkState): TracedReview {
  const note = state.kind === "unreviewed" ? undefined : state.entry.note;
  return {
    state: state.kind,
    changed: state.kind === "suspect" ? [...new Set(state.changes.map(changed))] : [],
    ...(note === undefined ? {} : { note }),
  };
}

/** What was found of each anchor, by the anchor. */
export interface AnchorFacts {
  readonly reviews: ReadonlyMap<Anchor, LinkState>;
  readonly judged: ReadonlyMap<Anchor, "judged" | "no-evidence">;
}

/** The links and judgements of a project, by their anchors. */
export function anchorFacts({ links, judgements }: Project): AnchorFacts {
  return {
    reviews: new Map((links?.links ?? []).map(({ anchor, state }) => [anchor, state])),
    judged: new Map(judgements.map(({ anchor, verdict }) => [anchor, verdict.kind === "unjudged" ? "no-evidence" : "judged"])),
  };
}

function unjudged(anchor: Anchor, declared: boolean, { judged }: AnchorFacts): UnjudgedReason | undefined {
  if (anchor.placement.kind === "unjudged") return anchor.placement.reason;
  const verdict = judged.get(anchor);
  if (verdict !== undefined) return verdict === "judged" ? undefined : verdict;
  return declared ? "no-code" : "no-row";
}

/** The anchors with what they mark, whether that was judged, and what became of it since it was reviewed. */
export function anchorsOfDraft({ anchors }: Draft, project: Project, facts: AnchorFacts, lineOf: LineOf): readonly TracedAnchor[] {
  return anchors.map((anchor): TracedAnchor => {
    const { path, placement } = anchor;
    const declared = rowsOf(project.rows, anchor).length > 0;
    const construct = placement.kind === "construct" ? placement.construct : undefined;
    const because = unjudged(anchor, declared, facts);
    const state = facts.reviews.get(anchor);
    return {
      ...lineOf(placeOfAnchor(anchor)),
      declared,
      owner: [...(construct?.owner ?? []), ...(construct?.name === undefined ? [] : [construct.name])].join("::"),
      ...(construct === undefined
        ? {}
        : {
            construct: {
              line: lineOf({ path, span: construct.span }).line,
              type: construct.type,
              ...(construct.name === undefined ? {} : { name: construct.name }),
              tie: construct.tie,
            },
          }),
      ...(because === undefined ? {} : { unjudged: because }),
      ...(state === undefined ? {} : { review: reviewOf(state) }),
    };
  });
}

/** The worst state of the links of a name. */
export function reviewOfName(anchors: readonly TracedAnchor[], project: Project): TracedName["review"] {
  if (project.links === undefined) return "no-lock";
  const states = new Set(anchors.flatMap(({ review }) => (review === undefined ? [] : [review.state])));
  if (states.size === 0) return "no-link";
  return states.has("suspect") ? "suspect" : states.has("unreviewed") ? "unreviewed" : "reviewed";
}
