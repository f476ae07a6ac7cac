import { placeOfCheck, placeOfDefinition } from "../../judge/definitions.js";
import { placeOfAnchor } from "../../judge/places.js";
import type { Place } from "../../model/span.js";
import type { Draft } from "./drafts.js";

/** Where a name comes first. */
interface Rank {
  /** What kind of file that is: documents go first, then modules, configurations, sources. */
  readonly kind: number;
  readonly place: Place;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPlace = (a: Place, b: Place): number => compare(a.path, b.path) || a.span.start - b.span.start;

function rankOf(draft: Draft): Rank {
  const groups = [
    draft.rows.map(({ place }) => place),
    draft.mentions,
    draft.definitions.map(placeOfDefinition),
    draft.unplaced.map(placeOfCheck),
    draft.anchors.map(placeOfAnchor),
  ];
  const kind = groups.findIndex(({ length }) => length > 0);
  const [place = { path: "", span: { start: 0, end: 0 } }] = groups[kind]?.toSorted(byPlace) ?? [];
  // Rows and cells of other tables are both the documents'.
  return { kind: Math.max(1, kind), place };
}

/** Sorts names as the documents name them, which are in the order of their paths; then those that no document names, as the modules define them; then the rest. */
export function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  return drafts
    .map((draft) => ({ draft, rank: rankOf(draft) }))
    .sort((a, b) => a.rank.kind - b.rank.kind || byPlace(a.rank.place, b.rank.place) || compare(a.draft.name, b.draft.name))
    .map(({ draft }) => draft);
}
